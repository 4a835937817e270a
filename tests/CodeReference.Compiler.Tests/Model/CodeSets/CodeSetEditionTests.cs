using CodeReference.Compiler.Model.CodeSets;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Model.CodeSets;

public sealed class CodeSetEditionTests
{
    private const string Taxonomies = "Code,Display Name,Grouping,Classification,Specialization\n207Q00000X,Family Medicine Physician,P,F,\n";

    [Theory]
    [InlineData("nucc_taxonomy_251.csv", "25.1 2025-07-01 2025-12-31")]
    [InlineData("nucc_taxonomy_260.csv", "26.0 2026-01-01 2026-06-30")]
    [InlineData("nucc_taxonomy_2512.csv", null)]
    [InlineData("nucc_taxonomy.csv", null)]
    public void OfTaxonomy_FileName_Tells(string name, string? expected) => Assert.Equal(expected, Text(CodeSetEdition.OfTaxonomy(name, [])));

    [Theory]
    [InlineData("icd10cm_order_2026.txt", "FY2026 2025-10-01 2026-09-30")]
    [InlineData("icd10cm-order-2026.txt", "FY2026 2025-10-01 2026-09-30")]
    [InlineData("icd10cm-order-April-2026.txt", "FY2026 April 2026-04-01 2026-09-30")]
    [InlineData("order.txt", null)]
    public void OfDiagnoses_FileName_Tells(string name, string? expected) => Assert.Equal(expected, Text(CodeSetEdition.OfDiagnoses(name, [])));

    [Theory]
    [InlineData("HCPC2026_OCT_ANWEB.csv", "2026 October 2026-10-01 ")]
    [InlineData("HCPC2025_JAN_ANWEB_v3.txt", "2025 January 2025-01-01 ")]
    [InlineData("hcpcs_level2_modifiers_2025OCT.csv", "2025 October 2025-10-01 ")]
    public void OfRelease_FileName_Tells(string name, string? expected) => Assert.Equal(expected, Text(CodeSetEdition.OfRelease(name, [])));

    [Theory]
    [InlineData("a.csv", "2026 National Physician Fee Schedule Relative Value File July Release", "2026 July 2026-07-01 ")]
    [InlineData("PPRRVU2025_Oct.csv", "", "2025 October 2025-10-01 ")]
    [InlineData("PPRRVU25_OCT.txt", "", "2025 October 2025-10-01 ")]
    [InlineData("PPRRVU.csv", "RELEASED 09/11/2025", null)]
    public void OfFeeSchedule_NoticeOrFileName_Tells(string name, string notice, string? expected) =>
        Assert.Equal(expected, Text(CodeSetEdition.OfFeeSchedule(name, [new(notice, default)])));

    [Theory]
    [InlineData("ccipra-v322r0-f1.txt", "2026Q3 2026-07-01 ")]
    [InlineData("ccioph-v303r1-f4.txt", "2024Q4 2024-10-01 ")]
    [InlineData("ptp_practitioner_2024Q3_14020.tsv", "2024Q3 2024-07-01 ")]
    [InlineData("ccipra.txt", null)]
    public void OfNcciEdits_FileName_Tells(string name, string? expected) => Assert.Equal(expected, Text(CodeSetEdition.OfNcciEdits(name, [])));

    [Theory]
    [InlineData("MCR_MUE_PractitionerServices_Eff_07-01-2024.csv", "2024Q3 2024-07-01 ")]
    [InlineData("MCR_MUE_Eff_13-01-2024.csv", null)]
    public void OfUnlikelyEdits_FileName_Tells(string name, string? expected) => Assert.Equal(expected, Text(CodeSetEdition.OfUnlikelyEdits(name, [])));

    [Theory]
    [InlineData("nucc_taxonomy_251.csv", "", "", "25.1|2025-07-01|2025-12-31")]
    [InlineData("nucc_taxonomy_251.csv", "25.1", "2025-07-01", "25.1|2025-07-01|2025-12-31")]
    [InlineData("nucc_taxonomy_251.csv", "26.0", "", "26.0||")]
    [InlineData("nucc_taxonomy_251.csv", "", "2025-08-01", "25.1|2025-08-01|")]
    [InlineData("latest.csv", "26.0", "2026-01-01", "26.0|2026-01-01|")]
    public void Model_EditionThatTheProjectStates_GoesBeforeTheName(string name, string edition, string effective, string expected)
    {
        var model = OfficialFile.Model(name, Taxonomies, edition, effective);

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["NUCC taxonomy|" + expected + "|1"], OfficialFile.Rows(model, SectionKind.CodeSets));
    }

    [Fact]
    public void Model_FirstDayThatIsNone_IsSaid() => Assert.Equal(
        ["nucc_taxonomy_251.csv(1,1): error CR2007: Code set row \"NUCC taxonomy\" has \"July\" under Effective; expected a date like 2025-12-31, or nothing"],
        OfficialFile.Said(OfficialFile.Model("nucc_taxonomy_251.csv", Taxonomies, effective: "July")));

    private static string? Text(CodeSetEdition? edition) => edition is null ? null : $"{edition.Name} {edition.Effective} {edition.Until}";
}
