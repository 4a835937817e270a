using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Checking;

public sealed class BookCheckerTests
{
    private const string Registry = "| Modifier | Origin | Title | Rank | Ended | Source |\n|---|---|---|---|---|---|\n";
    private const string Rules = "| Rule | Kind | Modifiers | With | Condition | Severity | Binding Severity | Certain Fix | Message | Fix | Source |\n|---|---|---|---|---|---|---|---|---|---|---|\n";
    private const string Registered = Registry + "| LT | HCPCS | Left | 5 |  | Test |\n";
    private const string OfficialTitles = "| System | Code | Official Title | Status | Source |\n|---|---|---|---|---|\n";
    private const string Selection = "| Procedure | Technique | Site Group | Unit | Above | Up To | Each Additional | Add-on To | Source |\n|---|---|---|---|---|---|---|---|---|\n";

    [Fact]
    public void Check_AsManyRulesAsABookHolds_IsSilent() => Assert.Empty(Diagnose(RuleTable(RuleFamilies.Size), RuleTable(RuleFamilies.Size, "unknown payer")));

    [Fact]
    public void Check_OneRuleMore_IsTooMany()
    {
        var diagnostic = Assert.Single(Diagnose(RuleTable(RuleFamilies.Size + 1)));

        Assert.Equal("0.md(131,3): error CR3004: The book has 129 modifier rules; it can hold at most 128", diagnostic.ToString());
    }

    [Fact]
    public void Check_OneRuleMoreAboutTheLine_IsTooMany()
    {
        var diagnostic = Assert.Single(Diagnose(RuleTable(RuleFamilies.Size), RuleTable(RuleFamilies.Size + 1, "shared payer")));

        Assert.Equal("1.md(131,3): error CR3004: The book has 129 rules about a line; it can hold at most 128", diagnostic.ToString());
    }

    [Theory]
    [InlineData("| Terms | Techniques | Source |\n|---|---|---|\n", "techniques")]
    [InlineData("| Terms | Sites | Source | Standing |\n|---|---|---|---|\n", "anatomic sites")]
    public void Check_MoreMeaningsThanAMaskHasBits_AreTooMany(string header, string what)
    {
        var names = string.Join("; ", Enumerable.Range(0, BookFormat.MaxMeanings + 1).Select(number => $"name {number}"));

        var diagnostic = Assert.Single(Diagnose(header + $"| term | {names} | Test |{LastCell(header)}"));

        Assert.Contains($"CR3004: The book has 65 {what}; it can hold at most 64", diagnostic.ToString(), StringComparison.Ordinal);
        Assert.Empty(Diagnose(header + $"| term | {names.Replace("; name 64", "", StringComparison.Ordinal)} | Test |{LastCell(header)}"));

        static string LastCell(string header) => header.Contains("Standing", StringComparison.Ordinal) ? " |" : "";
    }

    [Fact]
    public void Check_TechniquesThatOnlyCodeSelectionNames_AreCounted()
    {
        var rows = Enumerable.Range(0, BookFormat.MaxMeanings + 1).Select(number => $"| {10000 + number} | name {number} | all |  |  |  |  |  | Test |\n");

        Assert.Contains(Diagnose(Selection + string.Concat(rows)), diagnostic => diagnostic.ToString().Contains("CR3004: The book has 65 techniques", StringComparison.Ordinal));
        Assert.DoesNotContain(Diagnose(Selection + string.Concat(rows.Skip(1))), diagnostic => diagnostic.Rule.Id == "CR3004");
    }

    [Fact]
    public void Check_MoreGroupsOfAPayerThanARankCounts_AreTooMany()
    {
        var diagnostic = Assert.Single(Diagnose(Registered, PayerTable(BookFormat.MaxFirstGroups + 1)));

        Assert.Equal("1.md(3,3): error CR3004: The book has 251 groups of modifiers that a payer wants first; it can hold at most 250", diagnostic.ToString());
        Assert.Empty(Diagnose(Registered, PayerTable(BookFormat.MaxFirstGroups)));
    }

    [Fact]
    public void Check_MoreProceduresBesideEditsThanTheirPlacesCount_AreTooMany()
    {
        var diagnostic = Assert.Single(Diagnose(EditFile(BookFormat.MaxEditProcedures + 1)));

        Assert.Equal("edits2024Q3.tsv(1,1): error CR3004: The book has 65537 procedures in NCCI edits; it can hold at most 65536", diagnostic.ToString());
        Assert.Empty(Diagnose(EditFile(BookFormat.MaxEditProcedures)));
    }

    [Fact]
    public void Check_OneModifierInTwoFilesInTwoCases_IsStatedTwice()
    {
        var diagnostics = Diagnose(Registry + "| LT | HCPCS | Left | 5 |  | Test |", Registry + "| lt | HCPCS | Left | 5 |  | Test |");

        Assert.Equal(["CR3001"], diagnostics.Select(diagnostic => diagnostic.Rule.Id));
    }

    [Fact]
    public void Check_RuleThatNamesAModifierInAnotherCase_KnowsIt() =>
        Assert.Empty(Diagnose(Registry + "| LT | HCPCS | Left | 5 |  | Test |\n\n" + Rules + "| R1 | exclusive | lt |  |  | error |  |  | Said | Do | Test |"));

    [Fact]
    public void Check_RuleThatNamesAModifierTwiceInTwoCases_ConflictsWithItself()
    {
        var diagnostics = Diagnose(Registry + "| LT | HCPCS | Left | 5 |  | Test |\n\n" + Rules + "| R1 | conflict | LT | lt |  | error |  |  | Said | Do | Test |");

        Assert.Equal(["CR3003"], diagnostics.Select(diagnostic => diagnostic.Rule.Id));
    }

    [Fact]
    public void Check_OneDiagnosisInTwoFilesWithAndWithoutDot_IsStatedTwice()
    {
        var diagnostics = Diagnose(OfficialTitles + "| ICD-10-CM | S41.011A | Cut | valid | Test |", OfficialTitles + "| ICD-10-CM | S41011A | Cut | valid | Test |");

        Assert.Equal(["CR3001"], diagnostics.Select(diagnostic => diagnostic.Rule.Id));
    }

    [Fact]
    public void Check_AddOnToAProcedureInAnotherCase_KnowsIt() =>
        Assert.DoesNotContain(Diagnose(Selection + "| 0042T | flap | all |  |  |  |  |  | Test |\n| 14302 | flap | all |  |  |  |  | 0042t | Test |"), diagnostic => diagnostic.ToString().Contains("primary procedure", StringComparison.Ordinal));

    private static string PayerTable(int groups) =>
        "| Payer | Terms | Part Of | Indicators | First | Note | Source |\n|---|---|---|---|---|---|---|\n"
        + $"| Test | test |  | binding | {string.Join(";", Enumerable.Repeat("LT", groups))} |  | Test |\n";

    // Each procedure beside the first; not checked is what checks of pages need.
    private static SourceFile EditFile(int procedures)
    {
        var lines = Enumerable.Range(1, procedures - 1).Select(number => $"00000\t{number:D5}\t\t20240701\t*\t1\tTest\n");
        return new("edits2024Q3.tsv", SourceKind.CodeSet, "Column 1\tColumn 2\tPrior\tEffective\tDeletion\tModifier\tRationale\n" + string.Concat(lines));
    }

    private static EquatableArray<Diagnostic> Diagnose(SourceFile source) =>
        PublicationCompiler.Check(PublicationCompiler.Settle(BookModel.Of([PublicationCompiler.ReadAndModel(source)])));

    private static string RuleTable(int count, string kind = "repeated") =>
        Rules + string.Concat(Enumerable.Range(0, count).Select(number => $"| R{number} | {kind} |  |  |  | error |  |  | Said | Do | Test |\n"));

    private static EquatableArray<Diagnostic> Diagnose(params string[] tables) => PublicationCompiler.Compile(
        tables.Select((table, number) => new SourceFile($"{number}.md", SourceKind.ReferenceTable, table)), CompiledBook.Options).Diagnostics;
}
