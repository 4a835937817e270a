using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Model.CodeSets;

public sealed class DiagnosisFormatTests
{
    private static readonly string Text = Line("00001", "T148", "0", "Other injury of unspecified body region") + Line("00002", "S41011A", "1", "Laceration of right shoulder");

    [Fact]
    public void Model_OrderFile_GivesTitlesAndWhatIsBillable()
    {
        var model = OfficialFile.Model("icd10cm_order_2026.txt", Text);

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["T148|Other injury of unspecified body region|no", "S41011A|Laceration of right shoulder|yes"], OfficialFile.Rows(model, SectionKind.OfficialDiagnoses));
        Assert.Equal([(2, 7, 7), (2, 78, 28), (2, 15, 1)], OfficialFile.Places(model.Rows(SectionKind.OfficialDiagnoses)[1]));
        Assert.Equal(["ICD-10-CM|FY2026|2025-10-01|2026-09-30|2"], OfficialFile.Rows(model, SectionKind.CodeSets));
    }

    [Fact]
    public void Model_LineBehindTheTitle_IsNotTruncatedAndOneBeforeItIs()
    {
        var model = OfficialFile.Model("icd10cm_order_2026.txt", Text + "00003 T149    0 Injury\r\n" + Line("00004", "T15", "0", "F"));

        Assert.Equal(["icd10cm_order_2026.txt(3,1): error CR1013: Line has 22 characters; a line of ICD-10-CM has at least 78"], OfficialFile.Said(model));
        Assert.Equal(3, model.Rows(SectionKind.OfficialDiagnoses).Count);
    }

    [Fact]
    public void Model_FlagThatIsNone_IsSaid() => Assert.Equal(
        ["a.txt(1,15): error CR2007: Diagnosis row \"T148\" has \"2\" under Billable; expected one of: yes, no"],
        OfficialFile.Said(OfficialFile.Model("a.txt", Line("00001", "T148", "2", "Injury") + Text.Replace("T148", "T149", StringComparison.Ordinal), "FY2026")));

    private static string Line(string order, string code, string flag, string title) => OfficialFile.Fixed(77 + title.Length, (1, order), (7, code), (15, flag), (17, "Short"), (78, title));
}
