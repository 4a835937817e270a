namespace CodeReference.Tests;

public class TaxonomyCodeTests
{
    [Theory]
    [InlineData("207Q00000X", "207Q00000X")]
    [InlineData("207q00000x", "207Q00000X")]
    [InlineData(" 333600000X\u000A", "333600000X")]
    [InlineData("ABCDEFGHIX", "ABCDEFGHIX")]
    public void Parse_AnyCaseAndSpaces_GivesCanonicalText(string text, string canonical) => CodeAssert.Reads<TaxonomyCode>(text, canonical);

    [Theory]
    [InlineData(null)]
    [InlineData("207Q00000")]
    [InlineData("207Q000000")]
    [InlineData("207Q00000XX")]
    [InlineData("207Q0000XX0")]
    [InlineData("207Q 0000X")]
    [InlineData("207Q00000\u0000")]
    [InlineData("207Q00000\u0425")]
    [InlineData("\uFF12\uFF10\uFF17Q00000X")]
    [InlineData("X")]
    [InlineData("")]
    [InlineData("207Q00000X207Q00000X")]
    public void Parse_AnotherShape_IsMalformed(string? text) => CodeAssert.IsMalformed<TaxonomyCode>(text);

    [Fact]
    public void TryParse_EveryOverload_Agrees()
    {
        var code = TaxonomyCode.Parse("207Q00000X");
        Assert.True(TaxonomyCode.TryParse("207q00000x", out var fromString));
        Assert.True(TaxonomyCode.TryParse("207q00000x".AsSpan(), out var fromChars));
        Assert.True(TaxonomyCode.TryParse("207q00000x"u8, out var fromUtf8));
        Assert.Equal([code, code, code], [fromString, fromChars, fromUtf8]);
    }

    [Fact]
    public void TryParse_InvalidUtf8_IsMalformed() => Assert.False(TaxonomyCode.TryParse([0xFF, 0xC3, 0x28], out _));

    [Fact]
    public void Parse_Malformed_SaysWhatWasFound() =>
        Assert.Contains("\"?!\"", Assert.Throws<FormatException>(() => TaxonomyCode.Parse("?!")).Message, StringComparison.Ordinal);

    [Fact]
    public void TryFormat_SpanOfItsLength_WritesCanonicalText()
    {
        Span<byte> utf8 = stackalloc byte[10];
        Assert.True(TaxonomyCode.Parse("207q00000x").TryFormat(utf8, out var written));
        Assert.Equal("207Q00000X"u8, utf8[..written]);
        CodeAssert.Writes(TaxonomyCode.Parse("207q00000x"), "207Q00000X");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void TryFormat_SpanTooSmall_WritesNothing(int length)
    {
        Assert.False(TaxonomyCode.Parse("207Q00000X").TryFormat(new byte[length], out var written));
        Assert.Equal(0, written);
        CodeAssert.DoesNotFit(TaxonomyCode.Parse("207Q00000X"), length);
    }

    [Fact]
    public void Default_IsNoCode_WritesNothing()
    {
        Assert.True(default(TaxonomyCode).IsEmpty);
        CodeAssert.Writes(default(TaxonomyCode), "");
    }

    [Fact]
    public void FromKey_OwnKey_GivesTheCode() => Assert.Equal(TaxonomyCode.Parse("207Q00000X"), TaxonomyCode.FromKey(TaxonomyCode.Parse("207Q00000X").Key));

    [Fact]
    public void FromKey_Zero_IsNoCode() => Assert.True(TaxonomyCode.FromKey(0).IsEmpty);

    [Fact]
    public void FromKey_KeyOfAnotherSystem_Throws() =>
        Assert.Throws<ArgumentException>("key", () => TaxonomyCode.FromKey(DiagnosisCode.Parse("S41.011A").Key));
}
