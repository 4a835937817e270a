namespace CodeReference.Tests;

public class DiagnosisCodeTests
{
    [Theory]
    [InlineData("S41.011A", "S41.011A")]
    [InlineData("s41.011a", "S41.011A")]
    [InlineData("S41011A", "S41.011A")]
    [InlineData(" t148 ", "T14.8")]
    [InlineData("T14.8", "T14.8")]
    [InlineData("I10", "I10")]
    [InlineData("c4a.1", "C4A.1")]
    [InlineData("M1A00X0", "M1A.00X0")]
    public void Parse_AnyCaseAndSpaces_GivesCanonicalText(string text, string canonical) => CodeAssert.Reads<DiagnosisCode>(text, canonical);

    [Theory]
    [InlineData(null)]
    [InlineData("I1")]
    [InlineData("I")]
    [InlineData("10A")]
    [InlineData("1A1.011A")]
    [InlineData("S41.")]
    [InlineData("S4.1011A")]
    [InlineData("S410.11A")]
    [InlineData("S41..011A")]
    [InlineData("S41.01.1A")]
    [InlineData("S41.011AA")]
    [InlineData("S41 011A")]
    [InlineData("S41.011\u0000")]
    [InlineData("S41.011\u0410")]
    [InlineData("\uFF3341.011A")]
    [InlineData("S\uFF141.011A")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("S41\uFF0E011A")]
    [InlineData("S41.011AS41.011A")]
    public void Parse_AnotherShape_IsMalformed(string? text) => CodeAssert.IsMalformed<DiagnosisCode>(text);

    [Fact]
    public void TryParse_EveryOverload_Agrees()
    {
        var code = DiagnosisCode.Parse("S41.011A");
        Assert.True(DiagnosisCode.TryParse("s41011a", out var fromString));
        Assert.True(DiagnosisCode.TryParse("s41011a".AsSpan(), out var fromChars));
        Assert.True(DiagnosisCode.TryParse("s41011a"u8, out var fromUtf8));
        Assert.Equal([code, code, code], [fromString, fromChars, fromUtf8]);
    }

    [Fact]
    public void TryParse_InvalidUtf8_IsMalformed() => Assert.False(DiagnosisCode.TryParse([0xFF, 0xC3, 0x28], out _));

    [Fact]
    public void Parse_Malformed_SaysWhatWasFound() =>
        Assert.Contains("\"?!\"", Assert.Throws<FormatException>(() => DiagnosisCode.Parse("?!")).Message, StringComparison.Ordinal);

    [Fact]
    public void TryFormat_SpanOfItsLength_WritesCanonicalText()
    {
        Span<byte> utf8 = stackalloc byte[8];
        Assert.True(DiagnosisCode.Parse("s41011a").TryFormat(utf8, out var written));
        Assert.Equal("S41.011A"u8, utf8[..written]);
        CodeAssert.Writes(DiagnosisCode.Parse("s41011a"), "S41.011A");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void TryFormat_SpanTooSmall_WritesNothing(int length)
    {
        Assert.False(DiagnosisCode.Parse("S41.011A").TryFormat(new byte[length], out var written));
        Assert.Equal(0, written);
        CodeAssert.DoesNotFit(DiagnosisCode.Parse("S41.011A"), length);
    }

    [Fact]
    public void Default_IsNoCode_WritesNothing()
    {
        Assert.True(default(DiagnosisCode).IsEmpty);
        CodeAssert.Writes(default(DiagnosisCode), "");
    }

    [Fact]
    public void FromKey_OwnKey_GivesTheCode() => Assert.Equal(DiagnosisCode.Parse("S41.011A"), DiagnosisCode.FromKey(DiagnosisCode.Parse("S41.011A").Key));

    [Fact]
    public void FromKey_Zero_IsNoCode() => Assert.True(DiagnosisCode.FromKey(0).IsEmpty);

    [Fact]
    public void FromKey_KeyOfAnotherSystem_Throws() =>
        Assert.Throws<ArgumentException>("key", () => DiagnosisCode.FromKey(TaxonomyCode.Parse("207Q00000X").Key));
}
