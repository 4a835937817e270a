using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Reading;

public sealed class TextLineTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("\uFEFFa\r\nb", new[] { "a", "b" })]
    [InlineData("a\n\r\n\rb\n", new[] { "a", "", "", "b" })]
    public void Of_AnyLineEndings_GivesTheLinesOfTheOtherReader(string text, string[] expected)
    {
        var lines = TextLine.Of(text).ToList();

        Assert.Equal(expected, lines.Select(line => line.Text.ToString()));
        Assert.Equal(Line.Split(text).Select(line => line.Span.Line), lines.Select(line => line.Number));
    }

    [Theory]
    [InlineData(1, 4, "ab", 2, 2)]
    [InlineData(5, 6, "", 0, 7)]
    [InlineData(7, 99, "c", 7, 7)]
    [InlineData(20, 22, "", 0, 20)]
    public void Cell_OfColumns_StandsWhereItsTextDoes(int first, int last, string text, int start, int column)
    {
        var line = TextLine.Of("\uFEFF ab   c").Single();
        var cell = line.Cell(first, last);

        Assert.Equal(text, cell.Text);
        Assert.Equal(column, cell.Span.Column);
        Assert.True(text.Length == 0 || cell.Span.Start == start);
    }

    [Fact]
    public void ContentHash_AnyLineEnding_IsTheSame() =>
        Assert.Single(new[] { "a\nbé😀\n", "\uFEFFa\r\nbé😀", "a\rbé😀\r" }.Select(ContentHash.Of).Distinct());

    [Fact]
    public void ContentHash_LinesLongerThanItsBuffer_IsThatOfTheWhole()
    {
        var text = string.Concat(Enumerable.Repeat("a😀", 50_000)) + "\n";

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), ContentHash.Of(text));
    }
}
