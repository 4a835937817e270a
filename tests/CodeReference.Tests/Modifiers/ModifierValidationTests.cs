using System.Text;

namespace CodeReference.Tests;

public class ModifierValidationTests
{
    private static readonly ReferenceBook Book = DefaultBook.Instance;

    [Fact]
    public void Verdicts_ListedUnknownAndMalformed_CiteTheListed()
    {
        var line = Validate("59", "lt", "ZZ", "9");
        Assert.Equal(Outcome.Reject, line.Outcome);
        Assert.Equal([Verdict.Listed, Verdict.Listed, Verdict.Unrecognized, Verdict.Malformed], line.Verdicts.ToArray());
        Assert.Equal(["59", "LT", "ZZ", ""], line.Modifiers.ToArray().Select(modifier => modifier.ToString()));
        Assert.Equal([33, 36, null, null], Enumerable.Range(0, 4).Select(i => line.GetCitation(i)?.Line));
    }

    [Fact]
    public void GetCitation_ModifierThatIsNotListed_IsTheRegistrys()
    {
        var line = Validate("22");
        Assert.Equal(("tables/modifier-registry.md", "22"), (line.GetCitation(0)!.File, line.GetCitation(0)!.RowKey));
        Assert.Equal(("Unusually demanding procedural work", ""), (line.GetDescription(0).ToString(), line.GetWhenToUse(0).ToString()));
    }

    [Fact]
    public void GetDescription_ListedModifier_IsThePublications()
    {
        var line = Validate("LT");
        Assert.Equal("Left side", line.GetDescription(0).ToString());
        Assert.Equal("Report for surgery on the left half of the body", line.GetWhenToUse(0).ToString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void GetCitation_IndexOutOfRange_Throws(int index) =>
        Assert.Throws<IndexOutOfRangeException>(() => Validate("LT").GetCitation(index));

    [Theory]
    [InlineData("50 LT", "LAT-01", "0 1")]
    [InlineData("59 LT 9 X", "FMT-01", "2 3")]
    [InlineData("ZZ LT YY", "FMT-02", "0 2")]
    [InlineData("LT 59 LT LT", "FMT-04", "2 3")]
    [InlineData("ZZ ZZ LT LT", "FMT-04", "1 3")]
    [InlineData("79 52 59 LT GA GY", "FMT-05", "4 5")]
    [InlineData("LT 59 GA 26", "ORD-01", "0 1 2")]
    [InlineData("59 LT XS", "NCC-01", "0 2")]
    [InlineData("LT 26", "PCT-01", "1")]
    [InlineData("LT QK AA", "CLS-05", "1 2")]
    public void ModifierPositions_OfAFinding_AreThoseItIsAbout(string modifiers, string rule, string positions) =>
        Assert.Equal(positions, string.Join(' ', FindingOf(rule, modifiers.Split(' ')).ModifierPositions));

    [Fact]
    public void Finding_ByAnIndicator_CitesRuleIndicatorAndPublication()
    {
        var finding = FindingOf("PCT-01", "26");
        Assert.Equal(["tables/modifier-rules.md", "tables/fee-schedule-indicators.md", "publications/cpt-14020.txt"], finding.Citations.Select(citation => citation.File));
        Assert.Equal(["PCT-01", "14020", "26"], finding.Citations.Select(citation => citation.RowKey));
        Assert.Equal(28, finding.Citations[2].Line);
        Assert.Equal("RVU25D Att. A", finding.Source);
        Assert.Equal("Report the procedure without 26 or TC.", finding.Fix);
    }

    [Theory]
    [InlineData("26", "PCT-01", "26 cannot be billed with 14020: its PC/TC indicator in Medicare's fee schedule is 0,")]
    [InlineData("50 LT RT", "LAT-01", "50, LT and RT contradict each other:")]
    [InlineData("62", "ROL-01", "62 cannot be billed with 14020: its co-surgeon indicator in Medicare's fee schedule is 0,")]
    [InlineData("80", "ROL-05", "80 cannot be billed with 14020: its assistant indicator in Medicare's fee schedule is 1,")]
    [InlineData("25", "CLS-01", "25 can be used only on a visit (E/M), and 14020 is not a visit.")]
    [InlineData("LT LT LT", "FMT-04", "LT is on the line more than once.")]
    public void Message_OfAFinding_NamesWhatItFound(string modifiers, string rule, string message) =>
        Assert.StartsWith(message, FindingOf(rule, modifiers.Split(' ')).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("LT LT", "LT")]
    [InlineData("59 59", "59")]
    [InlineData("59 XS", "XS")]
    [InlineData("XU 59 XE", "XU XE")]
    [InlineData("LT 59", "59 LT")]
    [InlineData("LT 59 LT XS 79", "79 XS LT")]
    [InlineData("RT LT 51 59", "51 59 RT LT")]
    [InlineData("lt 59", "59 LT")]
    public void GetSuggestedModifiers_FixThatIsCertain_IsApplied(string modifiers, string suggested) =>
        Assert.Equal(suggested, string.Join(' ', Validate(modifiers.Split(' ')).GetSuggestedModifiers()));

    [Theory]
    [InlineData("")]
    [InlineData("59 LT")]
    [InlineData("50 LT")]
    [InlineData("52 53")]
    [InlineData("26")]
    [InlineData("LT LT ZZ")]
    [InlineData("LT 59 9")]
    public void GetSuggestedModifiers_NoFixThatIsCertain_AreNone(string modifiers) =>
        Assert.Empty(Validate(modifiers.Split(' ', StringSplitOptions.RemoveEmptyEntries)).GetSuggestedModifiers());

    [Theory]
    [InlineData("14020 LT; diagnoses S51.811A", "LAT-10", "tables/modifier-rules.md LAT-10, tables/official-titles.md ICD-10-CM, publications/cpt-14020.txt LT")]
    [InlineData("14020 50; payer ibx", "LAT-04", "tables/modifier-rules.md LAT-04, tables/fee-schedule-indicators.md 14020, tables/payer-severities.md Independence Blue Cross, publications/cpt-14020.txt 50")]
    [InlineData("14020 50; payer Medicare", "LAT-04", "tables/modifier-rules.md LAT-04, tables/fee-schedule-indicators.md 14020, tables/payers.md Medicare, publications/cpt-14020.txt 50")]
    [InlineData("14020; units 3", "UNT-03", "tables/modifier-rules.md UNT-03, tables/unit-limits.md 14020")]
    [InlineData("14020 GD; date 2026-01-02", "FMT-03", "tables/modifier-rules.md FMT-03, tables/modifier-registry.md GD")]
    [InlineData("14020 78; place 11", "GLB-04", "tables/modifier-rules.md GLB-04, tables/places-of-service.md 11")]
    [InlineData("27447 AS; taxonomy 208200000X", "ROL-08", "tables/modifier-rules.md ROL-08, tables/official-titles.md NUCC")]
    [InlineData("14020 LT; payer bcbs", "PAY-02", "tables/modifier-rules.md PAY-02, tables/payers.md Blue Cross Blue Shield")]
    [InlineData("14020 59 51; payer bci", "ORD-03", "tables/modifier-rules.md ORD-03, tables/payers.md Blue Cross of Idaho, publications/cpt-14020.txt 59")]
    public void Citations_OfAFinding_AreAllRowsThatItRestsOn(string line, string rule, string rows)
    {
        var finding = Assert.Single(QuestionedLine.Parse(line).Validate(Book).GetFindings(), finding => finding.Rule == rule);
        Assert.Equal(rows, string.Join(", ", finding.Citations.Select(citation => $"{citation.File} {citation.RowKey}")));
        Assert.All(finding.Citations, citation => Assert.True(citation is { Line: > 0, Column: > 0 }));
    }

    [Theory]
    [InlineData("14020 LT; diagnoses S51.811A", "LAT-10", "LT means the left side, but the official title of diagnosis S51.811A names the right side")]
    [InlineData("14020; units 3", "UNT-03", "The line has 3 units of 14020; Medicare's medically unlikely edit allows 2 a day")]
    [InlineData("14020 GD AC; date 2025-01-02", "FMT-03", "Not in force on the date of service: GD ended on 2019-12-31 and AC begins on 2026-07-01.")]
    [InlineData("14020 LT; payer bcbs", "PAY-02", "Blue Cross Blue Shield is the name of several payers")]
    [InlineData("14020 59 51; payer bci", "ORD-03", "Blue Cross of Idaho asks for its own order of modifiers, in which 59 would come later.")]
    public void Message_OfAFinding_NamesTheInputsOfTheLine(string line, string rule, string message) =>
        Assert.StartsWith(message, Assert.Single(QuestionedLine.Parse(line).Validate(Book).GetFindings(), finding => finding.Rule == rule).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("14020 LT")]
    [InlineData("14020 24 26 TC 50; payer Medicare")]
    [InlineData("14020 GD 59 XS XU 9; payer bcbs")]
    public void FiredRules_OfALine_AreThoseOfItsFindings(string line)
    {
        var validation = QuestionedLine.Parse(line).Validate(Book);

        Assert.Equal(validation.GetFindings().Select(finding => finding.Rule).Distinct(), validation.FiredRules);
    }

    [Theory]
    [InlineData("14020 24 26 TC 50; payer Medicare")]
    [InlineData("14020 GD AC; date 2025-01-02")]
    [InlineData("14020; units 3")]
    public void FiredRule_OnceWarm_WritesItsMessageAndRowsWithoutAllocating(string line)
    {
        var validation = QuestionedLine.Parse(line).Validate(Book);
        var (findings, rows) = (validation.GetFindings(), 0);

        Assert.Equal(0, Allocations.Of(() =>
        {
            Span<int> room = stackalloc int[FiredRule.MaxRows];
            Span<byte> text = stackalloc byte[FiredRule.TextLength];
            var (fired, i) = (validation.Fired, findings.Length);
            rows = 0;
            while (RuleMask.TryTakeLast(ref fired, out var rule))
            {
                var finding = new FiredRule(in validation, rule);
                var message = new Utf8Writer(text);
                finding.WriteMessage(ref message);
                rows += finding.CopyRows(room);
                if (!Ascii.Equals(message.Text, findings[--i].Message))
                {
                    throw new InvalidOperationException(findings[i].Message);
                }

                message.Dispose();
            }
        }));
        Assert.Equal(findings.Sum(finding => finding.Citations.Count), rows);
    }

    [Fact]
    public void Default_IsAnEmptyAnswer()
    {
        var none = default(ModifierValidation);
        Assert.Equal((0, Outcome.None), (none.Count, none.Outcome));
        Assert.Empty(none.GetFindings());
        Assert.True(none.FiredRules.IsEmpty);
        Assert.Empty(none.UncheckedRules);
        Assert.Empty(none.GetMissingInputs());
        Assert.Empty(none.GetSuggestedModifiers());
    }

    private static ModifierValidation Validate(params string[] modifiers) => Book.ValidateModifiers(ProcedureCode.Parse("14020"), modifiers);

    private static Finding FindingOf(string rule, params string[] modifiers) =>
        Assert.Single(Validate(modifiers).GetFindings(), finding => finding.Rule == rule);
}
