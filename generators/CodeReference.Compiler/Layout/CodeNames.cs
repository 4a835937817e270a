using CodeReference.Compiled;
using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Layout;

/// <summary>Says of every code of the book what its name in C# is to be documented with.</summary>
internal static class CodeNames
{
    public static IEnumerable<CodeName> Of(CodeLayout codes) =>
        from system in new[] { CodeSystem.Cpt, CodeSystem.Modifier, CodeSystem.NuccTaxonomy, CodeSystem.Icd10Cm }
        from key in codes.Of(system)
        select new CodeName(system, key, codes.Mentions(key).Select(Describe).Where(text => text.Length > 0).Distinct().ToEquatableArray());

    private static string Describe(PlacedRow row) => row.Section switch
    {
        SectionKind.Title => row.Row[0] + ".",
        SectionKind.ModifierRegistry => row.Row[2] + ".",
        SectionKind.OfficialTitles when row.Row[3] == "not in the code set" => "Not in the code set.",
        SectionKind.OfficialTitles => row.Row[2] + " (" + row.Row[3] + ").",
        SectionKind.Modifiers or SectionKind.Taxonomies or SectionKind.Diagnoses or SectionKind.RelatedProcedures =>
            "Published as: " + row.Row[1] + ".",
        SectionKind.CodeSelection => Selection(row.Row),
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
