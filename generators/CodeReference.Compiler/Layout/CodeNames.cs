using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>A code that gets a name in C#.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Documentation">Its documentation, from the publication.</param>
internal sealed record CodeName(ulong Key, string Documentation);

/// <summary>A code that a file names.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Text">What the file calls it: its own text, because all files together say a hundred times what names need.</param>
/// <param name="IsPublished">Whether that is a publication's word, and not official.</param>
internal sealed record NamedCode(ulong Key, string Text, bool IsPublished)
{
    public string Documentation => Text.Length == 0 ? "" : (IsPublished ? "Published as: " : "") + Text + ".";
}

/// <summary>The codes that one file names, with their documentation; in a book, after the files of smaller procedures and paths.</summary>
internal sealed record FileNames(ulong Procedure, string Path, EquatableArray<NamedCode> Names)
{
    public static FileNames Of(FileModel file) => new(file.Procedure, file.Path, CodeNames.Of(file));
}

/// <summary>
/// The codes that get a name in C#, and what each is documented with: those of publications, reference tables and rules.
/// The rest of an official code set is looked up, not named.
/// </summary>
internal static class CodeNames
{
    // Enough to tell what it is; a diagnosis can stand in thousands of publications.
    private const int MaxLines = 2;

    private static readonly CodeSystem[] Named = [CodeSystem.Cpt, CodeSystem.Modifier, CodeSystem.NuccTaxonomy, CodeSystem.Icd10Cm];

    /// <summary>The codes that one file names, in the order of the file.</summary>
    public static EquatableArray<NamedCode> Of(FileModel file) =>
        file.Sections.Where(section => section.Kind < SectionKind.CodeSets)
            .SelectMany(section => section.Rows, (section, row) => (section.Kind, Row: row))
            .SelectMany(said => Keys(said.Kind, said.Row).Select(key => new NamedCode(key, TextOf(said.Kind, said.Row), IsPublished(said.Kind))))
            .Where(name => Named.Contains(CodeKey.SystemOf(name.Key)))
            .Distinct()
            .ToEquatableArray();

    /// <summary>The names of a book, in the order of codes: its files' names together.</summary>
    public static EquatableArray<CodeName> Of(IEnumerable<EquatableArray<NamedCode>> files)
    {
        var lines = new SortedDictionary<ulong, List<string>>();
        foreach (var file in files)
        {
            foreach (var name in file.AsSpan())
            {
                if (!lines.TryGetValue(name.Key, out var said))
                {
                    lines.Add(name.Key, said = []);
                }

                if (said.Count < MaxLines && name.Documentation is { Length: > 0 } line && !said.Contains(line))
                {
                    said.Add(line);
                }
            }
        }

        return lines.Select(name => new CodeName(name.Key, string.Join(" ", name.Value))).ToEquatableArray();
    }

    private static IEnumerable<ulong> Keys(SectionKind section, Row row) =>
        section == SectionKind.ModifierRules
            ? CellValues.Keys(CodeSystem.Modifier, row[RuleColumns.Modifiers]).Concat(CellValues.Keys(CodeSystem.Modifier, row[RuleColumns.With]))
            : row.Key == 0 ? [] : [row.Key];

    private static bool IsPublished(SectionKind section) =>
        section is SectionKind.Modifiers or SectionKind.Taxonomies or SectionKind.Diagnoses or SectionKind.RelatedProcedures;

    private static string TextOf(SectionKind section, Row row) => section switch
    {
        SectionKind.Title => row[ProseColumns.Text],
        SectionKind.ModifierRegistry => row[RegistryColumns.Title],
        SectionKind.OfficialTitles when row[OfficialTitleColumns.Status] == OfficialTitleColumns.Absent => "Not in the code set",
        SectionKind.OfficialTitles => row[OfficialTitleColumns.OfficialTitle] + " (" + row[OfficialTitleColumns.Status] + ")",
        SectionKind.CodeSelection => Selection(row),
        _ => IsPublished(section) ? row[PublishedColumns.Description] : "",
    };

    private static string Selection(Row row)
    {
        var unit = row[SelectionColumns.Unit];
        var above = row[SelectionColumns.Above].Length == 0 ? "" : ", above " + row[SelectionColumns.Above] + " " + unit;
        var upTo = row[SelectionColumns.UpTo].Length == 0 ? "" : ", up to " + row[SelectionColumns.UpTo] + " " + unit;
        return row[SelectionColumns.Technique] + ": " + row[SelectionColumns.SiteGroup] + above + upTo;
    }
}
