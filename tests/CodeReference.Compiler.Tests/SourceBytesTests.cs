using System.Text;
using CodeReference.Compiler.Reading;
using Microsoft.CodeAnalysis.Text;

namespace CodeReference.Compiler.Tests;

public sealed class SourceBytesTests
{
    private const string Text = "CPT 14020: Flap\r\ncafé ≤ 10\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Decode_UnicodeFile_IsItsText(string encoding) => Assert.Equal((Text, null), Decode([.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(Text)]));

    [Fact]
    public void Decode_Latin1FileWhereTheBuildReplacesBytes_HasTheFirstBadByte() => Assert.Equal(
        new BadBytes("UTF-8", 5, new(5, 1, 2, 4)),
        Decode(Encoding.Latin1.GetBytes("a\ncafé é")).Bad);

    [Fact]
    public void Decode_Latin1FileWhereTheBuildTakesTheCodePage_HasTheFirstBadByte() => Assert.Equal(
        new BadBytes("UTF-8", 20, new(20, 1, 2, 4)),
        SourceBytes.Decode(Guessed(Encoding.Latin1.GetBytes("CPT 14020: Flap\r\ncafé é"))).Bad);

    [Fact]
    public void Decode_Utf8FileThatTheBuildTakesForACodePage_IsItsText() => Assert.Equal((Text, null), SourceBytes.Decode(Guessed(Encoding.UTF8.GetBytes(Text))));

    [Fact]
    public void Decode_FileThatHoldsReplacementCharacters_IsItsText() => Assert.Equal(("a\uFFFDb", null), Decode(Encoding.UTF8.GetBytes("a\uFFFDb")));

    [Fact]
    public void Decode_ByteOrderMarkAndBadByte_CountsTheMark() => Assert.Equal(4, Decode([0xEF, 0xBB, 0xBF, (byte)'a', 0xFF]).Bad!.Offset);

    [Fact]
    public void Decode_Utf16FileThatEndsInHalfAUnit_SaysSo() => Assert.Equal(("UTF-16", 4), Decode([0xFF, 0xFE, (byte)'a', 0, (byte)'b']).Bad is { } bad ? (bad.Encoding, bad.Offset) : default);

    private static (string Text, BadBytes? Bad) Decode(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return SourceBytes.Decode(SourceText.From(stream, checksumAlgorithm: SourceHashAlgorithm.Sha256));
    }

    private static SourceText Guessed(byte[] bytes) => SourceText.From(Encoding.Latin1.GetString(bytes), Encoding.Latin1);
}
