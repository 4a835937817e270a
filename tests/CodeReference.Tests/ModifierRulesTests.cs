using CsCheck;

namespace CodeReference.Tests;

public class ModifierRulesTests
{
    private static readonly ModifierRulesOracle DefaultOracle = new([Repository.Publication, .. DefaultTables()]);

    private static readonly ModifierRulesOracle ExtendedOracle = new([
        Repository.Publication, .. DefaultTables(), "tests/CodeReference.Tests/Tables/more-indicators.md", "tests/CodeReference.Tests/Tables/more-rules.md"]);

    /// <summary>
    /// For each row of the rule table a line that fires it: row (the second with its id is "ID#2"), procedure, modifiers,
    /// payer, outcome, verdicts, findings. Procedures 60001 to 60003 are the extended book's.
    /// </summary>
    public static TheoryData<string, string, string, string, Outcome, string, string> Firing => new()
    {
        { "FMT-01", "14020", "9", "", Outcome.Reject, "Malformed", "FMT-01 error" },
        { "FMT-02", "14020", "ZZ", "", Outcome.Reject, "Unrecognized", "FMT-02 error" },
        { "FMT-04", "14020", "LT LT", "", Outcome.Reject, "Listed Listed", "FMT-04 error" },
        { "FMT-04", "14021", "lt LT", "", Outcome.Reject, "NoData NoData", "FMT-04 error" },
        { "FMT-04", "14020", "ZZ ZZ", "", Outcome.Reject, "Unrecognized Unrecognized", "FMT-02 error, FMT-04 error" },
        { "FMT-05", "14020", "79 52 59 LT GA", "", Outcome.Reject, "Listed Listed Listed Listed NotListed", "FMT-05 error" },
        { "ORD-01", "14020", "LT 59", "", Outcome.Review, "Listed Listed", "ORD-01 warning" },
        { "ORD-01", "14021", "LT 59", "", Outcome.NoData, "NoData NoData", "ORD-01 warning" },
        { "LAT-01", "14020", "50 LT", "", Outcome.Reject, "Conflict Conflict", "LAT-01 error, LAT-04 warning" },
        { "LAT-01", "60002", "50 RT", "", Outcome.Reject, "Conflict Conflict", "LAT-01 error" },
        { "LAT-02", "14020", "LT RT", "", Outcome.Reject, "Conflict Conflict", "LAT-02 error" },
        { "LAT-04", "14020", "50", "", Outcome.Review, "Disputed", "LAT-04 warning" },
        { "LAT-04", "14020", "50", "Aetna", Outcome.Review, "Disputed", "LAT-04 warning" },
        { "LAT-04", "14020", "50", "Medicare", Outcome.Reject, "Disputed", "LAT-04 error" },
        { "LAT-04", "14021", "50", "", Outcome.NoData, "NoData", "LAT-04 warning" },
        { "LAT-04", "14021", "50", "Medicare", Outcome.Reject, "NoData", "LAT-04 error" },
        { "NCC-01", "14020", "59 XS", "", Outcome.Reject, "Conflict Conflict", "NCC-01 error" },
        { "NCC-01", "14020", "59 XE", "", Outcome.Reject, "Conflict Conflict", "NCC-01 error" },
        { "NCC-02", "14020", "XS XU", "", Outcome.Review, "Conflict Conflict", "NCC-02 warning" },
        { "PCT-01", "14020", "26", "", Outcome.Review, "Disputed", "PCT-01 warning" },
        { "PCT-01", "14020", "26", "Cigna", Outcome.Review, "Disputed", "PCT-01 warning" },
        { "PCT-01", "14020", "26", "Medicare", Outcome.Reject, "Disputed", "PCT-01 error" },
        { "PCT-01", "14020", "TC", "", Outcome.Reject, "NotListed", "PCT-01 error" },
        { "PCT-01", "14020", "TC", "Aetna", Outcome.Reject, "NotListed", "PCT-01 error" },
        { "PCT-01", "14020", "26", "Acme", Outcome.Review, "Disputed", "PCT-01 warning, PAY-01 info" },
        { "PCT-01#2", "60001", "TC", "", Outcome.Reject, "NoData", "PCT-01 error" },
        { "PCT-02", "14020", "26 TC", "", Outcome.Reject, "Conflict Conflict", "PCT-01 error, PCT-02 error" },
        { "PCT-02", "60002", "26 TC", "", Outcome.Reject, "Conflict Conflict", "PCT-02 error" },
        { "RED-01", "14020", "52 53", "", Outcome.Reject, "Conflict Conflict", "RED-01 error" },
        { "RED-04", "14020", "73 74", "", Outcome.Reject, "Conflict Conflict", "RED-04 error" },
        { "RED-06", "14020", "22 52", "", Outcome.Reject, "Conflict Conflict", "RED-06 error" },
        { "RED-06", "14020", "22 53", "", Outcome.Reject, "Conflict Conflict", "RED-06 error" },
        { "CLS-01", "14020", "25", "", Outcome.Review, "Disputed", "CLS-01 warning" },
        { "CLS-01", "14020", "25", "Medicare", Outcome.Reject, "Disputed", "CLS-01 error" },
        { "CLS-01", "14020", "57", "", Outcome.Reject, "NotListed", "CLS-01 error" },
        { "CLS-01", "0042T", "25", "", Outcome.Reject, "NoData", "CLS-01 error" },
        { "CLS-01#2", "92014", "25", "", Outcome.NoData, "NoData", "CLS-01 warning" },
        { "CLS-01#2", "G0101", "25", "Medicare", Outcome.NoData, "NoData", "CLS-01 warning" },
        { "CLS-05", "14020", "QK", "", Outcome.Review, "Disputed", "CLS-05 warning" },
        { "CLS-05", "14020", "QK", "Medicare", Outcome.Reject, "Disputed", "CLS-05 error" },
        { "CLS-05", "99213", "AA", "", Outcome.Reject, "NoData", "CLS-05 error" },
        { "CLS-05", "14020", "QK AA", "", Outcome.Reject, "Disputed NotListed", "CLS-05 error" },
        { "ROL-01", "14020", "62", "", Outcome.Review, "Disputed", "ROL-01 warning" },
        { "ROL-01", "14020", "62", "united healthcare", Outcome.Reject, "Disputed", "ROL-01 error" },
        { "ROL-04", "14020", "66", "", Outcome.Reject, "NotListed", "ROL-04 error" },
        { "ROL-04#2", "60001", "66", "", Outcome.NoData, "NoData", "ROL-04 info" },
        { "ROL-05", "14020", "80", "", Outcome.Reject, "NotListed", "ROL-05 error" },
        { "ROL-05", "60003", "AS", "", Outcome.Reject, "NoData", "ROL-05 error" },
        { "ROL-07", "14020", "62 80", "", Outcome.Reject, "Conflict Conflict", "ROL-01 warning, ROL-05 error, ROL-07 error" },
        { "ROL-07#2", "14020", "66 80", "", Outcome.Reject, "Conflict Conflict", "ROL-04 error, ROL-05 error, ROL-07 error" },
        { "MUL-01", "14020", "51", "Medicare", Outcome.Accept, "Listed", "MUL-01 info" },
        { "GLB-01", "14020", "79 58", "", Outcome.Reject, "Conflict Conflict", "GLB-01 error" },
        { "GLB-08", "14020", "76 77", "", Outcome.Reject, "Conflict Conflict", "GLB-08 error" },
        { "GLB-08#2", "99213", "76", "", Outcome.Reject, "NoData", "GLB-08 error" },
        { "PAY-01", "14020", "LT", "Acme", Outcome.Accept, "Listed", "PAY-01 info" },
        { "TST-01", "60001", "GA GZ", "", Outcome.NoData, "Conflict Conflict", "TST-01 warning" },
        { "TST-01", "60001", "GA GZ", "Medicare", Outcome.Reject, "Conflict Conflict", "TST-01 error" },
    };

    /// <summary>For each row of the rule table a line that nearly fires it: row, procedure, modifiers, payer.</summary>
    public static TheoryData<string, string, string, string> NearlyFiring => new()
    {
        { "FMT-01", "14020", "99", "" },
        { "FMT-02", "14020", "ZC", "" },
        { "FMT-04", "14020", "LT RT", "" },
        { "FMT-05", "14020", "79 52 59 LT", "" },
        { "ORD-01", "14020", "59 LT", "" },
        { "ORD-01", "14020", "LT RT", "" },
        { "ORD-01", "14020", "ZZ 59 9 LT", "" },
        { "LAT-01", "14020", "50 59", "" },
        { "LAT-02", "60001", "LT RT", "" },
        { "LAT-02", "15260", "LT RT", "" },
        { "LAT-04", "60002", "50", "Medicare" },
        { "NCC-01", "14020", "XS XU", "" },
        { "NCC-02", "14020", "59 XS", "" },
        { "NCC-02", "14020", "XS XS", "" },
        { "PCT-01", "60001", "26", "Medicare" },
        { "PCT-01#2", "60001", "26", "Medicare" },
        { "PCT-01#2", "60002", "TC", "Medicare" },
        { "PCT-02", "14020", "26", "" },
        { "RED-01", "14020", "52", "" },
        { "RED-04", "14020", "73", "" },
        { "RED-06", "14020", "22", "" },
        { "CLS-01", "99213", "25", "Medicare" },
        { "CLS-01", "92014", "25", "Medicare" },
        { "CLS-01#2", "99213", "25", "Medicare" },
        { "CLS-01#2", "14020", "25", "Medicare" },
        { "CLS-05", "00300", "QK", "Medicare" },
        { "ROL-01", "12007", "62", "Medicare" },
        { "ROL-04", "60002", "66", "Medicare" },
        { "ROL-04#2", "14020", "66", "Medicare" },
        { "ROL-05", "14301", "80", "Medicare" },
        { "ROL-07", "14020", "62", "" },
        { "ROL-07#2", "14020", "66", "" },
        { "ROL-07#2", "14020", "62 66", "" },
        { "MUL-01", "14020", "51", "Aetna" },
        { "GLB-01", "14020", "79", "" },
        { "GLB-08", "14020", "76", "" },
        { "GLB-08#2", "14020", "76", "" },
        { "PAY-01", "14020", "LT", "Medicare" },
        { "PAY-01", "14020", "LT", "" },
        { "TST-01", "60001", "GA GX", "Medicare" },
    };

    [Theory]
    [MemberData(nameof(Firing))]
    public void Validate_LineThatARuleSpeaksAgainst_FiresIt(string rule, string procedure, string modifiers, string payer, Outcome outcome, string verdicts, string findings)
    {
        var answer = Validate(procedure, modifiers, payer);
        Assert.Equal(verdicts, string.Join(' ', answer.Verdicts.ToArray()));
        Assert.Equal(findings, string.Join(", ", answer.GetFindings().Select(TextOf)));
        Assert.Equal(outcome, answer.Outcome);
        Assert.Contains(answer.GetFindings(), finding => finding.Citations[0].Quote == QuoteOf(rule));
    }

    [Theory]
    [MemberData(nameof(NearlyFiring))]
    public void Validate_LineThatARuleNearlySpeaksAgainst_DoesNotFireIt(string rule, string procedure, string modifiers, string payer) =>
        Assert.DoesNotContain(Validate(procedure, modifiers, payer).GetFindings(), finding => finding.Citations[0].Quote == QuoteOf(rule));

    [Fact]
    public void Firing_RuleTable_LeavesNoRowUntested()
    {
        // The rules of sizes are the code selector's, and are tested there.
        string[] rows = [.. RuleRows().Where(row => !row.Value["Kind"].StartsWith("size", StringComparison.Ordinal)).Select(row => row.Key)];
        Assert.Empty(rows.Except(Firing.Select(line => line.Data.Item1)));
        Assert.Empty(rows.Except(NearlyFiring.Select(line => line.Data.Item1)));
    }

    [Theory]
    [InlineData("14020", "", "", Outcome.Accept, "")]
    [InlineData("14020", "51", "", Outcome.Review, "Conditional")]
    [InlineData("14020", "51", "Aetna", Outcome.Accept, "Listed")]
    [InlineData("14020", "51", "Acme", Outcome.Review, "Conditional")]
    [InlineData("14020", "22", "", Outcome.Review, "NotListed")]
    [InlineData("14020", "59 LT", "Medicare", Outcome.Accept, "Listed Listed")]
    [InlineData("99213", "25", "", Outcome.NoData, "NoData")]
    [InlineData("99213", "", "", Outcome.NoData, "")]
    [InlineData("99999", "LT", "", Outcome.NoData, "NoData")]
    public void Validate_LineThatNoRuleSpeaksAgainst_IsJudgedByThePublication(string procedure, string modifiers, string payer, Outcome outcome, string verdicts)
    {
        var answer = Validate(procedure, modifiers, payer);
        Assert.Equal((outcome, verdicts), (answer.Outcome, string.Join(' ', answer.Verdicts.ToArray())));
        Assert.DoesNotContain(answer.GetFindings(), finding => finding.Severity > Severity.Info);
    }

    [Theory]
    [InlineData("14020", "Medicare", "")]
    [InlineData("14020", "", "MUL-01")]
    [InlineData("14020", "Acme", "MUL-01")]
    [InlineData("15260", "Medicare", "LAT-02 LAT-04 PCT-01 ROL-01 ROL-04 ROL-05")]
    [InlineData("99213", "Medicare", "LAT-02 LAT-04 PCT-01 ROL-01 ROL-04 ROL-05")]
    [InlineData("99999", "", "LAT-02 LAT-04 PCT-01 CLS-01 CLS-05 ROL-01 ROL-04 ROL-05 MUL-01 GLB-08")]
    public void GetUncheckedRules_InputThatIsMissing_NamesTheRulesThatAskForIt(string procedure, string payer, string rules) =>
        Assert.Equal(rules, string.Join(' ', Validate(procedure, "LT", payer).GetUncheckedRules()));

    [Fact]
    public void Validate_NoProcedure_IsNoData() =>
        Assert.Equal(Outcome.NoData, DefaultBook.Instance.ValidateModifiers(default, ["LT"]).Outcome);

    [Fact]
    public void Validate_TwentyModifiers_AreAnswered() =>
        Assert.Equal(20, DefaultBook.Instance.ValidateModifiers(ProcedureCode.Parse("14020"), new string[20]).Count);

    [Fact]
    public void Validate_MoreThanTwentyModifiers_Throws()
    {
        var procedure = ProcedureCode.Parse("14020");
        Assert.Throws<ArgumentException>("modifiers", () => DefaultBook.Instance.ValidateModifiers(procedure, new string[21]));
        Assert.Throws<ArgumentException>("modifiers", () => DefaultBook.Instance.ValidateModifiers(procedure, new ModifierCode[21]));
    }

    [Theory]
    [InlineData("14020", "59 LT")]
    [InlineData("14020", "50 LT 26 ZZ 9")]
    [InlineData("99213", "25 25 TC 59 XS QK")]
    public void Validate_OnceWarm_AllocatesNothing(string procedure, string modifiers)
    {
        var code = ProcedureCode.Parse(procedure);
        var texts = modifiers.Split(' ');
        ModifierCode[] codes = [.. texts.Select(text => ModifierCode.TryParse(text, out var modifier) ? modifier : default)];
        var payer = ExtendedBook.Instance.FindPayer("Medicare");
        var read = 0;
        Assert.Equal(0, Allocations.Of(() =>
        {
            var ofCodes = ExtendedBook.Instance.ValidateModifiers(code, codes, payer);
            var ofTexts = ExtendedBook.Instance.ValidateModifiers(code, texts);
            read += ofCodes.Verdicts.Length + (int)ofCodes.Outcome + (int)ofTexts.Verdicts[0] + (int)ofTexts.Outcome;
        }));
        Assert.NotEqual(0, read);
    }

    [Fact]
    public void Validate_RandomLines_AgreeWithTheOracle() =>
        Lines(DefaultOracle).Sample(line => AssertAgrees(DefaultBook.Instance, DefaultOracle, line.Item1, line.Item2, line.Item3), iter: 20_000);

    [Fact]
    public void Validate_RandomLinesOfTheExtendedBook_AgreeWithTheOracle() =>
        Lines(ExtendedOracle).Sample(line => AssertAgrees(ExtendedBook.Instance, ExtendedOracle, line.Item1, line.Item2, line.Item3), iter: 5_000);

    private static void AssertAgrees(ReferenceBook book, ModifierRulesOracle oracle, string procedure, string?[] modifiers, string? payer)
    {
        var expected = oracle.Validate(procedure, modifiers, payer);
        var actual = book.ValidateModifiers(ProcedureCode.TryParse(procedure, out var code) ? code : default, modifiers!, book.FindPayer(payer));
        var findings = actual.GetFindings();
        Assert.Equal(expected.Verdicts, actual.Verdicts.ToArray());
        Assert.Equal(expected.Findings, findings.Select(TextOf));
        Assert.Equal(expected.Unchecked, actual.GetUncheckedRules());
        Assert.Equal(expected.Outcome, actual.Outcome);
        Assert.All(findings, finding => Assert.DoesNotContain('{', finding.Message + finding.Fix));
        Assert.All(findings, finding => Assert.True(finding.Rule == "PAY-01" || finding.ModifierPositions.Count > 0));
    }

    private static Gen<(string, string?[], string?)> Lines(ModifierRulesOracle oracle)
    {
        var digits = Gen.Char['0', '9'].Array[5].Select(text => new string(text));
        var lettered = Gen.Select(Gen.Char['0', '9'].Array[4], Gen.Char["FTUMAGVW"], Gen.Bool, (text, letter, first) => first ? letter + new string(text) : new string(text) + letter);
        var procedure = Gen.Frequency(
            (4, Gen.OneOf(oracle.Procedures.ToArray())),
            (3, Gen.Const("14020")),
            (2, Gen.OneOf("99213", "92014", "00300", "70450", "80053", "0042T", "99100", "99499", "99201", "69990", "69991", "9999U", "")),
            (2, digits),
            (1, lettered));
        var modifier = Gen.Frequency(
            (8, Gen.OneOf<string?>([.. oracle.ModifiersOfRules])),
            (3, Gen.OneOf<string?>("59", "LT", "RT", "50", "XS", "26", "51")),
            (3, Gen.OneOf<string?>([.. oracle.Registry])),
            (1, Gen.OneOf<string?>("9", "", null, " lt ", "ZZ", "zz", "x s", "LTT", "\u0410\u0410", "xs")),
            (1, Gen.Char["0123456789abcABCXYZ"].Array[2].Select(text => (string?)new string(text))));
        var payer = Gen.Frequency(
            (3, Gen.Const((string?)null)),
            (4, Gen.OneOf<string?>([.. oracle.Payers])),
            (1, Gen.OneOf<string?>("Acme", " MEDICARE ", "blue  cross", "-", " ")));
        return Gen.Select(procedure, modifier.Array[0, 6], payer);
    }

    private static ModifierValidation Validate(string procedure, string modifiers, string payer)
    {
        var book = procedure.StartsWith("6000", StringComparison.Ordinal) ? ExtendedBook.Instance : DefaultBook.Instance;
        return book.ValidateModifiers(ProcedureCode.Parse(procedure), modifiers.Split(' ', StringSplitOptions.RemoveEmptyEntries), book.FindPayer(payer));
    }

    private static string TextOf(Finding finding) => $"{finding.Rule} {finding.Severity.ToString().ToLowerInvariant()}";

    private static string QuoteOf(string rule) => string.Join(" | ", RuleRows()[rule].Cells);

    private static Dictionary<string, SourceRow> RuleRows() =>
        Repository.Table("modifier-rules").Concat(SourceRow.Read("tests/CodeReference.Tests/Tables/more-rules.md"))
            .GroupBy(row => row["Rule"])
            .SelectMany(rows => rows.Select((row, i) => (Key: i == 0 ? rows.Key : $"{rows.Key}#{i + 1}", row)))
            .ToDictionary(row => row.Key, row => row.row);

    private static string[] DefaultTables() =>
    [
        "src/CodeReference.Data/tables/modifier-rules.md",
        "src/CodeReference.Data/tables/fee-schedule-indicators.md",
        "src/CodeReference.Data/tables/procedure-classes.md",
        "src/CodeReference.Data/tables/payers.md",
        "src/CodeReference.Data/tables/modifier-registry.md",
    ];
}
