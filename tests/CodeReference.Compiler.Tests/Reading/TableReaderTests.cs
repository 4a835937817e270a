using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Reading;

public sealed class TableReaderTests
{
    private const string Header = "| A | B | C |\n|---|---|---|\n";

    [Theory]
    [InlineData("| 1 | 2 | 3 |")]
    [InlineData("1 | 2 | 3 |")]
    [InlineData("| 1 | 2 | 3")]
    [InlineData("1 | 2 | 3")]
    [InlineData("1|2|3")]
    [InlineData("  |  1|\t2 |3|  ")]
    public void Row_OuterPipesOrNot_HasTheSameCells(string row) => Assert.Equal(["1", "2", "3"], Cells(Read(Header + row).Rows[0]));

    [Theory]
    [InlineData("a\\|b | 2 | c\\|", new[] { "a|b", "2", "c|" })]
    [InlineData("\\| | \\|\\| | \\", new[] { "|", "||", "\\" })]
    [InlineData("a\\b | \\\\ | \\n", new[] { "a\\b", "\\\\", "\\n" })]
    public void Row_EscapedPipes_AreText(string row, string[] expected) => Assert.Equal(expected, Cells(Read(Header + row).Rows[0]));

    [Theory]
    [InlineData("| | | |", new[] { "", "", "" })]
    [InlineData("|||", new[] { "", "" })]
    [InlineData("|", new[] { "" })]
    [InlineData("1 |", new[] { "1" })]
    [InlineData("1 || 3", new[] { "1", "", "3" })]
    public void Row_EmptyCells_AreCells(string row, string[] expected) => Assert.Equal(expected, Cells(Read(Header + row).Rows[0]));

    [Theory]
    [InlineData("| - | - | - |")]
    [InlineData("-- | -- | --")]
    [InlineData("| --- | x | --- |")]
    [InlineData("| : | : | : |")]
    public void Row_FewerDashesThanARule_IsARow(string row) => Assert.Equal(2, Read(Header + "1 | 2 | 3\n" + row).Rows.Count);

    [Theory]
    [InlineData("|---|---|---|")]
    [InlineData("---|---|---")]
    [InlineData("| :--- | :---: | ---: |")]
    [InlineData(" | ----- |---|--- ")]
    public void Rule_AnyOfItsForms_MakesTheLineAboveAHeader(string rule) =>
        Assert.Equal(["A", "B", "C"], Cells(Read("A | B | C\n" + rule + "\n1 | 2 | 3").Header));

    [Fact]
    public void Table_AnotherRightBelow_EndsAtItsHeader()
    {
        var blocks = DocumentReader.Read(new("", SourceKind.Publication, Header + "1 | 2 | 3\n| D | E |\n|---|---|\n4 | 5")).Blocks;

        Assert.Equal(2, blocks.Count);
        Assert.Equal(["1", "2", "3"], Cells(Assert.Single(((Table)blocks[0]).Rows)));
        Assert.Equal(["4", "5"], Cells(Assert.Single(((Table)blocks[1]).Rows)));
    }

    [Fact]
    public void Table_HeaderRightBelowTheRule_HasNoRows()
    {
        var blocks = DocumentReader.Read(new("", SourceKind.Publication, Header + Header)).Blocks;

        Assert.All(blocks, block => Assert.Empty(((Table)block).Rows));
    }

    [Fact]
    public void Table_LineWithoutPipes_EndsIt()
    {
        var blocks = DocumentReader.Read(new("", SourceKind.Publication, Header + "1 | 2 | 3\nRelated Diagnoses\n4 | 5 | 6")).Blocks;

        Assert.Equal([typeof(Table), typeof(Heading), typeof(Paragraph)], blocks.Select(block => block.GetType()));
    }

    [Fact]
    public void Cells_OfEveryRow_StandWhereTheirSpansSay()
    {
        const string Text = "\uFEFFprose\r\n  | A | B |\r\n|---|---|\r\n  1 |  two\\|2  \r\n|≤10 cm2||";
        var table = DocumentReader.Read(new("", SourceKind.Publication, Text)).Blocks.OfType<Table>().Single();
        var cells = table.Rows.Prepend(table.Header).SelectMany(row => row.Cells);

        Assert.All(cells, cell => Assert.Equal(cell.Text.Replace("|", "\\|", StringComparison.Ordinal), Text.Substring(cell.Span.Start, cell.Span.Length)));
        Assert.Equal([(2, 5), (2, 9), (4, 3), (4, 8), (5, 2), (5, 10)], cells.Select(cell => (cell.Span.Line, cell.Span.Column)));
    }

    private static Table Read(string text) => Assert.IsType<Table>(Assert.Single(DocumentReader.Read(new("", SourceKind.Publication, text)).Blocks));

    private static IEnumerable<string> Cells(TableRow row) => row.Cells.Select(cell => cell.Text);
}
