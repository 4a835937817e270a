using System.Text;
using CodeReference.Compiler.Reading;
using CsCheck;

namespace CodeReference.Compiler.Tests.Reading;

public sealed class Utf8Tests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Bytes at which the table of well-formed sequences turns.
    private static readonly byte[] Turns =
        [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF];

    private static readonly Gen<byte> Bytes = Gen.Int[0, Turns.Length - 1].Select(index => Turns[index]);

    [Theory]
    [InlineData(new byte[] { 0xC0, 0x80 }, 0)]
    [InlineData(new byte[] { 0x41, 0xE0, 0x9F, 0xBF }, 1)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 0)]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, 0)]
    [InlineData(new byte[] { 0x41, 0x42, 0xE2, 0x89 }, 2)]
    [InlineData(new byte[] { 0xE2, 0x89, 0xA4 }, -1)]
    [InlineData(new byte[0], -1)]
    public void IndexOfBad_KnownBytes_IsTheFirstThatIsNone(byte[] bytes, int expected) => Assert.Equal(expected, Utf8.IndexOfBad(bytes));

    [Fact]
    public void IndexOfBad_AnyBytes_IsWhereAStrictDecoderStops() => Bytes.Array[0, 12].Sample(bytes =>
    {
        var index = Utf8.IndexOfBad(bytes);
        return index < 0 ? IsValid(bytes) : IsValid(bytes[..index]) && !Enumerable.Range(index + 1, bytes.Length - index).Any(end => IsValid(bytes[..end]));
    }, iter: 20_000);

    private static bool IsValid(byte[] bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
