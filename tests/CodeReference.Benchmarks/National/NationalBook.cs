using System.Globalization;

namespace CodeReference.Benchmarks.National;

/// <summary>
/// Compiles books of growing size, up to that of a country, and says what each took: publications from the synthesizer,
/// the reference tables of the default book, and official files where a folder of them is given.
/// </summary>
internal static class NationalBook
{
    private static readonly int[] Sizes = [100, 1_000, 4_000, 12_000];

    /// <summary>Where the books are built; the largest stays, for the benchmarks of lookups.</summary>
    private static string Folder => Path.Combine(Repository.Root, "artifacts", "national");

    /// <summary>The assembly of the largest book that was built.</summary>
    public static string AssemblyPath => new BookProject(Path.Combine(Folder, "book")).AssemblyPath;

    /// <summary>Runs the measurement.</summary>
    /// <param name="codeSets">A folder of official files; empty for none.</param>
    public static void Measure(string codeSets)
    {
        var official = codeSets.Length == 0 ? [] : Directory.GetFiles(Path.GetFullPath(codeSets)).Where(file => Path.GetExtension(file) is ".csv" or ".txt" or ".tsv").Order(StringComparer.Ordinal).ToList();
        var diagnoses = official.Where(file => file.Contains("icd10cm", StringComparison.OrdinalIgnoreCase)).SelectMany(BillableDiagnoses).DefaultIfEmpty("S41.011A").ToList();

        Console.WriteLine("| book | rows | text | build | largest process | assembly |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Build("100 pages, constants", 100, diagnoses, [], "Constants");
        foreach (var size in Sizes)
        {
            Build(Invariant($"{size:N0} pages"), size, diagnoses, [], "Resource");
        }

        if (official.Count > 0)
        {
            Build(Invariant($"{official.Count} official files"), 1, diagnoses, official, "Resource");
            Build(Invariant($"12,000 pages and {official.Count} official files"), Sizes[^1], diagnoses, official, "Resource");
        }

        var (first, edited) = PageEdit.Measure(Path.Combine(Folder, "book", "pages"));
        Console.WriteLine();
        Console.WriteLine(Invariant($"The generator over 12,000 pages: {first.TotalSeconds:0.0} s; after an edit of one: {edited.TotalMilliseconds:0} ms (median)."));
    }

    private static void Build(string name, int pages, List<string> diagnoses, List<string> official, string carrier)
    {
        var folder = Path.Combine(Folder, "book");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var project = new BookProject(folder);
        var (rows, bytes) = new Synthesizer(diagnoses).Write(pages, Path.Combine(folder, "pages"));
        project.Write(official, carrier);
        var figures = project.Build();
        Console.WriteLine(Invariant(
            $"| {name} | {rows:N0} | {bytes / 1e6:0.0} MB | {figures.Elapsed.TotalSeconds:0.0} s | {figures.PeakMemory / 1e6:0} MB | {figures.AssemblySize / 1e6:0.0} MB |"));
    }

    private static IEnumerable<string> BillableDiagnoses(string orderFile) =>
        File.ReadLines(orderFile).Where(line => line.Length > 16 && line[14] == '1').Select(line => line[6..13].TrimEnd()).Where((_, index) => index % 7 == 0);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
