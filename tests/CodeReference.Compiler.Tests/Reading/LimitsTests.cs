using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Reading;

public sealed class LimitsTests
{
    private const string Page = "CPT 14020: Flap\nBilling Code Overview\n";
    private const string Table = "| Modifier | Origin | Title | Rank | Ended | Source |\n|---|---|---|---|---|---|\n";
    private const string Row = "25 | CPT | Visit | 3 |  | Test\n";

    [Fact]
    public void Read_LineAtItsLimit_IsRead() => Assert.Empty(Diagnose(Page + new string('a', Limits.LineLength)));

    [Fact]
    public void Read_LineOneLonger_IsLeftOutAndSaid()
    {
        var document = Read(Page + new string('a', Limits.LineLength + 1) + "\nAfter it.");

        Assert.Equal("page.txt(3,1): error CR1006: Line has 1048577 characters and is left out; expected at most 1048576", Assert.Single(document.Diagnostics).ToString());
        Assert.Equal(["After it."], document.Blocks.OfType<Paragraph>().Skip(1).Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Read_LineOfAHundredMegabytes_TakesBoundedMemory()
    {
        var text = Page + new string('|', 100_000_000) + "\nAfter it.";
        var before = GC.GetAllocatedBytesForCurrentThread();

        var diagnostic = Assert.Single(Diagnose(text));

        Assert.Equal(("CR1005", 3, 1), (diagnostic.Rule.Id, diagnostic.Span.Line, diagnostic.Span.Column));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void Read_FileAtItsLimit_IsRead() => Assert.Empty(Diagnose(Lines(Limits.FileLength)));

    [Fact]
    public void Read_FileOneLonger_IsReadUpToTheLastWholeLine()
    {
        var document = Read(Lines(Limits.FileLength) + "a");

        Assert.Equal(
            "page.txt(65537,1): error CR1005: The file has 67108865 characters; expected at most 67108864. The text from this line on is left out",
            Assert.Single(document.Diagnostics).ToString());
        Assert.Equal(65536, document.Blocks.Count);
    }

    [Fact]
    public void Read_AsManyRowsAsThereMayBe_AreRead() => Assert.Empty(Diagnose(Table + string.Concat(Enumerable.Repeat("1|2\n", Limits.Rows))));

    [Fact]
    public void Read_RowsBeyondTheLimit_AreLeftOutAndCounted()
    {
        var document = Read(Table + string.Concat(Enumerable.Repeat("1|2\n", Limits.Rows - 1)) + Table + Row + Row + Table + Row);

        Assert.Equal(
            "page.txt(1000005,1): error CR1007: The tables of the file have more than 1000000 rows; 2 rows are left out, from this one on",
            Assert.Single(document.Diagnostics).ToString());
        Assert.Equal([Limits.Rows - 1, 1, 0], document.Blocks.OfType<Table>().Select(table => table.Rows.Count));
    }

    [Fact]
    public void Read_CellAtItsLimit_IsRead() => Assert.Empty(Diagnose(Table + Row.Replace("Visit", new('a', Limits.CellLength), StringComparison.Ordinal)));

    [Fact]
    public void Read_CellOneLonger_LeavesItsRowOutAndSaysSo()
    {
        var model = PublicationCompiler.ReadAndModel(Source(Table + Row.Replace("Visit", new('a', Limits.CellLength + 1), StringComparison.Ordinal) + "26 | CPT | Part | 1 |  | Test"));

        Assert.Equal(
            "page.txt(3,12): error CR1008: Cell has 65537 characters, so its row is left out; expected at most 65536",
            Assert.Single(model.Diagnostics).ToString());
        Assert.Equal("26", Assert.Single(model.Rows(SectionKind.ModifierRegistry))[0]);
    }

    [Fact]
    public void Read_AsManyOfOneDiagnosticAsAreSaid_AreSaid() => Assert.Equal(
        Limits.DiagnosticsOfOneRule, Diagnose(string.Concat(Enumerable.Repeat("a\u202Eb\n", Limits.DiagnosticsOfOneRule))).Count(diagnostic => diagnostic.Rule.Id == "CR1004"));

    [Fact]
    public void Read_MoreOfOneDiagnosticThanAreSaid_AreCounted()
    {
        var diagnostics = PublicationCompiler.ReadAndModel(Source(string.Concat(Enumerable.Repeat("a\u202Eb\n| A |\n|---|\n", Limits.DiagnosticsOfOneRule + 5)))).Diagnostics;

        Assert.Equal((2 * Limits.DiagnosticsOfOneRule) + 2, diagnostics.Count);
        Assert.Equal("page.txt(3001,2): warning CR1009: From here on, CR1004 (Invisible or misleading character) applies to 5 more places in the file; they are not listed", diagnostics[^2].ToString());
        Assert.Equal("page.txt(3002,1): warning CR1009: From here on, CR2003 (Unknown table) applies to 5 more places in the file; they are not listed", diagnostics[^1].ToString());
    }

    [Fact]
    public void Diagnostic_OfALongText_QuotesItsBeginning() => Assert.InRange(
        Assert.Single(PublicationCompiler.ReadAndModel(Source(Table + new string('a', Limits.CellLength) + " | CPT | Visit | 3 |  | Test")).Diagnostics).Message.Length, 1000, 3000);

    // Lines of 1 KB.
    private static string Lines(int length) => string.Concat(Enumerable.Repeat(new string('a', 1023) + "\n", length / 1024));

    private static SourceFile Source(string text) => new("page.txt", SourceKind.ReferenceTable, text);

    private static Document Read(string text) => DocumentReader.Read(Source(text));

    private static EquatableArray<Diagnostic> Diagnose(string text) => Read(text).Diagnostics;
}
