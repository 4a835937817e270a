using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Tests.Model;

public sealed class RuleConditionTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Bilateral is 0, 1", "FeeSchedule Bilateral is 0|1")]
    [InlineData("Adjudication Indicator is 2", "UnlikelyEdit Adjudication Indicator is 2")]
    [InlineData("class is not E/M, anesthesia", "ProcedureClass class is not E/M|anesthesia")]
    [InlineData("procedure is 45378", "None procedure is 45378")]
    [InlineData("payer is Blue Cross of Idaho", "Payer payer is Blue Cross of Idaho")]
    [InlineData("claim type is ASC, hospital outpatient", "ClaimType claim type is ASC|hospital outpatient")]
    [InlineData("place of service is not 11", "PlaceOfService place of service is not 11")]
    [InlineData("taxonomy is 363A", "Taxonomy taxonomy is 363A")]
    [InlineData("laterality is left", "Diagnoses laterality is left")]
    [InlineData("units is not 1", "Units units is not 1")]
    [InlineData("more than 4", "None more than is 4")]
    [InlineData("Global is ZZZ; class is surgery", "FeeSchedule Global is ZZZ; ProcedureClass class is surgery")]
    public void TryParse_Condition_IsRead(string text, string expected)
    {
        Assert.True(RuleCondition.TryParse(text, out var conditions));
        Assert.Equal(expected, string.Join("; ", conditions.Select(condition => $"{condition.Input} {condition.Subject} is {(condition.IsNot ? "not " : "")}{string.Join('|', condition.Values)}")));
    }

    [Theory]
    [InlineData("sometimes")]
    [InlineData("class is ")]
    [InlineData("class is surgery;")]
    [InlineData("class is surgery,")]
    [InlineData("class is surgery; class is not anesthesia")]
    [InlineData("more than some")]
    [InlineData("claim type is dental")]
    [InlineData("place of service is office")]
    [InlineData("place of service is 1")]
    [InlineData("taxonomy is 363-")]
    [InlineData("taxonomy is 363A00000XX")]
    [InlineData("laterality is middle")]
    [InlineData("units is 0")]
    [InlineData("units is many")]
    [InlineData("units is 99999999999")]
    public void TryParse_NoCondition_IsRefused(string text) => Assert.False(RuleCondition.TryParse(text, out _));
}
