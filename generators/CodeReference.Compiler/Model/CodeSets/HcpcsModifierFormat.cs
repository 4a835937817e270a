using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>
/// The modifiers of HCPCS Level II, from a release of the whole set: as CSV, or in lines of 320 fixed columns, where a
/// long text goes on in further lines. Procedures, which have other record ids, are passed over.
/// </summary>
internal static class HcpcsModifierFormat
{
    private const int RecordId = 6;
    private const int RecordIdAt = 11;
    private const int LongTextAt = 12;
    private const int LongTextLength = 80;

    public static readonly DelimitedFormat Delimited = new(
        "HCPCS modifiers",
        CodeSetEdition.OfRelease,
        [
            new("HCPC", "Modifier"), new("Long Description"), new("Short Description"), new("Add Dt", "Added Date"),
            new("Act Eff Dt", "Action Effective Date"), new("Term Dt", "Termination Date"), new("RECID") { IsOptional = true },
        ],
        (rows, _) => rows.AddTo(SectionKind.OfficialModifiers, cells => rows.Has(RecordId) && cells[RecordId].Text != "7"
            ? null
            : WithDates(cells.AsSpan(0, RecordId).ToArray())));

    public static readonly FixedFormat Fixed = new(
        "HCPCS modifiers", CodeSetEdition.OfRelease, 293, HasShape, _ => false, AddRows);

    // A code, or three spaces and a modifier; a number of five digits; a record id.
    private static bool HasShape(TextLine line)
    {
        foreach (var c in line.Columns(6, 10))
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        var isModifier = line.Columns(1, 3).IsWhiteSpace();
        return line.Length > LongTextAt && line.At(4) != ' ' && line.At(5) != ' ' && line.At(RecordIdAt) is var id && (isModifier ? id is '7' or '8' : id is '3' or '4');
    }

    private static void AddRows(IEnumerable<TextLine> lines, CodeSetOutput output)
    {
        var schema = TableSchema.Of(SectionKind.OfficialModifiers);
        Cell[]? row = null;
        var title = "";
        foreach (var line in lines)
        {
            switch (line.At(RecordIdAt))
            {
                case '7':
                    AddRow();
                    title = LongText(line);
                    row =
                    [
                        line.Cell(4, 5), line.Cell(LongTextAt, 91), line.Cell(92, 119),
                        OfficialDate.ToIso(line.Cell(269, 276)), OfficialDate.ToIso(line.Cell(277, 284)), OfficialDate.ToIso(line.Cell(285, 292)),
                    ];
                    break;
                case '8':
                    title += LongText(line);
                    break;
                case '3' or '4':
                    break;
                default:
                    output.Report(
                        Diagnostics.UnexpectedValue, line.Cell(RecordIdAt, RecordIdAt).Span,
                        schema.Name, line.Cell(1, 5).Text, line.At(RecordIdAt).ToString(), "Record Id", "one of: 3, 4, 7, 8");
                    break;
            }
        }

        AddRow();

        void AddRow()
        {
            if (row is not null)
            {
                var text = string.Join(" ", title.Split([' '], StringSplitOptions.RemoveEmptyEntries));
                row[OfficialModifierColumns.OfficialTitle] = row[OfficialModifierColumns.OfficialTitle] with { Text = text };
                output.Add(schema, row);
            }
        }
    }

    private static Cell[] WithDates(Cell[] cells)
    {
        foreach (var date in new[] { OfficialModifierColumns.Added, OfficialModifierColumns.Effective, OfficialModifierColumns.Ended })
        {
            cells[date] = OfficialDate.ToIso(cells[date]);
        }

        return cells;
    }

    // All eighty columns: a space at the end of one parts it from the next.
    private static string LongText(TextLine line) => line.Columns(LongTextAt, LongTextAt + LongTextLength - 1).ToString();
}
