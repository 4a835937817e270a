using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>
/// The relative value file of the Medicare physician fee schedule: as CSV, its captions stacked over several records, or
/// in lines of 171 fixed columns. The descriptions in it are the AMA's: no column of them is read, and what strays from
/// them into another, where a row is broken, is not repeated.
/// </summary>
internal static class FeeScheduleFormat
{
    private const string NotRepeated = "\u2026";

    public static readonly DelimitedFormat Delimited = new(
        "Medicare fee schedule",
        CodeSetEdition.OfFeeSchedule,
        [
            new("HCPCS"), new("STATUS CODE"), new("PCTC IND"), new("GLOB DAYS"), new("MULT PROC"), new("BILAT SURG"), new("ASST SURG"),
            new("CO- SURG"), new("TEAM SURG"), new("MOD"), new("WORK RVU"), new("NON-FAC PE RVU"), new("FACILITY PE RVU"), new("MP RVU"),
            new("NON-FACILITY TOTAL"), new("FACILITY TOTAL"), new("PRE OP"), new("INTRA OP"), new("POST OP"), new("ENDO BASE"),
        ],
        (rows, _) => rows.AddTo(SectionKind.FeeSchedule, WithoutText, FeeScheduleColumns.Modifier));

    public static readonly FixedFormat Fixed = new(
        "Medicare fee schedule", CodeSetEdition.OfFeeSchedule, 171, HasShape, line => line.Text.StartsWith("HDR".AsSpan(), StringComparison.Ordinal), AddRows);

    // The columns of the schema in lines of the fixed layout.
    private static readonly (int First, int Last)[] Columns =
    [
        (1, 5), (58, 58), (103, 103), (104, 106), (116, 116), (117, 117), (118, 118), (119, 119), (120, 120), (6, 7), (60, 65), (67, 72),
        (76, 81), (85, 89), (91, 96), (97, 102), (107, 109), (110, 112), (113, 115), (128, 132),
    ];

    private static bool HasShape(TextLine line) =>
        CodeKey.TryPack(CodeSystem.Cpt, line.Columns(1, 5), out _)
        && (line.Columns(6, 7).IsWhiteSpace() || CodeKey.TryPack(CodeSystem.Modifier, line.Columns(6, 7), out _))
        && line.At(58) is >= 'A' and <= 'Z' && line.At(59) == ' ' && line.Columns(60, 65).IndexOf('.') >= 0 && line.Columns(67, 72).IndexOf('.') >= 0;

    private static void AddRows(IEnumerable<TextLine> lines, CodeSetOutput output)
    {
        var schema = TableSchema.Of(SectionKind.FeeSchedule);
        foreach (var line in lines)
        {
            output.Add(schema, WithoutText([.. Columns.Select(column => line.Cell(column.First, column.Last))]), FeeScheduleColumns.Modifier);
        }
    }

    private static Cell[] WithoutText(Cell[] cells) => [.. cells.Select(cell => Column.IsFigure(cell.Text) ? cell : cell with { Text = NotRepeated })];
}
