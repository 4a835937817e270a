using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Reading;

public sealed class DocumentReaderTests
{
    [Theory]
    [InlineData("Related Diagnoses", "Related Diagnoses")]
    [InlineData("  related diagnoses  ", "related diagnoses")]
    [InlineData("# Related Diagnoses", "Related Diagnoses")]
    [InlineData("###Related Diagnoses", "Related Diagnoses")]
    [InlineData("## Related Diagnoses ##", "Related Diagnoses")]
    [InlineData("# Anything else | piped", "Anything else | piped")]
    [InlineData("###", "")]
    [InlineData("# ###", "")]
    [InlineData("# About C#", "About C#")]
    [InlineData("# About C# #", "About C#")]
    [InlineData("## **Anything else**", "Anything else")]
    [InlineData("**Related Diagnoses**", "Related Diagnoses")]
    [InlineData("__related\u00A0diagnoses__", "related\u00A0diagnoses")]
    [InlineData("Related Diagnoses\n=====", "Related Diagnoses")]
    public void Read_KnownLineOrMarkedOne_IsAHeading(string text, string expected) =>
        Assert.Equal(expected, Assert.IsType<Heading>(Only(text)).Text);

    [Theory]
    [InlineData("Related Diagnoses:")]
    [InlineData("Diagnoses")]
    [InlineData("-5 degrees")]
    [InlineData("*starred*")]
    [InlineData("**Bold prose**")]
    [InlineData("—dash")]
    [InlineData("=-=")]
    [InlineData("--")]
    [InlineData("25 | Visit | Same day")]
    public void Read_OtherLine_IsAParagraph(string text) => Assert.Equal(text, Assert.IsType<Paragraph>(Only(text)).Text);

    [Theory]
    [InlineData("- text", "text")]
    [InlineData("* text", "text")]
    [InlineData("-\ttext", "text")]
    [InlineData("-\ntext", "text")]
    [InlineData("-\r\n  text  ", "text")]
    [InlineData("-", "")]
    [InlineData("+ text", "text")]
    [InlineData("• text", "text")]
    [InlineData("– text", "text")]
    [InlineData("—\ntext", "text")]
    [InlineData("*\u00A0text", "text")]
    public void Read_DashBeforeTextOrAboveIt_IsABullet(string text, string expected) =>
        Assert.Equal(expected, Assert.IsType<Bullet>(Only(text)).Text);

    [Fact]
    public void Read_DashAboveABlankLine_DoesNotTakeTheParagraphBelow() =>
        Assert.Equal([new Bullet("", new(1, 0, 1, 2)), new Paragraph("text", new(3, 4, 3, 1))], Read("-\n\ntext").Blocks);

    [Fact]
    public void Read_DashAboveATable_LeavesTheTable() => Assert.Contains(Read("-\n| A | B |\n|---|---|\n1 | 2").Blocks, block => block is Table);

    [Theory]
    [InlineData("-\nRelated Diagnoses")]
    [InlineData("-\n# Anything else")]
    public void Read_DashAboveAHeading_LeavesTheHeading(string text) => Assert.Contains(Read(text).Blocks, block => block is Heading);

    [Fact]
    public void Read_EveryBlock_StandsWhereItsSpanSays()
    {
        const string Text = "\uFEFF# Title\r\nprose ≤ 10\r-\n  below\n- beside\n\nRelated Diagnoses";

        var blocks = Read(Text).Blocks;

        Assert.Equal(
            ["Title", "prose ≤ 10", "below", "beside", "Related Diagnoses"],
            blocks.Select(block => Text.Substring(block.Span.Start, block.Span.Length)));
        Assert.Equal([(1, 3), (2, 1), (4, 3), (5, 3), (7, 1)], blocks.Select(block => (block.Span.Line, block.Span.Column)));
    }

    [Fact]
    public void Read_HeadingWithMarksAfterIt_StandsWhereItsTextDoes() => Assert.Equal(new Heading("Title", new(2, 5, 1, 3)), Only("# Title #"));

    [Fact]
    public void Read_LineFeedsOrOthers_GiveTheSameBlocks()
    {
        const string Text = "Summary & Overview\n-\nitem\n| A | B |\n|---|---|\n1 | 2\ntext";

        Assert.Equal(Texts(Text), Texts(Text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(Texts(Text), Texts(Text.Replace('\n', '\r')));
        Assert.Equal(Texts(Text), Texts("\uFEFF" + Text.Replace("\n", " \t\r\n", StringComparison.Ordinal) + "\r\n"));
    }

    private static IEnumerable<string> Texts(string text) => Read(text).Blocks.Select(block => block switch
    {
        Table table => string.Join("/", table.Rows.Prepend(table.Header).Select(row => string.Join("|", row.Cells.Select(cell => cell.Text)))),
        Heading heading => "# " + heading.Text,
        Bullet bullet => "- " + bullet.Text,
        _ => ((Paragraph)block).Text,
    });

    private static Document Read(string text) => DocumentReader.Read(new("", SourceKind.Publication, text));

    private static Block Only(string text) => Assert.Single(Read(text).Blocks);
}
