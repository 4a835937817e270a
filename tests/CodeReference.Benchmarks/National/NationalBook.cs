using System.Globalization;
using System.IO.Compression;
using System.Reflection;

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

    private static string AssemblyPath => new BookProject(Path.Combine(Folder, "book")).AssemblyPath;

    /// <summary>The largest book that was built.</summary>
    public static ReferenceBook Load() => File.Exists(AssemblyPath)
        ? (ReferenceBook)Assembly.LoadFrom(AssemblyPath).GetType("NationalBook.Book", throwOnError: true)!.GetProperty("Instance")!.GetValue(null)!
        : throw new InvalidOperationException("There is no national book: build one first, with the argument national.");

    /// <summary>Runs the measurement.</summary>
    /// <param name="codeSets">A folder of official files; empty for none.</param>
    /// <param name="largestAlone">Whether to build only the largest book, for the benchmarks of lookups.</param>
    public static void Measure(string codeSets, bool largestAlone)
    {
        var official = codeSets.Length == 0 ? [] : OfficialFiles(Path.GetFullPath(codeSets));
        var synthesizer = new Synthesizer(
            [.. official.Where(IsDiagnoses).SelectMany(Diagnoses).DefaultIfEmpty(("S41.011A", "Laceration without foreign body of right shoulder, initial encounter"))],
            [.. official.Where(IsTaxonomies).SelectMany(Taxonomies).DefaultIfEmpty(("208600000X", "Surgery"))]);

        Console.WriteLine("| book | rows | text | build | largest process | assembly |");
        Console.WriteLine("|---|---|---|---|---|---|");
        if (!largestAlone)
        {
            foreach (var size in Sizes[..2])
            {
                Build(Invariant($"{size:N0} pages, constants"), size, synthesizer, [], "Constants");
            }

            foreach (var size in Sizes)
            {
                Build(Invariant($"{size:N0} pages"), size, synthesizer, [], "Resource");
            }
        }

        if (!largestAlone && official.Count > 0)
        {
            Build(Invariant($"{official.Count} official files"), 1, synthesizer, official, "Resource");
        }

        Build(Invariant($"{Sizes[^1]:N0} pages and {official.Count} official files"), Sizes[^1], synthesizer, official, "Resource");
        var (first, edited) = PageEdit.Measure(Path.Combine(Folder, "book", "pages"));
        Console.WriteLine();
        Console.WriteLine(Invariant($"The generator over 12,000 pages: {first.TotalSeconds:0.0} s; after an edit of one: {edited.TotalMilliseconds:0} ms (median)."));
    }

    private static void Build(string name, int pages, Synthesizer synthesizer, List<string> official, string carrier)
    {
        var folder = Path.Combine(Folder, "book");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var project = new BookProject(folder);
        var (rows, bytes) = synthesizer.Write(pages, Path.Combine(folder, "pages"));
        project.Write(official, carrier);
        var figures = project.Build();
        Console.WriteLine(Invariant(
            $"| {name} | {rows:N0} | {bytes / 1e6:0.0} MB | {figures.Elapsed.TotalSeconds:0.0} s | {figures.PeakMemory / 1e6:0} MB | {figures.AssemblySize / 1e6:0.0} MB |"));
    }

    // A compressed file is unpacked first.
    private static List<string> OfficialFiles(string folder)
    {
        var unpacked = Directory.CreateDirectory(Path.Combine(Folder, "codesets")).FullName;
        foreach (var file in Directory.GetFiles(folder, "*.gz"))
        {
            using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var text = File.Create(Path.Combine(unpacked, Path.GetFileNameWithoutExtension(file)));
            packed.CopyTo(text);
        }

        return [.. Directory.GetFiles(folder).Concat(Directory.GetFiles(unpacked))
            .Where(file => Path.GetExtension(file) is ".csv" or ".txt" or ".tsv").Order(StringComparer.Ordinal)];
    }

    private static bool IsDiagnoses(string file) => Path.GetFileName(file).StartsWith("icd10cm", StringComparison.OrdinalIgnoreCase);

    private static bool IsTaxonomies(string file) => Path.GetFileName(file).StartsWith("nucc", StringComparison.OrdinalIgnoreCase);

    // Every seventh that may be billed, with its title.
    private static IEnumerable<(string Code, string Title)> Diagnoses(string file) =>
        File.ReadLines(file).Where(line => line.Length > 77 && line[14] == '1').Where((_, index) => index % 7 == 0).Select(line => (line[6..13].TrimEnd(), line[77..].Trim()));

    private static IEnumerable<(string Code, string Title)> Taxonomies(string file) =>
        File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Where(cells => cells[0].Length == 10 && !cells[2].Contains('"')).Select(cells => (cells[0], cells[2]));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
