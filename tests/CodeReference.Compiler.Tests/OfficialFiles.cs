using System.IO.Compression;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests;

/// <summary>Official files as the model has them: whole ones, excerpts of them, and small ones made by hand.</summary>
internal static class OfficialFiles
{
    private static readonly string WholeFolder = Path.Combine(Repository.Root, "..", "shared", "codesets");

    private static readonly Lazy<FileModel[]> Excerpts = new(() => ReadOneOfEach(isWhole: false));
    private static readonly Lazy<FileModel[]> WholeFiles = new(() => ReadOneOfEach(isWhole: true));

    /// <summary>The folder of excerpts, a part of the repository.</summary>
    public static string ExcerptFolder { get; } = Path.Combine(Repository.Root, "tests", "CodeReference.Compiler.Tests", "Excerpts");

    /// <summary>Whether the whole files are beside the repository. The excerpts are in it.</summary>
    public static bool HasWholeFiles { get; } = Directory.Exists(WholeFolder);

    /// <summary>A test of official files runs on the excerpts (false), and on the whole files (true) where they are.</summary>
    public static TheoryData<bool> Extents => HasWholeFiles ? [false, true] : [false];

    /// <summary>A file each of NUCC, of ICD-10-CM, of the HCPCS modifiers and of the fee schedule.</summary>
    public static FileModel[] OneOfEach(bool isWhole) => (isWhole ? WholeFiles : Excerpts).Value;

    /// <summary>The text of a file; some of the whole ones are compressed.</summary>
    public static string ReadText(string name, bool isWhole)
    {
        var path = Path.Combine(isWhole ? WholeFolder : ExcerptFolder, name);
        if (File.Exists(path))
        {
            return File.ReadAllText(path);
        }

        using var text = new StreamReader(new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    /// <summary>A file as the compiler reads it.</summary>
    public static FileModel Read(string name, bool isWhole) =>
        PublicationCompiler.ReadAndModel(new(Path.GetFileName(name), SourceKind.CodeSet, ReadText(name, isWhole)));

    /// <summary>A file with one section; a cell that a row lacks is empty.</summary>
    public static FileModel Of(string name, string edition, SectionKind kind, params IEnumerable<string[]> rows) => Of(name, edition, "", kind, rows);

    public static FileModel Of(string name, string edition, string effective, SectionKind kind, params IEnumerable<string[]> rows)
    {
        var schema = TableSchema.Of(kind);
        var sections = new[]
        {
            new Section(SectionKind.CodeSets, new([new(0, Cells([name, edition, effective, "", "1"], 5, 1))])),
            new Section(kind, rows.Select((row, number) =>
            {
                var cells = Cells(row, schema.Columns.Length, number + 2);
                return new Row(schema.CodeOf(cells), cells);
            }).ToEquatableArray()),
        };
        return new(name + ".csv", "", SourceKind.CodeSet, "", 0, sections.ToEquatableArray(), default, default);
    }

    private static EquatableArray<Cell> Cells(string[] texts, int columns, int line) =>
        Enumerable.Range(0, columns).Select(column => new Cell(column < texts.Length ? texts[column] : "", new(0, 0, line, 1))).ToEquatableArray();

    private static FileModel[] ReadOneOfEach(bool isWhole) =>
        [.. new[] { "nucc_taxonomy_251.csv", "icd10cm_order_2026.txt", "hcpcs_level2_modifiers_2025OCT.csv", "PPRRVU2025_Oct.csv" }.Select(name => Read(name, isWhole))];
}
