using CodeReference.Format;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>The provider taxonomy of the NUCC, as CSV.</summary>
internal static class TaxonomyFormat
{
    public static readonly DelimitedFormat Delimited = new(
        "NUCC taxonomy",
        CodeSetEdition.OfTaxonomy,
        [new("Code"), new("Display Name"), new("Grouping"), new("Classification"), new("Specialization"), new("Section") { IsOptional = true }],
        (rows, _) => rows.AddTo(SectionKind.OfficialTaxonomies, cells => cells));
}
