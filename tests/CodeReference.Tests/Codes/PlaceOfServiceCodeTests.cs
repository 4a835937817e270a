namespace CodeReference.Tests;

public class PlaceOfServiceCodeTests
{
    [Theory]
    [InlineData("24", "24")]
    [InlineData(" 02\u000A", "02")]
    [InlineData("99", "99")]
    public void Parse_AnyCaseAndSpaces_GivesCanonicalText(string text, string canonical) => CodeAssert.Reads<PlaceOfServiceCode>(text, canonical);

    [Theory]
    [InlineData(null)]
    [InlineData("2")]
    [InlineData("024")]
    [InlineData("2A")]
    [InlineData("2 4")]
    [InlineData("2\u0000")]
    [InlineData("2\u0664")]
    [InlineData("\uFF12\uFF14")]
    [InlineData("")]
    [InlineData("2424")]
    public void Parse_AnotherShape_IsMalformed(string? text) => CodeAssert.IsMalformed<PlaceOfServiceCode>(text);

    [Fact]
    public void TryParse_EveryOverload_Agrees()
    {
        var code = PlaceOfServiceCode.Parse("24");
        Assert.True(PlaceOfServiceCode.TryParse("24", out var fromString));
        Assert.True(PlaceOfServiceCode.TryParse("24".AsSpan(), out var fromChars));
        Assert.True(PlaceOfServiceCode.TryParse("24"u8, out var fromUtf8));
        Assert.Equal([code, code, code], [fromString, fromChars, fromUtf8]);
    }

    [Fact]
    public void TryParse_InvalidUtf8_IsMalformed() => Assert.False(PlaceOfServiceCode.TryParse([0xFF, 0xC3, 0x28], out _));

    [Fact]
    public void Parse_Malformed_SaysWhatWasFound() =>
        Assert.Contains("\"?!\"", Assert.Throws<FormatException>(() => PlaceOfServiceCode.Parse("?!")).Message, StringComparison.Ordinal);

    [Fact]
    public void TryFormat_SpanOfItsLength_WritesCanonicalText()
    {
        Span<byte> utf8 = stackalloc byte[2];
        Assert.True(PlaceOfServiceCode.Parse("24").TryFormat(utf8, out var written));
        Assert.Equal("24"u8, utf8[..written]);
        CodeAssert.Writes(PlaceOfServiceCode.Parse("24"), "24");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void TryFormat_SpanTooSmall_WritesNothing(int length)
    {
        Assert.False(PlaceOfServiceCode.Parse("24").TryFormat(new byte[length], out var written));
        Assert.Equal(0, written);
        CodeAssert.DoesNotFit(PlaceOfServiceCode.Parse("24"), length);
    }

    [Fact]
    public void Default_IsNoCode_WritesNothing()
    {
        Assert.True(default(PlaceOfServiceCode).IsEmpty);
        CodeAssert.Writes(default(PlaceOfServiceCode), "");
    }

    [Fact]
    public void FromKey_OwnKey_GivesTheCode() => Assert.Equal(PlaceOfServiceCode.Parse("24"), PlaceOfServiceCode.FromKey(PlaceOfServiceCode.Parse("24").Key));

    [Fact]
    public void FromKey_Zero_IsNoCode() => Assert.True(PlaceOfServiceCode.FromKey(0).IsEmpty);

    [Fact]
    public void FromKey_KeyOfAnotherSystem_Throws() =>
        Assert.Throws<ArgumentException>("key", () => PlaceOfServiceCode.FromKey(DiagnosisCode.Parse("S41.011A").Key));
}
