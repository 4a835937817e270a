using Date = Google.Type.Date;

namespace CodeReference.Hosting.Tests;

/// <summary>What official files add to answers, by a book of three: the default one has none.</summary>
public sealed class CodeSetsTests
{
    private const string FeeSchedule = "CodeSets/PPRRVU2025_Oct.csv";
    private const string UnlikelyEdits = "CodeSets/MCR_MUE_PractitionerServices_Eff_07-01-2024.csv";

    private static readonly RequestHandler Answers = new(OfficialBook.Instance);

    [Fact]
    public void GetEdition_OfficialFiles_AreItsCodeSets()
    {
        Wire.CodeSet[] expected =
        [
            new() { Name = "Medically unlikely edits", Edition = "2024Q3", Effective = Day(2024, 7, 1), Rows = 1, File = UnlikelyEdits },
            new() { Name = "Medicare fee schedule", Edition = "2025 October", Effective = Day(2025, 10, 1), Rows = 2, File = FeeSchedule },
            new() { Name = "NUCC taxonomy", Edition = "25.1", Effective = Day(2025, 7, 1), Until = Day(2025, 12, 31), Rows = 1, File = "CodeSets/nucc_taxonomy_251.csv" },
        ];
        Assert.Equal(expected, Answers.GetEdition(new()).Edition.CodeSets);
    }

    [Fact]
    public void LookupCode_Procedure_HasItsRowsOfTheFeeSchedule()
    {
        var rows = Lookup("14020").FeeSchedule;
        Assert.Equal([(FeeSchedule, 4), (FeeSchedule, 5)], rows.Select(row => (row.Citation.File, row.Citation.Line)));
        Assert.Equal(
            ["|A|5|090|4|3|2|1|0|7.22|21.30|17.21", "26|R|1|010|2|0|1|9|1|6.11|12.17|12.08"],
            rows.Select(row => string.Join(
                '|', row.Modifier, row.Status, row.ProfessionalTechnical, row.Global, row.Multiple, row.Bilateral, row.Assistant, row.CoSurgeon, row.Team, row.WorkRvu, row.NonFacilityTotal, row.FacilityTotal)));
    }

    [Fact]
    public void LookupCode_Procedure_HasItsUnlikelyEdits()
    {
        var edit = Assert.Single(Lookup("14020").UnlikelyEdits);
        Assert.Equal((4, "3", "Clinical: Data"), (edit.Units, edit.AdjudicationIndicator, edit.Rationale));
        Assert.Equal((UnlikelyEdits, 2), (edit.Citation.File, edit.Citation.Line));
    }

    [Fact]
    public void LookupCode_OfficialTaxonomy_HasTheOfficialTitleAndNoneOfTheRows()
    {
        var code = Lookup("207q00000x");
        Assert.Equal((Wire.CodeStatus.Valid, "Family Medicine Physician"), (code.Status, code.OfficialTitle));
        Assert.Empty(code.FeeSchedule);
        Assert.Empty(code.UnlikelyEdits);
    }

    [Fact]
    public void LookupCode_Basic_LeavesOnlyTheQuotesOut()
    {
        var (basic, full) = (Lookup("14020", Wire.View.Basic), Lookup("14020"));
        Assert.All(basic.FeeSchedule, row => Assert.Empty(row.Citation.Quote));
        Assert.Equal(full.FeeSchedule.Select(row => row.FacilityTotal), basic.FeeSchedule.Select(row => row.FacilityTotal));
        Assert.Equal(full.UnlikelyEdits.Select(edit => edit.Rationale), basic.UnlikelyEdits.Select(edit => edit.Rationale));
    }

    [Fact]
    public void ListDiagnostics_FilesInOrder_AreOneEmptyPage()
    {
        var answer = Answers.ListDiagnostics(new());
        Assert.Empty(answer.Diagnostics);
        Assert.Empty(answer.NextPageToken);
    }

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private static Wire.Code Lookup(string code, Wire.View view = Wire.View.Full) => Answers.LookupCode(new() { Code = code, View = view }).Code;
}
