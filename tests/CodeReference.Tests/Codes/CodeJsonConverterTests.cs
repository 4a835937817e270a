using System.Text.Json;

namespace CodeReference;

public sealed class CodeJsonConverterTests
{
    private sealed record Line(ProcedureCode Procedure, ModifierCode[] Modifiers, DiagnosisCode Diagnosis, TaxonomyCode Taxonomy, PlaceOfServiceCode Place);

    [Fact]
    public void Serialize_Codes_WritesTheirTexts()
    {
        var line = new Line(ProcedureCode.Parse("14020"), [ModifierCode.Parse("LT")], DiagnosisCode.Parse("S41.011A"), TaxonomyCode.Parse("208600000X"), default);

        Assert.Equal(
            """{"Procedure":"14020","Modifiers":["LT"],"Diagnosis":"S41.011A","Taxonomy":"208600000X","Place":null}""",
            JsonSerializer.Serialize(line));
    }

    [Theory]
    [InlineData("\"lt\"", "LT")]
    [InlineData("\" LT \"", "LT")]
    [InlineData("null", "")]
    [InlineData("\"\"", "")]
    public void Deserialize_AnyFormOfACode_ReadsIt(string json, string code) =>
        Assert.Equal(code, JsonSerializer.Deserialize<ModifierCode>(json).ToString());

    [Theory]
    [InlineData("\"LTT\"", "\"LTT\" is malformed")]
    [InlineData("25", "The value is a Number")]
    [InlineData("{\"key\":25}", "The value is a StartObject")]
    public void Deserialize_WhatIsNoCode_NamesItAndWhatWasExpected(string json, string message)
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ModifierCode>(json));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("two of A-Z and 0-9", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Serialize_CodeAsKey_IsReadAgain()
    {
        var units = new Dictionary<ProcedureCode, int> { [ProcedureCode.Parse("14020")] = 2 };

        Assert.Equal(units, JsonSerializer.Deserialize<Dictionary<ProcedureCode, int>>(JsonSerializer.Serialize(units)));
    }
}
