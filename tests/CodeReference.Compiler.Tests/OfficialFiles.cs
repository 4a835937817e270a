using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests;

/// <summary>Official files as the model has them: the real ones, and small ones made by hand.</summary>
internal static class OfficialFiles
{
    /// <summary>The folder of official files beside the repository; it may be absent.</summary>
    public static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "codesets");

    private static readonly Lazy<FileModel[]> RealFiles = new(() =>
        [Read("nucc_taxonomy_251.csv"), Read("icd10cm_order_2026.txt"), Read("hcpcs_level2_modifiers_2025OCT.csv"), Read("PPRRVU2025_Oct.csv")]);

    /// <summary>The whole of NUCC, of ICD-10-CM, of the HCPCS modifiers and of the fee schedule.</summary>
    public static FileModel[] Real => RealFiles.Value;

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

    private static FileModel Read(string name) =>
        PublicationCompiler.ReadAndModel(new(name, SourceKind.CodeSet, File.ReadAllText(Path.Combine(Folder, name))));
}
