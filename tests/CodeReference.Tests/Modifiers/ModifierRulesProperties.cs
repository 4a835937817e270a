using CsCheck;

namespace CodeReference.Tests;

/// <summary>What holds of the answer to any claim line.</summary>
public class ModifierRulesProperties
{
    private const int Runs = 10_000;

    private static readonly ReferenceBook Book = DefaultBook.Instance;
    private static readonly Gen<QuestionedLine> Lines = LineGen.Of(new(ModifierRulesOracle.DefaultFiles));

    private static readonly string[] RulesInOrder = [.. SourceRow.ReadTable("modifier-rules").Select(row => row["Rule"])];

    [Fact]
    public void Validate_InputThatNoRuleMisses_ChangesNothing() =>
        Gen.Select(Lines, Lines).Sample(
            (line, other) =>
            {
                var answer = line.Validate(Book);
                var missing = answer.GetMissingInputs().Select(each => each.Input).ToHashSet();
                var more = line with
                {
                    ClaimType = Added(RuleInput.ClaimType, line.ClaimType, other.ClaimType),
                    PlaceOfService = Added(RuleInput.PlaceOfService, line.PlaceOfService, other.PlaceOfService),
                    Taxonomy = Added(RuleInput.Taxonomy, line.Taxonomy, other.Taxonomy),
                    ServiceDate = Added(RuleInput.ServiceDate, line.ServiceDate, other.ServiceDate),
                    Units = line.Units > 0 || missing.Contains(RuleInput.Units) ? line.Units : other.Units,
                };
                Assert.Equal(TextOf(answer), TextOf(more.Validate(Book)));

                string Added(RuleInput input, string own, string added) => own.Length > 0 || missing.Contains(input) ? own : added;
            },
            iter: Runs);

    [Fact]
    public void Validate_OtherCaseAndSpaces_IsTheSameLine() =>
        Lines.Sample(
            line =>
            {
                var other = line with
                {
                    Procedure = $" {line.Procedure.ToLowerInvariant()}",
                    Modifiers = [.. line.Modifiers.Select(modifier => modifier is null ? null : $" {modifier.ToLowerInvariant()}\t")],
                    Payer = $"  {line.Payer.ToUpperInvariant()} ",
                    PlaceOfService = $"{line.PlaceOfService} ",
                    Taxonomy = line.Taxonomy.ToLowerInvariant(),
                    Diagnoses = [.. line.Diagnoses.Select(code => $" {code.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal)}")],
                };
                Assert.Equal(TextOf(line.Validate(Book)), TextOf(other.Validate(Book)));
            },
            iter: Runs);

    [Fact]
    public void GetFindings_OfAnyLine_AreInTheOrderOfTheRuleTable() =>
        Lines.Sample(
            line =>
            {
                var found = line.Validate(Book).GetFindings().Select(finding => Array.FindIndex(RulesInOrder, rule => rule == finding.Rule)).ToList();
                Assert.Equal(found.Order(), found);
            },
            iter: Runs);

    [Fact]
    public void GetSuggestedModifiers_TakenUp_NeedNoOtherMechanicalFix() =>
        Lines.Sample(
            line =>
            {
                var suggested = line.Validate(Book).GetSuggestedModifiers();
                if (suggested.Length == 0)
                {
                    return;
                }

                var answer = (line with { Modifiers = [.. suggested.Select(modifier => modifier.ToString())] }).Validate(Book);
                Assert.Empty(answer.GetSuggestedModifiers());
                Assert.DoesNotContain(answer.GetFindings(), finding => finding.Rule is "FMT-04" or "NCC-01" or "ORD-01" or "ORD-02" or "ORD-03");
            },
            iter: Runs);

    private static string TextOf(ModifierValidation answer) =>
        $"{answer.Outcome} {string.Join(' ', answer.Verdicts.ToArray())}: {string.Join("; ", answer.GetFindings().Select(finding => $"{finding.Rule} {finding.Severity} {finding.Message}"))} -> {string.Join(' ', answer.GetSuggestedModifiers())}";
}
