using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>
/// The procedure-to-procedure edits of the NCCI, cells between tabs under captions that go on for several lines. There
/// are millions of them: they are read in one pass, into an array that is made once.
/// </summary>
internal static class NcciEditFormat
{
    private const string RowName = "NCCI edit";
    private const int Indicator = 2;
    private const int Rationale = 3;
    private const int Effective = 4;
    private const int Deletion = 5;

    public static readonly DelimitedFormat Delimited = new(
        "NCCI procedure-to-procedure edits",
        CodeSetEdition.OfNcciEdits,
        [
            new("Column 1"), new("Column 2"), new("Modifier"), new("PTP Edit Rationale", "Rationale"),
            new("Effective") { IsOptional = true }, new("Deletion") { IsOptional = true },
        ],
        AddRows);

    private static void AddRows(DelimitedRows rows, CodeSetOutput output)
    {
        // Only the name tells one file from the other.
        output.Name += output.FileName.StartsWith("ccioph", StringComparison.OrdinalIgnoreCase) ? ", outpatient hospital" : "";
        var edits = new NcciEditRow[rows.LinesLeft];
        var count = 0;
        var texts = new TextInterner();
        while (rows.Read())
        {
            if (TryRead(rows, texts, output) is { } edit)
            {
                if (count == edits.Length)
                {
                    Array.Resize(ref edits, (count * 2) + 1);
                }

                edits[count++] = edit;
            }
        }

        Array.Resize(ref edits, count);
        NcciDuplicates.Report(edits, output);
        output.Edits = new(edits);
    }

    private static NcciEditRow? TryRead(DelimitedRows rows, TextInterner texts, CodeSetOutput output)
    {
        var isRead = TryCode(rows, 0, output, out var column1)
            & TryCode(rows, 1, output, out var column2)
            & TryDate(rows, Effective, "Effective", output, out var effective)
            & TryDate(rows, Deletion, "Deletion", output, out var deleted);
        var indicator = rows.Raw(Indicator);
        if (indicator.Length != 1 || indicator[0] is not ('0' or '1' or '9'))
        {
            isRead = Refuse(rows, Indicator, "Modifier", "one of: 0, 1, 9", output);
        }

        return isRead
            ? new(column1, column2, rows.Line, effective, deleted, indicator[0], texts.Of(rows.Raw(Rationale)))
            : null;
    }

    private static bool TryCode(DelimitedRows rows, int column, CodeSetOutput output, out ulong code)
    {
        if (CodeKey.TryPack(CodeSystem.Cpt, rows.Raw(column), out code))
        {
            return true;
        }

        var cell = rows.Cell(column);
        if (cell.Text.Length == 0)
        {
            output.Report(Diagnostics.EmptyCell, cell.Span, RowName, column == 0 ? "Column 1" : "Column 2");
        }
        else
        {
            output.Report(Diagnostics.MalformedCode, cell.Span, "Procedure", cell.Text, CodeFormat.Of(CodeSystem.Cpt));
        }

        return false;
    }

    private static bool TryDate(DelimitedRows rows, int column, string header, CodeSetOutput output, out int date) =>
        OfficialDate.TryNumber(rows.Raw(column), out date) || Refuse(rows, column, header, "a date like 20241231, a star or nothing", output);

    private static bool Refuse(DelimitedRows rows, int column, string header, string expected, CodeSetOutput output)
    {
        var cell = rows.Cell(column);
        output.Report(Diagnostics.UnexpectedValue, cell.Span, RowName, rows.Raw(0).ToString() + " " + rows.Raw(1).ToString(), cell.Text, header, expected);
        return false;
    }
}
