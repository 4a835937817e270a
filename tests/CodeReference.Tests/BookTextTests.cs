namespace CodeReference.Tests;

public class BookTextTests
{
    private static readonly BookText Text = DefaultBook.Instance.Publications[0].Modifiers[9].Description;

    [Fact]
    public void Utf8_OfAText_IsItsBytes()
    {
        Assert.Equal("Left side"u8, Text.Utf8);
        Assert.Equal(("Left side", "Left side", false), (Text.ToString(), $"{Text}", Text.IsEmpty));
    }

    [Fact]
    public void Default_IsTheEmptyText()
    {
        Assert.True(default(BookText).IsEmpty);
        Assert.Equal("", default(BookText).ToString());
        Assert.NotEqual(default, Text);
    }

    [Fact]
    public void Equals_SameBytesAtAnotherPlace_AreTheSameText()
    {
        var other = ExtendedBook.Instance.Publications[0].Modifiers[9].Description;
        Assert.True(Text == other && !(Text != other) && Text.Equals((object)other));
        Assert.Equal(Text.GetHashCode(), other.GetHashCode());
        Assert.True(Text != DefaultBook.Instance.Publications[0].Modifiers[10].Description);
    }

    [Fact]
    public void TryFormat_SpanOfItsLength_WritesIt()
    {
        var utf8 = new byte[9];
        var chars = new char[9];
        Assert.True(((IUtf8SpanFormattable)Text).TryFormat(utf8, out var written, default, null) && written == 9);
        Assert.True(((ISpanFormattable)Text).TryFormat(chars, out written, default, null) && written == 9);
        Assert.Equal(("Left side", "Left side"), (System.Text.Encoding.UTF8.GetString(utf8), new string(chars)));
    }

    [Fact]
    public void TryFormat_SpanTooSmall_WritesNothing()
    {
        Assert.False(((IUtf8SpanFormattable)Text).TryFormat(new byte[8], out var written, default, null));
        Assert.Equal(0, written);
        Assert.False(((ISpanFormattable)Text).TryFormat(new char[8], out written, default, null));
        Assert.Equal(0, written);
    }
}
