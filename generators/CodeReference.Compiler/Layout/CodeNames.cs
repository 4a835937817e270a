using CodeReference.Compiled;
using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Layout;

/// <summary>A code that gets a name in C#.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Documentation">What is said of it.</param>
internal sealed record CodeName(ulong Key, string Documentation);

/// <summary>What one file says of the codes that it names; in a book, after the files of smaller procedures and paths.</summary>
internal sealed record FileNames(ulong Procedure, string Path, EquatableArray<CodeName> Names)
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

    /// <summary>What one file says of the codes that it names, in the order of the file.</summary>
    public static EquatableArray<CodeName> Of(FileModel file) =>
        file.Sections.Where(section => section.Kind < SectionKind.CodeSets)
            .SelectMany(section => section.Rows, (section, row) => (section.Kind, Row: row))
            .SelectMany(said => Keys(said.Kind, said.Row).Select(key => new CodeName(key, Describe(said.Kind, said.Row))))
            .Where(name => Named.Contains(CodeKey.SystemOf(name.Key)))
            .Distinct()
            .ToEquatableArray();

    /// <summary>The names of a book, in the order of codes: its files' names together.</summary>
    public static EquatableArray<CodeName> Of(IEnumerable<EquatableArray<CodeName>> files)
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

                if (name.Documentation.Length > 0 && said.Count < MaxLines && !said.Contains(name.Documentation))
                {
                    said.Add(name.Documentation);
                }
            }
        }

        return lines.Select(name => new CodeName(name.Key, string.Join(" ", name.Value))).ToEquatableArray();
    }

    private static IEnumerable<ulong> Keys(SectionKind section, Row row) =>
        section == SectionKind.ModifierRules
            ? Values.Keys(CodeSystem.Modifier, row[RuleColumns.Modifiers]).Concat(Values.Keys(CodeSystem.Modifier, row[RuleColumns.With]))
            : row.Key == 0 ? [] : [row.Key];

    private static string Describe(SectionKind section, Row row) => section switch
    {
        SectionKind.Title => row[0] + ".",
        SectionKind.ModifierRegistry => row[2] + ".",
        SectionKind.OfficialTitles when row[3] == "not in the code set" => "Not in the code set.",
        SectionKind.OfficialTitles => row[2] + " (" + row[3] + ").",
        SectionKind.Modifiers or SectionKind.Taxonomies or SectionKind.Diagnoses or SectionKind.RelatedProcedures =>
            "Published as: " + row[1] + ".",
        SectionKind.CodeSelection => Selection(row),
        _ => "",
    };

    private static string Selection(Row row)
    {
        var unit = row[SelectionColumns.Unit];
        var above = row[SelectionColumns.Above].Length == 0 ? "" : ", above " + row[SelectionColumns.Above] + " " + unit;
        var upTo = row[SelectionColumns.UpTo].Length == 0 ? "" : ", up to " + row[SelectionColumns.UpTo] + " " + unit;
        return row[SelectionColumns.Technique] + ": " + row[SelectionColumns.SiteGroup] + above + upTo + ".";
    }
}
