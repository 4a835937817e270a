using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Checking;

public sealed class OfficialTableCheckerTests
{
    private const string Indicators = "| Procedure | Status | PC/TC | Global | Multiple | Bilateral | Assistant | Co-Surgeon | Team | Source |\n|---|---|---|---|---|---|---|---|---|---|\n| 14020 | A | 0 | 090 | 2 | 0 | 1 | 0 | 0 | Test |";
    private const string Titles = "| System | Code | Official Title | Status | Source |\n|---|---|---|---|---|\n";
    private const string Registry = "| Modifier | Origin | Title | Rank | Ended | Source |\n|---|---|---|---|---|---|\n";

    private static readonly string[] Row14020 = ["14020", "A", "0", "090", "2", "0", "1", "0", "0"];

    [Fact]
    public void Check_IndicatorsOfTheFile_AreSilent() =>
        Assert.Empty(Check(Indicators, OfficialFiles.Of("MPFS", "2025D", SectionKind.FeeSchedule, Row14020)));

    [Theory]
    [InlineData(4, "3", "1.md(3,25): warning CR3025: Fee-schedule indicators of \"14020\": the table has Multiple 2; MPFS 2025D has Multiple 3")]
    [InlineData(8, "", "1.md(3,41): warning CR3025: Fee-schedule indicators of \"14020\": the table has Team 0; MPFS 2025D has Team empty")]
    [InlineData(0, "14021", "1.md(3,3): warning CR3025: Fee-schedule indicators of \"14020\": the table has a row; MPFS 2025D has no row")]
    [InlineData(9, "26", "1.md(3,3): warning CR3025: Fee-schedule indicators of \"14020\": the table has a row; MPFS 2025D has no row")]
    public void Check_IndicatorsThatDiffer_SayBoth(int column, string value, string expected)
    {
        string[] row = [.. Row14020, ""];
        row[column] = value;

        Assert.Equal(expected, Assert.Single(Check(Indicators, OfficialFiles.Of("MPFS", "2025D", SectionKind.FeeSchedule, row))));
    }

    [Theory]
    [InlineData("| NUCC | 208600000X | Surgery  physician | valid | Test |")]
    [InlineData("| ICD-10-CM | T14.8 | Other injury | not billable | Test |")]
    [InlineData("| ICD-10-CM | S99.999A | none | not in the code set | Test |")]
    public void Check_TitleOfTheFile_IsSilent(string row) => Assert.Empty(Check(Titles + row, Taxonomies, Diagnoses));

    [Theory]
    [InlineData("| NUCC | 208600000X | Surgeon | valid | Test |", "1.md(3,23): warning CR3026: Official title of \"208600000X\": the table has \"Surgeon\"; NUCC 26.1 has \"Surgery Physician\"")]
    [InlineData("| NUCC | 208600000X | none | not in the code set | Test |", "1.md(3,30): warning CR3026: Official title of \"208600000X\": the table has \"not in the code set\"; NUCC 26.1 has \"valid\"")]
    [InlineData("| NUCC | 333600000X | Pharmacy | valid | Test |", "1.md(3,34): warning CR3026: Official title of \"333600000X\": the table has \"valid\"; NUCC 26.1 has \"not in the code set\"")]
    [InlineData("| ICD-10-CM | T14.8 | Other injury | valid | Test |", "1.md(3,38): warning CR3026: Official title of \"T14.8\": the table has \"valid\"; ICD-10-CM FY2026 has \"not billable\"")]
    public void Check_TitleThatDiffers_SaysBoth(string row, string expected) => Assert.Equal(expected, Assert.Single(Check(Titles + row, Taxonomies, Diagnoses)));

    [Theory]
    [InlineData("| ZA | HCPCS | Novartis | 5 | 2018-03-31 | Test |")]
    [InlineData("| LT | HCPCS | Left | 5 |  | Test |")]
    [InlineData("| 25 | CPT | Visit | 3 | 2030-01-01 | Test |")]
    public void Check_ModifierOfTheFile_IsSilent(string row) => Assert.Empty(Check(Registry + row, Modifiers));

    [Theory]
    [InlineData("| ZA | HCPCS | Novartis | 5 |  | Test |", "1.md(3,32): warning CR3027: Modifier \"ZA\": the registry table has no end date; HCPCS 2025OCT has the end date 2018-03-31")]
    [InlineData("| LT | HCPCS | Left | 5 | 2020-01-01 | Test |", "1.md(3,27): warning CR3027: Modifier \"LT\": the registry table has the end date 2020-01-01; HCPCS 2025OCT has no end date")]
    [InlineData("| Q9 | HCPCS | None | 5 |  | Test |", "1.md(3,3): warning CR3027: Modifier \"Q9\": the registry table has a row; HCPCS 2025OCT has no row")]
    public void Check_ModifierThatDiffers_SaysBoth(string row, string expected) => Assert.Equal(expected, Assert.Single(Check(Registry + row, Modifiers)));

    private static FileModel Taxonomies => OfficialFiles.Of("NUCC", "26.1", SectionKind.OfficialTaxonomies, ["208600000X", "Surgery Physician", "", "Surgery"]);

    private static FileModel Diagnoses => OfficialFiles.Of("ICD-10-CM", "FY2026", SectionKind.OfficialDiagnoses, ["T14.8", "Other injury", "no"]);

    private static FileModel Modifiers => OfficialFiles.Of("HCPCS", "2025OCT", "2025-10-01", SectionKind.OfficialModifiers,
        ["ZA", "Novartis", "", "", "", "2018-03-31"], ["LT", "Left side"]);

    private static string[] Check(string table, params FileModel[] official) =>
        [.. PublicationCompiler.Check(PublicationCompiler.Settle(BookModel.Of([PublicationCompiler.ReadAndModel(new("1.md", SourceKind.ReferenceTable, table)), .. official]))).Select(diagnostic => diagnostic.ToString())];
}
