namespace CodeReference.Tests;

public class EditionTests
{
    [Theory]
    [InlineData("2026.11", "2026.11 (0123456789abcdef)")]
    [InlineData("", "0123456789abcdef")]
    public void ToString_WithAndWithoutLabel_NamesTheId(string label, string text) =>
        Assert.Equal(text, new Edition("0123456789abcdef", label, "0.1.0", 0).ToString());

    [Fact]
    public void Constructor_MissingPart_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Edition("", "", "", 0));
        Assert.Throws<ArgumentNullException>(() => new Edition("id", null!, "", 0));
        Assert.Throws<ArgumentNullException>(() => new Edition("id", "", null!, 0));
    }

    [Fact]
    public void DefaultBook_Edition_HasItsLabel() => Assert.Equal("2026.11", DefaultBook.Instance.Edition.Label);
}
