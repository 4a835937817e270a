using System.Text;

namespace CodeReference.Tests;

/// <summary>What every type of code promises, through every interface that reads or writes one.</summary>
internal static class CodeAssert
{
    public static void Reads<TCode>(string text, string canonical)
        where TCode : struct, ISpanParsable<TCode>, IUtf8SpanParsable<TCode>
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var code = TCode.Parse(text, null);
        Assert.Equal(canonical, code.ToString());
        Assert.Equal(code, TCode.Parse(text.AsSpan(), null));
        Assert.Equal(code, TCode.Parse(utf8, null));
        Assert.True(TCode.TryParse(text, null, out var same) && same.Equals(code));
        Assert.True(TCode.TryParse(text.AsSpan(), null, out same) && same.Equals(code));
        Assert.True(TCode.TryParse(utf8, null, out same) && same.Equals(code));
    }

    public static void IsMalformed<TCode>(string? text)
        where TCode : struct, ISpanParsable<TCode>, IUtf8SpanParsable<TCode>
    {
        var utf8 = Encoding.UTF8.GetBytes(text ?? "");
        Assert.False(TCode.TryParse(text, null, out var code) || !code.Equals(default(TCode)));
        Assert.False(TCode.TryParse(text.AsSpan(), null, out code) || !code.Equals(default(TCode)));
        Assert.False(TCode.TryParse(utf8, null, out code) || !code.Equals(default(TCode)));
        Assert.Throws<FormatException>(() => TCode.Parse(text!, null));
        Assert.Throws<FormatException>(() => TCode.Parse(utf8, null));
    }

    public static void Writes<TCode>(TCode code, string canonical)
        where TCode : struct, ISpanFormattable, IUtf8SpanFormattable
    {
        var chars = new char[canonical.Length];
        var utf8 = new byte[canonical.Length];
        Assert.True(code.TryFormat(chars, out var written, default, null));
        Assert.Equal(canonical, new string(chars, 0, written));
        Assert.True(code.TryFormat(utf8, out written, default, null));
        Assert.Equal(canonical, Encoding.UTF8.GetString(utf8, 0, written));
        Assert.Equal(canonical, code.ToString(null, null));
        Assert.Equal(canonical, $"{code}");
    }

    public static void DoesNotFit<TCode>(TCode code, int length)
        where TCode : struct, ISpanFormattable, IUtf8SpanFormattable
    {
        Assert.False(code.TryFormat(new char[length], out var written, default, null));
        Assert.Equal(0, written);
        Assert.False(code.TryFormat(new byte[length], out written, default, null));
        Assert.Equal(0, written);
    }
}
