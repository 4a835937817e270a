using CsCheck;

namespace CodeReference.Tests;

public class ModifierRulesTests
{
    private static readonly ModifierRulesOracle DefaultOracle = new(ModifierRulesOracle.DefaultFiles);

    private static readonly ModifierRulesOracle ExtendedOracle = new([
        .. ModifierRulesOracle.DefaultFiles, "tests/CodeReference.Tests/Tables/more-indicators.md", "tests/CodeReference.Tests/Tables/more-rules.md",
        "tests/CodeReference.Tests/Tables/more-unit-limits.md"]);

    /// <summary>
    /// For each row of the rule table a line that fires it: row (the second with its id is "ID#2"), line, outcome,
    /// verdicts, findings. Procedures 60001 to 60003 are the extended book's.
    /// </summary>
    public static TheoryData<string, string, Outcome, string, string> Firing => new()
    {
        { "FMT-01", "14020 9", Outcome.Reject, "Malformed", "FMT-01 error" },
        { "FMT-02", "14020 ZZ", Outcome.Reject, "Unrecognized", "FMT-02 error" },
        { "FMT-04", "14020 LT LT", Outcome.Reject, "Listed Listed", "FMT-04 error" },
        { "FMT-04", "14021 lt LT", Outcome.Reject, "NoData NoData", "FMT-04 error" },
        { "FMT-04", "14020 ZZ ZZ", Outcome.Reject, "Unrecognized Unrecognized", "FMT-02 error, FMT-04 error" },
        { "FMT-05", "14020 79 52 59 LT GA", Outcome.Reject, "Listed Listed Listed Listed NotListed", "FMT-05 error, NCC-07 info" },
        { "ORD-01", "14020 LT 59", Outcome.Review, "Listed Listed", "ORD-01 warning, NCC-07 info" },
        { "ORD-01", "14021 LT 59", Outcome.NoData, "NoData NoData", "ORD-01 warning, NCC-07 info" },
        { "LAT-01", "14020 50 LT", Outcome.Reject, "Conflict Conflict", "LAT-01 error, LAT-04 warning" },
        { "LAT-01", "60002 50 RT", Outcome.Reject, "Conflict Conflict", "LAT-01 error" },
        { "LAT-02", "14020 LT RT", Outcome.Reject, "Conflict Conflict", "LAT-02 error" },
        { "LAT-04", "14020 50", Outcome.Review, "Disputed", "LAT-04 warning" },
        { "LAT-04", "14020 50; payer Aetna", Outcome.Review, "Disputed", "LAT-04 warning" },
        { "LAT-04", "14020 50; payer Medicare", Outcome.Reject, "Disputed", "LAT-04 error" },
        { "LAT-04", "14021 50", Outcome.NoData, "NoData", "LAT-04 warning" },
        { "LAT-04", "14021 50; payer Medicare", Outcome.Reject, "NoData", "LAT-04 error" },
        { "NCC-01", "14020 59 XS", Outcome.Reject, "Conflict Conflict", "NCC-01 error" },
        { "NCC-01", "14020 59 XE", Outcome.Reject, "Conflict Conflict", "NCC-01 error" },
        { "NCC-02", "14020 XS XU", Outcome.Review, "Conflict Conflict", "NCC-02 warning" },
        { "PCT-01", "14020 26", Outcome.Review, "Disputed", "PCT-01 warning" },
        { "PCT-01", "14020 26; payer Cigna", Outcome.Review, "Disputed", "PCT-01 warning" },
        { "PCT-01", "14020 26; payer Medicare", Outcome.Reject, "Disputed", "PCT-01 error" },
        { "PCT-01", "14020 TC", Outcome.Reject, "NotListed", "PCT-01 error" },
        { "PCT-01", "14020 TC; payer Aetna", Outcome.Reject, "NotListed", "PCT-01 error" },
        { "PCT-01", "14020 26; payer Acme", Outcome.Review, "Disputed", "PCT-01 warning, PAY-01 info" },
        { "PCT-01#2", "60001 TC", Outcome.Reject, "NoData", "PCT-01 error" },
        { "PCT-02", "14020 26 TC", Outcome.Reject, "Conflict Conflict", "PCT-01 error, PCT-02 error" },
        { "PCT-02", "60002 26 TC", Outcome.Reject, "Conflict Conflict", "PCT-02 error" },
        { "RED-01", "14020 52 53", Outcome.Reject, "Conflict Conflict", "RED-01 error, RED-08 info" },
        { "RED-04", "14020 73 74", Outcome.Reject, "Conflict Conflict", "RED-04 error" },
        { "RED-06", "14020 22 52", Outcome.Reject, "Conflict Conflict", "RED-06 error" },
        { "RED-06", "14020 22 53", Outcome.Reject, "Conflict Conflict", "RED-06 error, RED-08 info" },
        { "CLS-01", "14020 25", Outcome.Review, "Disputed", "CLS-01 warning" },
        { "CLS-01", "14020 25; payer Medicare", Outcome.Reject, "Disputed", "CLS-01 error" },
        { "CLS-01", "14020 57", Outcome.Reject, "NotListed", "CLS-01 error" },
        { "CLS-01", "0042T 25", Outcome.Reject, "NoData", "CLS-01 error" },
        { "CLS-01#2", "92014 25", Outcome.NoData, "NoData", "CLS-01 warning" },
        { "CLS-01#2", "G0101 25; payer Medicare", Outcome.NoData, "NoData", "CLS-01 warning" },
        { "CLS-05", "14020 QK", Outcome.Review, "Disputed", "CLS-05 warning" },
        { "CLS-05", "14020 QK; payer Medicare", Outcome.Reject, "Disputed", "CLS-05 error" },
        { "CLS-05", "99213 AA", Outcome.Reject, "NoData", "CLS-05 error" },
        { "CLS-05", "14020 QK AA", Outcome.Reject, "Conflict Conflict", "CLS-05 error, CLS-06 error" },
        { "ROL-01", "14020 62", Outcome.Review, "Disputed", "ROL-01 warning" },
        { "ROL-01", "14020 62; payer united healthcare", Outcome.Reject, "Disputed", "ROL-01 error" },
        { "ROL-04", "14020 66", Outcome.Reject, "NotListed", "ROL-04 error" },
        { "ROL-04#2", "60001 66", Outcome.NoData, "NoData", "ROL-04 info" },
        { "ROL-05", "14020 80", Outcome.Reject, "NotListed", "ROL-05 error" },
        { "ROL-05", "60003 AS", Outcome.Reject, "NoData", "ROL-05 error" },
        { "ROL-07", "14020 62 80", Outcome.Reject, "Conflict Conflict", "ROL-01 warning, ROL-05 error, ROL-07 error" },
        { "ROL-07#2", "14020 66 80", Outcome.Reject, "Conflict Conflict", "ROL-04 error, ROL-05 error, ROL-07 error" },
        { "MUL-01", "14020 51; payer Medicare", Outcome.Accept, "Listed", "MUL-01 info" },
        { "GLB-01", "14020 79 58", Outcome.Reject, "Conflict Conflict", "GLB-01 error" },
        { "GLB-08", "14020 76 77", Outcome.Reject, "Conflict Conflict", "GLB-08 error" },
        { "GLB-08#2", "99213 76", Outcome.Reject, "NoData", "GLB-08 error" },
        { "PAY-01", "14020 LT; payer Acme", Outcome.Accept, "Listed", "PAY-01 info" },
        { "FMT-03", "14020 GD; date 2025-01-02", Outcome.Reject, "NotListed", "FMT-03 error" },
        { "FMT-03", "14021 AC; date 2026-06-30", Outcome.Reject, "NoData", "FMT-03 error" },
        { "ORD-02", "00300 QS AA; payer Aetna", Outcome.Reject, "NoData NoData", "ORD-02 error" },
        { "ORD-03", "14020 59 51; payer bc idaho", Outcome.Accept, "Listed Listed", "ORD-03 info, MUL-01 info" },
        { "ORD-03", "14020 59 LT; payer BCI", Outcome.Accept, "Listed Listed", "ORD-03 info, NCC-07 info" },
        { "LAT-03", "60001 LT RT", Outcome.NoData, "NoData NoData", "LAT-03 info" },
        { "LAT-05", "60003 50; payer Medicare", Outcome.Reject, "NoData", "LAT-05 error" },
        { "LAT-05", "60003 50", Outcome.Reject, "NoData", "LAT-05 error" },
        { "LAT-06", "60002 50; units 2", Outcome.NoData, "NoData", "LAT-06 warning" },
        { "LAT-06", "60002 50; units 2; payer Medicare", Outcome.Reject, "NoData", "LAT-06 error" },
        { "LAT-06", "60002 50; units 2; payer Cigna", Outcome.Reject, "NoData", "LAT-06 error" },
        { "LAT-07", "60002 50; claim ASC", Outcome.NoData, "NoData", "LAT-07 warning" },
        { "LAT-07", "60002 50; claim ASC; payer Medicare", Outcome.Reject, "NoData", "LAT-07 error" },
        { "LAT-10", "14020 LT; diagnoses S51.811A", Outcome.Review, "Listed", "LAT-10 warning" },
        { "LAT-10", "14020 LT; diagnoses T14.8XXA S51.811A", Outcome.Review, "Listed", "LAT-10 warning" },
        { "LAT-10#2", "14020 RT; diagnoses S51.812A", Outcome.Review, "Listed", "LAT-10 warning" },
        { "LAT-10#2", "14040 F5; diagnoses S51.812A", Outcome.NoData, "NoData", "LAT-10 warning" },
        { "NCC-03", "99213 59", Outcome.Reject, "NoData", "NCC-03 error" },
        { "NCC-07", "14020 59 LT", Outcome.Accept, "Listed Listed", "NCC-07 info" },
        { "PCT-03", "60002 59 26", Outcome.NoData, "NoData NoData", "ORD-01 warning, PCT-03 info" },
        { "RED-02", "14020 53; claim hospital outpatient", Outcome.Review, "Disputed", "RED-02 warning, RED-08 info" },
        { "RED-02", "14020 53; claim ASC; payer Medicare", Outcome.Reject, "Disputed", "RED-02 error, RED-08 info" },
        { "RED-03", "14020 73; claim professional", Outcome.Reject, "NotListed", "RED-03 error" },
        { "RED-05", "99213 52", Outcome.Reject, "NoData", "RED-05 error" },
        { "RED-05#2", "00300 53", Outcome.Reject, "NoData", "RED-05 error" },
        { "RED-07", "99213 22", Outcome.Reject, "NoData", "RED-07 error" },
        { "RED-07#2", "60003 22", Outcome.NoData, "NoData", "RED-07 warning" },
        { "RED-08", "14020 53", Outcome.Accept, "Listed", "RED-08 info" },
        { "CLS-06", "00300 AA QK", Outcome.Reject, "Conflict Conflict", "CLS-06 error" },
        { "ROL-02", "60002 62", Outcome.NoData, "NoData", "ROL-02 warning" },
        { "ROL-06", "60001 80", Outcome.NoData, "NoData", "ROL-06 warning" },
        { "ROL-06", "60001 80; payer bcbsne", Outcome.Reject, "NoData", "ROL-06 error" },
        { "ROL-08", "60002 AS; taxonomy 208200000X", Outcome.NoData, "NoData", "ROL-08 warning" },
        { "ROL-08", "60002 AS; taxonomy 208200000X; payer Medicare", Outcome.Reject, "NoData", "ROL-08 error" },
        { "ROL-08#2", "60002 80; taxonomy 363A00000X; payer Medicare", Outcome.Reject, "NoData", "ROL-08 error" },
        { "ROL-08#2", "60002 82; taxonomy 364SA2100X", Outcome.NoData, "NoData", "ROL-08 warning" },
        { "ROL-09", "60002 80 AS", Outcome.NoData, "Conflict Conflict", "ROL-09 warning" },
        { "ROL-10", "60002 AS 58", Outcome.Reject, "Conflict Conflict", "ROL-10 error" },
        { "MUL-01#2", "14020 51; payer bci", Outcome.Accept, "Listed", "MUL-01 info" },
        { "MUL-02", "14302 51", Outcome.Reject, "NoData", "MUL-02 error" },
        { "MUL-03", "60002 51", Outcome.NoData, "NoData", "MUL-03 warning" },
        { "GLB-04", "14021 78; place 11", Outcome.NoData, "NoData", "GLB-04 warning" },
        { "GLB-06", "99213 79", Outcome.Reject, "NoData", "GLB-06 error" },
        { "GLB-07", "14021 54 55", Outcome.Reject, "Conflict Conflict", "GLB-07 error" },
        { "GLB-07#2", "60002 54", Outcome.Reject, "NoData", "GLB-07 error" },
        { "GLB-07#3", "14021 54; claim ASC", Outcome.Reject, "NoData", "GLB-07 error" },
        { "UNT-01", "60001; units 6", Outcome.NoData, "", "UNT-01 warning" },
        { "UNT-02", "12032; units 2", Outcome.Reject, "", "UNT-02 error" },
        { "UNT-03", "14020 59; units 3", Outcome.Review, "Listed", "UNT-03 warning" },
        { "PAY-02", "14020 LT; payer bcbs", Outcome.Accept, "Listed", "PAY-02 info" },
        { "PAY-02", "14020 51; payer Blue Cross", Outcome.Review, "Conditional", "PAY-02 info" },
        { "LAT-04", "14020 50; payer ibx", Outcome.Reject, "Disputed", "LAT-04 error" },
        { "TST-02", "60001 GA; place 24", Outcome.NoData, "NoData", "TST-02 warning" },
        { "TST-01", "60001 GA GZ", Outcome.NoData, "Conflict Conflict", "TST-01 warning" },
        { "TST-01", "60001 GA GZ; payer Medicare", Outcome.Reject, "Conflict Conflict", "TST-01 error" },
    };

    /// <summary>For each row of the rule table a line that nearly fires it: row, line.</summary>
    public static TheoryData<string, string> NearlyFiring => new()
    {
        { "FMT-01", "14020 99" },
        { "FMT-02", "14020 ZC" },
        { "FMT-04", "14020 LT RT" },
        { "FMT-05", "14020 79 52 59 LT" },
        { "ORD-01", "14020 59 LT" },
        { "ORD-01", "14020 LT RT" },
        { "ORD-01", "14020 ZZ 59 9 LT" },
        { "LAT-01", "14020 50 59" },
        { "LAT-02", "60001 LT RT" },
        { "LAT-02", "15260 LT RT" },
        { "LAT-04", "60002 50; payer Medicare" },
        { "NCC-01", "14020 XS XU" },
        { "NCC-02", "14020 59 XS" },
        { "NCC-02", "14020 XS XS" },
        { "PCT-01", "60001 26; payer Medicare" },
        { "PCT-01#2", "60001 26; payer Medicare" },
        { "PCT-01#2", "60002 TC; payer Medicare" },
        { "PCT-02", "14020 26" },
        { "RED-01", "14020 52" },
        { "RED-04", "14020 73" },
        { "RED-06", "14020 22" },
        { "CLS-01", "99213 25; payer Medicare" },
        { "CLS-01", "92014 25; payer Medicare" },
        { "CLS-01#2", "99213 25; payer Medicare" },
        { "CLS-01#2", "14020 25; payer Medicare" },
        { "CLS-05", "00300 QK; payer Medicare" },
        { "ROL-01", "12007 62; payer Medicare" },
        { "ROL-04", "60002 66; payer Medicare" },
        { "ROL-04#2", "14020 66; payer Medicare" },
        { "ROL-05", "14301 80; payer Medicare" },
        { "ROL-07", "14020 62" },
        { "ROL-07#2", "14020 66" },
        { "ROL-07#2", "14020 62 66" },
        { "MUL-01", "14020 51; payer Aetna" },
        { "GLB-01", "14020 79" },
        { "GLB-08", "14020 76" },
        { "GLB-08#2", "14020 76" },
        { "PAY-01", "14020 LT; payer Medicare" },
        { "PAY-01", "14020 LT" },
        { "FMT-03", "14020 GD; date 2019-12-31" },
        { "FMT-03", "14020 AC; date 2026-07-01" },
        { "FMT-03", "14020 GD" },
        { "ORD-02", "00300 AA QS" },
        { "ORD-02", "14020 LT AA" },
        { "ORD-03", "14020 51 LT 59; payer bci" },
        { "ORD-03", "14020 LT 51; payer Medicare" },
        { "ORD-01", "14020 LT 59; payer bci" },
        { "LAT-03", "14020 LT RT" },
        { "LAT-05", "60002 50" },
        { "LAT-06", "60002 50; units 1" },
        { "LAT-06", "60002 50" },
        { "LAT-07", "60002 50; claim professional" },
        { "LAT-10", "14020 LT; diagnoses S51.812A" },
        { "LAT-10", "14020 LT; diagnoses S51.811A S51.812A" },
        { "LAT-10", "14020 LT; diagnoses S01.01XA" },
        { "LAT-10", "14020 LT; diagnoses S51.811A Z99.9" },
        { "LAT-10#2", "14020 RT; diagnoses S51.811A" },
        { "NCC-03", "14020 59" },
        { "NCC-07", "14020 XS LT" },
        { "PCT-03", "60002 26 59" },
        { "RED-02", "14020 53; claim professional" },
        { "RED-03", "14020 73; claim ASC" },
        { "RED-05", "14020 52" },
        { "RED-05#2", "00300 52" },
        { "RED-07", "14020 22" },
        { "RED-07#2", "99213 22" },
        { "RED-07#2", "60002 22" },
        { "RED-08", "45378 53" },
        { "RED-08", "99213 53" },
        { "CLS-06", "00300 AA QS" },
        { "CLS-06", "00300 AA AA" },
        { "ROL-02", "60001 62" },
        { "ROL-06", "60002 80" },
        { "ROL-08", "60002 AS; taxonomy 363A00000X" },
        { "ROL-08#2", "60002 80; taxonomy 208200000X" },
        { "ROL-09", "60002 80 81" },
        { "ROL-10", "60002 54 58" },
        { "MUL-01#2", "14020 51; payer Medicare" },
        { "MUL-02", "14301 51" },
        { "MUL-03", "14302 51" },
        { "GLB-04", "14021 78; place 24" },
        { "GLB-06", "99213 24" },
        { "GLB-07", "14021 54 54" },
        { "GLB-07#2", "14021 54" },
        { "GLB-07#3", "14021 54; claim professional" },
        { "UNT-01", "60001; units 5" },
        { "UNT-02", "12032; units 1" },
        { "UNT-03", "14020; units 2" },
        { "PAY-02", "14020 LT; payer bci" },
        { "TST-02", "60001 GA; place 11" },
        { "TST-01", "60001 GA GX; payer Medicare" },
    };

    /// <summary>For each row of the rule table that asks about more than modifiers a line that lacks it: row, line, what is missing.</summary>
    public static TheoryData<string, string, RuleInput> Lacking => new()
    {
        { "FMT-03", "14020 GD", RuleInput.ServiceDate },
        { "ORD-02", "99999 QS AA", RuleInput.ProcedureClass },
        { "ORD-03", "14020 59 51", RuleInput.Payer },
        { "ORD-03", "14020 59 51; payer bcbs", RuleInput.Payer },
        { "LAT-02", "15260 LT RT", RuleInput.FeeSchedule },
        { "LAT-03", "15260 LT RT", RuleInput.FeeSchedule },
        { "LAT-04", "15260 50", RuleInput.FeeSchedule },
        { "LAT-05", "99213 50", RuleInput.FeeSchedule },
        { "LAT-06", "60002 50", RuleInput.Units },
        { "LAT-07", "60002 50", RuleInput.ClaimType },
        { "LAT-10", "14020 LT", RuleInput.Diagnoses },
        { "LAT-10", "14020 LT; diagnoses S51.811A Z99.9", RuleInput.DiagnosisTitles },
        { "LAT-10#2", "14020 RT", RuleInput.Diagnoses },
        { "NCC-03", "99999 59", RuleInput.ProcedureClass },
        { "PCT-01", "15260 26", RuleInput.FeeSchedule },
        { "PCT-01#2", "15260 TC", RuleInput.FeeSchedule },
        { "PCT-03", "15260 59 26", RuleInput.FeeSchedule },
        { "RED-02", "14020 53", RuleInput.ClaimType },
        { "RED-03", "14020 73", RuleInput.ClaimType },
        { "RED-05", "99999 52", RuleInput.ProcedureClass },
        { "RED-05#2", "99999 53", RuleInput.ProcedureClass },
        { "RED-07", "99999 22", RuleInput.ProcedureClass },
        { "RED-07#2", "15260 22", RuleInput.FeeSchedule },
        { "RED-08", "99999 53", RuleInput.ProcedureClass },
        { "CLS-01", "99999 25", RuleInput.ProcedureClass },
        { "CLS-01#2", "99999 25", RuleInput.ProcedureClass },
        { "CLS-05", "99999 QK", RuleInput.ProcedureClass },
        { "ROL-01", "15260 62", RuleInput.FeeSchedule },
        { "ROL-02", "15260 62", RuleInput.FeeSchedule },
        { "ROL-04", "15260 66", RuleInput.FeeSchedule },
        { "ROL-04#2", "15260 66", RuleInput.FeeSchedule },
        { "ROL-05", "15260 80", RuleInput.FeeSchedule },
        { "ROL-06", "15260 80", RuleInput.FeeSchedule },
        { "ROL-08", "60002 AS", RuleInput.Taxonomy },
        { "ROL-08#2", "60002 80", RuleInput.Taxonomy },
        { "MUL-01", "14020 51", RuleInput.Payer },
        { "MUL-01", "14020 51; payer Acme", RuleInput.Payer },
        { "MUL-01#2", "14020 51; payer bcbs", RuleInput.Payer },
        { "MUL-02", "15260 51", RuleInput.FeeSchedule },
        { "MUL-03", "15260 51", RuleInput.FeeSchedule },
        { "GLB-04", "14020 78", RuleInput.PlaceOfService },
        { "GLB-06", "99999 79", RuleInput.ProcedureClass },
        { "GLB-07#2", "15260 54", RuleInput.FeeSchedule },
        { "GLB-07#3", "14020 54", RuleInput.ClaimType },
        { "GLB-08#2", "99999 76", RuleInput.ProcedureClass },
        { "UNT-01", "60001", RuleInput.Units },
        { "UNT-01", "99213; units 2", RuleInput.UnlikelyEdit },
        { "UNT-02", "12032", RuleInput.Units },
        { "UNT-03", "14020", RuleInput.Units },
        { "TST-02", "60001 GA", RuleInput.PlaceOfService },
    };

    [Theory]
    [MemberData(nameof(Firing))]
    public void Validate_LineThatARuleSpeaksAgainst_FiresIt(string rule, string line, Outcome outcome, string verdicts, string findings)
    {
        var answer = Validate(line);
        Assert.Equal(verdicts, string.Join(' ', answer.Verdicts.ToArray()));
        Assert.Equal(findings, string.Join(", ", answer.GetFindings().Select(TextOf)));
        Assert.Equal(outcome, answer.Outcome);
        Assert.Contains(answer.GetFindings(), finding => finding.Citations[0].Quote == QuoteOf(rule));
    }

    [Theory]
    [MemberData(nameof(NearlyFiring))]
    public void Validate_LineThatARuleNearlySpeaksAgainst_DoesNotFireIt(string rule, string line) =>
        Assert.DoesNotContain(Validate(line).GetFindings(), finding => finding.Citations[0].Quote == QuoteOf(rule));

    [Theory]
    [MemberData(nameof(Lacking))]
    public void GetMissingInputs_LineThatLacksWhatARuleAsks_NamesBoth(string rule, string line, RuleInput input)
    {
        var answer = Validate(line);
        var id = rule.Split('#')[0];
        Assert.DoesNotContain(answer.GetFindings(), finding => finding.Citations[0].Quote == QuoteOf(rule));
        Assert.Contains(id, answer.UncheckedRules);
        Assert.Contains(answer.GetMissingInputs(), missing => missing.Input == input && missing.Rules.Contains(id));
    }

    [Fact]
    public void RuleTable_AnyRow_HasALineForEachCase()
    {
        var rules = RuleRows();
        string[] rows = [.. rules.Select(row => row.Key)];
        string[] asking = [.. rules.Where(row => row.Value["Kind"] is "not in force" or "too many units" or "payer order"
            || row.Value.List("Condition", ';').Any(condition => !condition.StartsWith("more than", StringComparison.Ordinal))).Select(row => row.Key)];
        Assert.Empty(rows.Except(Firing.Select(line => line.Data.Item1)));
        Assert.Empty(rows.Except(NearlyFiring.Select(line => line.Data.Item1)));
        Assert.Empty(asking.Except(Lacking.Select(line => line.Data.Item1)));
    }

    [Theory]
    [InlineData("14020", Outcome.Accept, "")]
    [InlineData("14020 51", Outcome.Review, "Conditional")]
    [InlineData("14020 51; payer Aetna", Outcome.Accept, "Listed")]
    [InlineData("14020 51; payer Acme", Outcome.Review, "Conditional")]
    [InlineData("14020 22", Outcome.Review, "NotListed")]
    [InlineData("14020 59 LT; payer Medicare", Outcome.Accept, "Listed Listed")]
    [InlineData("14020 59 LT; payer Medicare; claim professional; place 24; taxonomy 208200000X; diagnoses S51.812A; date 2026-01-02; units 1", Outcome.Accept, "Listed Listed")]
    [InlineData("99213 25", Outcome.NoData, "NoData")]
    [InlineData("99213", Outcome.NoData, "")]
    [InlineData("99999 LT", Outcome.NoData, "NoData")]
    public void Validate_LineThatNoRuleSpeaksAgainst_IsJudgedByThePublication(string line, Outcome outcome, string verdicts)
    {
        var answer = Validate(line);
        Assert.Equal((outcome, verdicts), (answer.Outcome, string.Join(' ', answer.Verdicts.ToArray())));
        Assert.DoesNotContain(answer.GetFindings(), finding => finding.Severity > Severity.Info);
    }

    [Fact]
    public void UncheckedRules_LineOfWhichAllIsKnown_AreNone()
    {
        var answer = Validate("14020 LT; payer Medicare; claim professional; place 24; taxonomy 208200000X; diagnoses S51.812A; date 2026-01-02; units 1");
        Assert.Empty(answer.UncheckedRules);
        Assert.Empty(answer.GetMissingInputs());
    }

    [Fact]
    public void GetMissingInputs_RulesThatWereNotChecked_AllLackSomething() =>
        LineGen.Of(ExtendedOracle).Sample(
            line =>
            {
                var answer = line.Validate(ExtendedBook.Instance);
                Assert.Equal(answer.UncheckedRules.Order(), answer.GetMissingInputs().SelectMany(missing => missing.Rules).Distinct().Order());
            },
            iter: 2_000);

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
        Assert.Throws<ArgumentException>("line", () => DefaultBook.Instance.ValidateModifiers(procedure, new ModifierCode[21]));
    }

    [Fact]
    public void Validate_PayerOfAnotherBook_Throws() =>
        Assert.Throws<ArgumentException>("line", () => DefaultBook.Instance.ValidateModifiers(default, ["LT"], ExtendedBook.Instance.FindPayer("Medicare")));

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
            foreach (var rule in ofCodes.FiredRules)
            {
                read += rule.Length;
            }

            read += ofCodes.Verdicts.Length + (int)ofCodes.Outcome + (int)ofTexts.Verdicts[0] + (int)ofTexts.Outcome;
        }));
        Assert.NotEqual(0, read);
    }

    [Fact]
    public void Validate_RandomLines_AgreeWithTheOracle() =>
        LineGen.Of(DefaultOracle).Sample(line => AssertAgrees(DefaultBook.Instance, DefaultOracle, line), iter: 80_000);

    [Fact]
    public void Validate_RandomLinesOfTheExtendedBook_AgreeWithTheOracle() =>
        LineGen.Of(ExtendedOracle).Sample(line => AssertAgrees(ExtendedBook.Instance, ExtendedOracle, line), iter: 20_000);

    private static void AssertAgrees(ReferenceBook book, ModifierRulesOracle oracle, QuestionedLine line)
    {
        var expected = oracle.Validate(line);
        var actual = line.Validate(book);
        var findings = actual.GetFindings();
        Assert.Equal(expected.Verdicts, actual.Verdicts.ToArray());
        Assert.Equal(expected.Findings, findings.Select(TextOf));
        Assert.Equal(expected.Unchecked, actual.UncheckedRules);
        Assert.Equal(expected.Outcome, actual.Outcome);
        Assert.All(findings, finding => Assert.DoesNotContain('{', finding.Message + finding.Fix));
        Assert.All(findings, finding => Assert.True(finding.Rule is "PAY-01" or "PAY-02" or "UNT-01" or "UNT-02" or "UNT-03" || finding.ModifierPositions.Count > 0));
    }

    private static ModifierValidation Validate(string line) =>
        QuestionedLine.Parse(line).Validate(line.StartsWith("6000", StringComparison.Ordinal) ? ExtendedBook.Instance : DefaultBook.Instance);

    private static string TextOf(Finding finding) => $"{finding.Rule} {finding.Severity.ToString().ToLowerInvariant()}";

    private static string QuoteOf(string rule) => string.Join(" | ", RuleRows()[rule].Cells);

    private static Dictionary<string, SourceRow> RuleRows() =>
        SourceRow.ReadTable("modifier-rules").Concat(SourceRow.Read("tests/CodeReference.Tests/Tables/more-rules.md"))
            .GroupBy(row => row["Rule"])
            .SelectMany(rows => rows.Select((row, i) => (Key: i == 0 ? rows.Key : $"{rows.Key}#{i + 1}", row)))
            .ToDictionary(row => row.Key, row => row.row);
}
