using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Reading;

public sealed class LineTests
{
    [Theory]
    [InlineData("a\nb", new[] { "a", "b" })]
    [InlineData("a\r\nb", new[] { "a", "b" })]
    [InlineData("a\rb", new[] { "a", "b" })]
    [InlineData("a\n\rb", new[] { "a", "", "b" })]
    [InlineData("a\r\r\nb", new[] { "a", "", "b" })]
    [InlineData("a\n", new[] { "a" })]
    [InlineData("\n\n", new[] { "", "" })]
    [InlineData("", new string[0])]
    [InlineData("\uFEFFa", new[] { "a" })]
    [InlineData("\uFEFF", new string[0])]
    [InlineData("a\u2028b\u0085c\fd", new[] { "a\u2028b\u0085c\fd" })]
    [InlineData(" \t a \u00A0", new[] { "a" })]
    public void Split_AnyLineEnding_GivesTrimmedLines(string text, string[] expected) =>
        Assert.Equal(expected, Line.Split(text).Select(line => line.Text));

    [Fact]
    public void Split_ByteOrderMark_CountsInOffsetsAndNotInColumns()
    {
        var line = Assert.Single(Line.Split("\uFEFF  a"));

        Assert.Equal(new SourceSpan(3, 1, 1, 3), line.Span);
    }

    [Fact]
    public void Split_CarriageReturnAndLineFeed_CountAsOneLine() =>
        Assert.Equal([1, 2, 3], Line.Split("a\r\nb\rc").Select(line => line.Span.Line));

    [Fact]
    public void Slice_SpacesAroundThePart_AreLeftOut()
    {
        var part = Line.Split("one | two |")[0].Slice(5, 5);

        Assert.Equal(new Line("two", new(6, 3, 1, 7)), part);
    }
}
