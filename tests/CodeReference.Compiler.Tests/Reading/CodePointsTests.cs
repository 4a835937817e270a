using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Reading;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData(0x200B, "U+200B ZERO WIDTH SPACE")]
    [InlineData(0x0000, "U+0000 NULL")]
    [InlineData(0x0010, "U+0010 CONTROL CHARACTER")]
    [InlineData(0x0410, "U+0410 (looks like A)")]
    [InlineData(0xFF15, "U+FF15 (looks like 5)")]
    [InlineData(0x1F600, "U+1F600")]
    public void Describe_CodePoint_IsItsNumberAndWhatHelps(int codePoint, string expected) => Assert.Equal(expected, CodePoints.Describe(codePoint));

    [Theory]
    [InlineData("≤ 10 cm²\t😀", "≤ 10 cm²\t😀")]
    [InlineData("a\u200Bb\0c\u202Ed\nf", "a<U+200B>b<U+0000>c<U+202E>d<U+000A>f")]
    [InlineData("\U000E0041", "<U+E0041>")]
    public void Show_TextWithWhatCannotBeSeen_HasItsNumbers(string text, string expected) => Assert.Equal(expected, CodePoints.Show(text));

    // Half of a pair does not survive as the argument of a theory.
    [Fact]
    public void Show_HalfOfASurrogatePair_HasItsNumber() => Assert.Equal("a<U+D83D>", CodePoints.Show("a\uD83D"));

    [Fact]
    public void Show_TextLongerThanAQuote_IsItsBeginning() => Assert.Equal(new string('a', Limits.QuoteLength) + "…", CodePoints.Show(new('a', Limits.QuoteLength + 1)));
}
