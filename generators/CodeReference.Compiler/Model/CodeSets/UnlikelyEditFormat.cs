using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>
/// Medically unlikely edits of the NCCI, as CSV: a notice in quotes over several lines, then a header of which the first
/// caption has a line feed in it. There is a file for each of three kinds of claim, each with different units.
/// </summary>
internal static class UnlikelyEditFormat
{
    public static readonly DelimitedFormat Delimited = new(
        "Medically unlikely edits",
        CodeSetEdition.OfUnlikelyEdits,
        [new("HCPCS/CPT Code"), new("MUE Values", "MUE Value"), new("MUE Adjudication Indicator"), new("MUE Rationale") { IsOptional = true }],
        (rows, output) =>
        {
            output.Name += KindOfClaim(rows.Caption(UnlikelyEditColumns.Units));
            rows.AddTo(SectionKind.UnlikelyEdits, WithDigit);
        });

    // Those of practitioners are what is meant when none is named.
    private static string KindOfClaim(string caption) =>
        caption.StartsWith("Outpatient", StringComparison.OrdinalIgnoreCase) ? ", outpatient hospital"
        : caption.StartsWith("DME", StringComparison.OrdinalIgnoreCase) ? ", DME supplier"
        : "";

    private static Cell[] WithDigit(Cell[] cells)
    {
        cells[UnlikelyEditColumns.AdjudicationIndicator] = Digit(cells[UnlikelyEditColumns.AdjudicationIndicator]);
        return cells;
    }

    // "3 Date of Service Edit: Clinical" is 3; text without the digit stays, for its column to refuse.
    private static Cell Digit(Cell cell) =>
        cell.Text.Length > 1 && char.IsDigit(cell.Text[0]) && cell.Text[1] == ' '
            ? new(cell.Text.Substring(0, 1), cell.Span with { Length = 1 })
            : cell;
}
