namespace CodeReference.Tests;

public class ModifierCodeTests
{
    [Theory]
    [InlineData("LT", "LT")]
    [InlineData("lt", "LT")]
    [InlineData(" 25\u0009", "25")]
    [InlineData("1p", "1P")]
    [InlineData("zZ", "ZZ")]
    public void Parse_AnyCaseAndSpaces_GivesCanonicalText(string text, string canonical) => CodeAssert.Reads<ModifierCode>(text, canonical);

    [Theory]
    [InlineData(null)]
    [InlineData("L")]
    [InlineData("LTT")]
    [InlineData("9")]
    [InlineData("L T")]
    [InlineData("L\u0000")]
    [InlineData("\uFF2C\uFF34")]
    [InlineData("\u0410\u0410")]
    [InlineData("L-")]
    [InlineData(".5")]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData("LTLTLTLTLTLTLT")]
    [InlineData("\u017Ft")]
    [InlineData("\u00E9\u00E9")]
    public void Parse_AnotherShape_IsMalformed(string? text) => CodeAssert.IsMalformed<ModifierCode>(text);

    [Fact]
    public void TryParse_EveryOverload_Agrees()
    {
        var code = ModifierCode.Parse("LT");
        Assert.True(ModifierCode.TryParse("lt", out var fromString));
        Assert.True(ModifierCode.TryParse("lt".AsSpan(), out var fromChars));
        Assert.True(ModifierCode.TryParse("lt"u8, out var fromUtf8));
        Assert.Equal([code, code, code], [fromString, fromChars, fromUtf8]);
    }

    [Fact]
    public void TryParse_InvalidUtf8_IsMalformed() => Assert.False(ModifierCode.TryParse([0xFF, 0xC3, 0x28], out _));

    [Fact]
    public void Parse_Malformed_SaysWhatWasFound() =>
        Assert.Contains("\"?!\"", Assert.Throws<FormatException>(() => ModifierCode.Parse("?!")).Message, StringComparison.Ordinal);

    [Fact]
    public void TryFormat_SpanOfItsLength_WritesCanonicalText()
    {
        Span<byte> utf8 = stackalloc byte[2];
        Assert.True(ModifierCode.Parse("lt").TryFormat(utf8, out var written));
        Assert.Equal("LT"u8, utf8[..written]);
        CodeAssert.Writes(ModifierCode.Parse("lt"), "LT");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void TryFormat_SpanTooSmall_WritesNothing(int length)
    {
        Assert.False(ModifierCode.Parse("LT").TryFormat(new byte[length], out var written));
        Assert.Equal(0, written);
        CodeAssert.DoesNotFit(ModifierCode.Parse("LT"), length);
    }

    [Fact]
    public void Default_IsNoCode_WritesNothing()
    {
        Assert.True(default(ModifierCode).IsEmpty);
        CodeAssert.Writes(default(ModifierCode), "");
    }

    [Fact]
    public void FromKey_OwnKey_GivesTheCode() => Assert.Equal(ModifierCode.Parse("LT"), ModifierCode.FromKey(ModifierCode.Parse("LT").Key));

    [Fact]
    public void FromKey_Zero_IsNoCode() => Assert.True(ModifierCode.FromKey(0).IsEmpty);

    [Fact]
    public void FromKey_KeyOfAnotherSystem_Throws() =>
        Assert.Throws<ArgumentException>("key", () => ModifierCode.FromKey(ProcedureCode.Parse("14020").Key));
}
