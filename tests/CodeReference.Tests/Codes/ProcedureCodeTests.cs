namespace CodeReference.Tests;

public class ProcedureCodeTests
{
    [Theory]
    [InlineData("14020", "14020")]
    [InlineData(" 14020 ", "14020")]
    [InlineData("\u000914020\u000A", "14020")]
    [InlineData("g0101", "G0101")]
    [InlineData("0001f", "0001F")]
    [InlineData("A0000", "A0000")]
    [InlineData("0042t", "0042T")]
    public void Parse_AnyCaseAndSpaces_GivesCanonicalText(string text, string canonical) => CodeAssert.Reads<ProcedureCode>(text, canonical);

    [Theory]
    [InlineData(null)]
    [InlineData("1402")]
    [InlineData("140200")]
    [InlineData("1402O0")]
    [InlineData("14 020")]
    [InlineData("14020\u0000")]
    [InlineData("\u0000")]
    [InlineData("1402\u0410")]
    [InlineData("\uFF11\uFF14\uFF10\uFF12\uFF10")]
    [InlineData("A000B")]
    [InlineData("AB000")]
    [InlineData("14A20")]
    [InlineData("1402-")]
    [InlineData("14020.")]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData("14020140201402014020")]
    [InlineData("-4020")]
    [InlineData("1402\u00E9")]
    public void Parse_AnotherShape_IsMalformed(string? text) => CodeAssert.IsMalformed<ProcedureCode>(text);

    [Fact]
    public void TryParse_EveryOverload_Agrees()
    {
        var code = ProcedureCode.Parse("14020");
        Assert.True(ProcedureCode.TryParse("14020", out var fromString));
        Assert.True(ProcedureCode.TryParse("14020".AsSpan(), out var fromChars));
        Assert.True(ProcedureCode.TryParse("14020"u8, out var fromUtf8));
        Assert.Equal([code, code, code], [fromString, fromChars, fromUtf8]);
    }

    [Fact]
    public void TryParse_InvalidUtf8_IsMalformed() => Assert.False(ProcedureCode.TryParse([0xFF, 0xC3, 0x28], out _));

    [Fact]
    public void Parse_Malformed_SaysWhatWasFound() =>
        Assert.Contains("\"?!\"", Assert.Throws<FormatException>(() => ProcedureCode.Parse("?!")).Message, StringComparison.Ordinal);

    [Fact]
    public void TryFormat_SpanOfItsLength_WritesCanonicalText()
    {
        Span<byte> utf8 = stackalloc byte[5];
        Assert.True(ProcedureCode.Parse("14020").TryFormat(utf8, out var written));
        Assert.Equal("14020"u8, utf8[..written]);
        CodeAssert.Writes(ProcedureCode.Parse("14020"), "14020");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void TryFormat_SpanTooSmall_WritesNothing(int length)
    {
        Assert.False(ProcedureCode.Parse("14020").TryFormat(new byte[length], out var written));
        Assert.Equal(0, written);
        CodeAssert.DoesNotFit(ProcedureCode.Parse("14020"), length);
    }

    [Fact]
    public void Default_IsNoCode_WritesNothing()
    {
        Assert.True(default(ProcedureCode).IsEmpty);
        CodeAssert.Writes(default(ProcedureCode), "");
    }

    [Fact]
    public void FromKey_OwnKey_GivesTheCode() => Assert.Equal(ProcedureCode.Parse("14020"), ProcedureCode.FromKey(ProcedureCode.Parse("14020").Key));

    [Fact]
    public void FromKey_Zero_IsNoCode() => Assert.True(ProcedureCode.FromKey(0).IsEmpty);

    [Fact]
    public void FromKey_KeyOfAnotherSystem_Throws() =>
        Assert.Throws<ArgumentException>("key", () => ProcedureCode.FromKey(ModifierCode.Parse("LT").Key));
}
