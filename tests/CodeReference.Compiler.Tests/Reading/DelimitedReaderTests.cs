using CodeReference.Compiler.Reading;
using CsCheck;

namespace CodeReference.Compiler.Tests.Reading;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b,c", new[] { "a", "b", "c" })]
    [InlineData(" a ,, c\r\n", new[] { "a", "", "c" })]
    [InlineData("\"a,1\",\"b \"\"2\"\"\",\" c \"", new[] { "a,1", "b \"2\"", "c" })]
    [InlineData("\"a\nb\",\"\",", new[] { "a\nb", "", "" })]
    [InlineData("5\" wide,b", new[] { "5\" wide", "b" })]
    [InlineData("\"a\"b,c", new[] { "a\"b", "c" })]
    public void Read_Record_GivesItsCells(string text, string[] expected) => Assert.Equal(expected, Records(text).Single().Select(cell => cell.Text));

    [Fact]
    public void Read_CellsOfSeveralLines_StandWhereTheyBegin()
    {
        var records = Records("\uFEFF\"\r\n notice, \r\nmore\",x\r\nab, \"c\"\"d\" ,e");

        Assert.Equal([(2, 2, 7), (3, 7, 1)], records[0].Select(Place));
        Assert.Equal([(4, 1, 2), (4, 5, 6), (4, 13, 1)], records[1].Select(Place));
        Assert.Equal("\"c\"\"d\"", records[1][1].Text);
    }

    [Fact]
    public void Read_QuoteThatNothingCloses_SaysSoAndEnds()
    {
        var reader = new DelimitedReader("a,\"b\nc,d\n", ',');

        Assert.True(reader.Read());
        Assert.True(reader.IsUnterminated);
        Assert.Equal((1, 4), (reader.Cell(1).Span.Line, reader.Cell(1).Span.Column));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Read_AnyText_EndsAndEveryCellStandsInTheText() =>
        Gen.Char["a ,\"\r\n\t\uFEFF"].Array[0, 30].Select(text => new string(text)).Sample(text =>
        {
            foreach (var cell in Records(text).SelectMany(record => record))
            {
                Assert.InRange(cell.Span.Start + cell.Span.Length, 0, text.Length);
                Assert.DoesNotContain('\n', text.Substring(cell.Span.Start, cell.Span.Length));
                Assert.Equal(LineOf(text, cell.Span.Start), cell.Span.Line);
            }
        });

    [Fact]
    public void Read_CellsThatWereQuoted_AreAsTheyWereWritten() =>
        Gen.Char["a ,\"\r\n"].Array[0, 6].Select(text => new string(text)).Array[1, 5].Sample(cells =>
            Assert.Equal(
                cells.Select(cell => cell.Trim()),
                Records(string.Join(",", cells.Select(cell => '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'))).Single().Select(cell => cell.Text)));

    private static int LineOf(string text, int start) =>
        1 + Enumerable.Range(0, start).Count(i => text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')));

    private static (int Line, int Column, int Length) Place(Cell cell) => (cell.Span.Line, cell.Span.Column, cell.Span.Length);

    private static List<Cell[]> Records(string text)
    {
        var reader = new DelimitedReader(text, ',');
        var records = new List<Cell[]>();
        while (reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.Count).Select(reader.Cell)]);
        }

        return records;
    }
}
