using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Model.CodeSets;

/// <summary>The descriptions of these tests are made up: those of the files are the AMA's.</summary>
public sealed class FeeScheduleFormatTests
{
    private const string Secret = "Madeup text";

    private const string Preamble =
        ",,2025 National Physician Fee Schedule Relative Value File October Release,,,,,,,,,,,,,,,,,,,\n"
        + ",,,,WORK,NON-FAC,FACILITY,MP,NON-FACILITY,FACILITY,,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,ENDO,PRIC\n"
        + ",,,STATUS,,,,,,,PCTC,,,,,,,,,,,\n";

    private const string Header = "HCPCS,MOD,DESCRIPTION,CODE,RVU,PE RVU,PE RVU,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,IND\n";

    private const string Row = "14020,,\"" + Secret + ", long\",A,7.22,12.5,8.4,0.9,20.62,16.52,0,090,0.1,0.8,0.1,2,0,1,0,0,,9\n";

    [Fact]
    public void Model_StackedCaptions_GivesEveryColumnItsPlace()
    {
        var model = OfficialFile.Model("a.csv", Preamble + Header + Row + Row.Replace("14020,", "14020,26", StringComparison.Ordinal));

        Assert.Empty(model.Diagnostics);
        Assert.Equal(
            ["14020|A|0|090|2|0|1|0|0||7.22|12.5|8.4|0.9|20.62|16.52|0.1|0.8|0.1|", "14020|A|0|090|2|0|1|0|0|26|7.22|12.5|8.4|0.9|20.62|16.52|0.1|0.8|0.1|"],
            OfficialFile.Rows(model, SectionKind.FeeSchedule));
        Assert.Equal([(5, 1, 5), (5, 28, 1)], OfficialFile.Places(model.Rows(SectionKind.FeeSchedule)[0]).Take(2));
        Assert.Equal(["Medicare fee schedule|2025 October|2025-10-01||2"], OfficialFile.Rows(model, SectionKind.CodeSets));
    }

    [Fact]
    public void Model_OneCodeAndModifierTwice_IsSaid() => Assert.Equal(
        ["a.csv(6,1): error CR2006: Fee-schedule \"14020 26\" is already at line 5, column 1; each key may occur once"],
        OfficialFile.Said(OfficialFile.Model("a.csv", Preamble + Header + Row.Replace("0,,", "0,26,", StringComparison.Ordinal) + Row.Replace("0,,", "0,26,", StringComparison.Ordinal))));

    [Fact]
    public void Model_CaptionMissing_IsSaid() => Assert.Equal(
        ["a.csv(4,1): error CR1011: The file looks like Medicare fee schedule but has no column \"GLOB DAYS\""],
        OfficialFile.Said(OfficialFile.Model("a.csv", Preamble + Header.Replace("DAYS", "NIGHTS", StringComparison.Ordinal) + Row)));

    [Theory]
    [InlineData(Row)]
    [InlineData("14020,," + Secret + ", long,A,7.22,12.5,8.4,0.9,20.62,16.52,0,090,0.1,0.8,0.1,2,0,1,0,0,9\n")]
    [InlineData("14020," + Secret + ",,A,7.22,12.5,8.4,0.9,20.62,16.52,0,090,0.1,0.8,0.1,2,0,1,0,0,,9\n")]
    [InlineData(Secret + ",,,A,7.22,12.5,8.4,0.9,20.62,16.52,0,090,0.1,0.8,0.1,2,0,1,0,0,,9\n")]
    [InlineData("14020,,Made, MADEUP,A,7.22,12.5,8.4,0.9,20.62,16.52,0,090,0.1,0.8,0.1,2,0,1,0,0,\n")]
    [InlineData("14020,," + Secret + ",A\n")]
    [InlineData("\"" + Secret + "\",A\n")]
    public void Model_DescriptionWhereverItStands_ReachesNoCellAndNoMessage(string row)
    {
        var model = OfficialFile.Model("a.csv", Preamble + Header + row + Row.Replace("14020", "14021", StringComparison.Ordinal));

        Assert.DoesNotContain("Madeup", string.Concat(model.Sections.SelectMany(section => section.Rows).SelectMany(kept => kept.Cells).Select(cell => cell.Text)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Madeup", string.Concat(OfficialFile.Said(model)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Model_FixedColumns_GivesTheSameRow()
    {
        var model = OfficialFile.Model("PPRRVU25_OCT.txt", "HDR2025 FEE SCHEDULE\r\n" + Line(171));

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["14020|A|0|090|2|0|1|0|0|26|7.22|12.50|8.40|0.90|20.62|16.52|.10|.80|.10|14000"], OfficialFile.Rows(model, SectionKind.FeeSchedule));
        Assert.Equal([(2, 1, 5), (2, 58, 1), (2, 103, 1)], OfficialFile.Places(model.Rows(SectionKind.FeeSchedule)[0]).Take(3));
        Assert.Equal(["Medicare fee schedule|2025 October|2025-10-01||1"], OfficialFile.Rows(model, SectionKind.CodeSets));
        Assert.DoesNotContain("Madeup", string.Concat(OfficialFile.Rows(model, SectionKind.FeeSchedule)), StringComparison.Ordinal);
    }

    [Fact]
    public void Model_FixedLineCutShort_IsSaid() =>
        Assert.Equal(["CR1013"], OfficialFile.Model("PPRRVU25_OCT.txt", Line(170)).Diagnostics.Select(diagnostic => diagnostic.Rule.Id));

    private static string Line(int length) => OfficialFile.Fixed(
        length, (1, "14020"), (6, "26"), (8, Secret), (58, "A"), (60, "  7.22"), (67, " 12.50"), (76, "  8.40"), (85, " 0.90"), (91, " 20.62"), (97, " 16.52"),
        (103, "0"), (104, "090"), (107, ".10"), (110, ".80"), (113, ".10"), (116, "20100"), (128, "14000"), (133, " 32.3465"));
}
