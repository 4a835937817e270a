using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>The ICD-10-CM order file, of fixed columns: every code and every header of codes, in the order of the book.</summary>
internal static class DiagnosisFormat
{
    private const int BillableAt = 15;
    private const int TitleAt = 78;

    public static readonly FixedFormat Fixed = new(
        "ICD-10-CM", CodeSetEdition.OfDiagnoses, TitleAt, HasShape, _ => false, AddRows);

    // "00002 A000    1 Cholera ..."
    private static bool HasShape(TextLine line)
    {
        foreach (var c in line.Columns(1, 5))
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return line.At(6) == ' ' && char.IsLetter(line.At(7)) && line.At(14) == ' ' && line.At(BillableAt) is '0' or '1' && line.At(16) == ' ';
    }

    private static void AddRows(IEnumerable<TextLine> lines, CodeSetOutput output)
    {
        var schema = TableSchema.Of(SectionKind.OfficialDiagnoses);
        foreach (var line in lines)
        {
            var billable = line.Cell(BillableAt, BillableAt);
            output.Add(schema, [line.Cell(7, 13), line.Cell(TitleAt), billable with { Text = Billable(billable.Text) }]);
        }
    }

    private static string Billable(string flag) => flag switch
    {
        "1" => YesOrNo.Yes,
        "0" => YesOrNo.No,
        _ => flag,
    };
}
