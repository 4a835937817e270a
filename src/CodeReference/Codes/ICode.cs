using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace CodeReference;

/// <summary>
/// A code of one system: all that the five types of codes have in common is written here. What is called through a value
/// is written in each type, because a default of an interface would box the value.
/// </summary>
/// <typeparam name="TSelf">The type of the code.</typeparam>
internal interface ICode<TSelf> : ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<TSelf>, IUtf8SpanParsable<TSelf>, IComparable<TSelf>
    where TSelf : struct, ICode<TSelf>
{
    /// <summary>The system of all codes of the type.</summary>
    static abstract CodeSystem System { get; }

    /// <summary>Makes a code of a key that is one of the system's, or 0.</summary>
    static abstract TSelf Of(ulong key);

    /// <summary>Makes a code of any key.</summary>
    /// <exception cref="ArgumentException">The key is of another code system.</exception>
    static TSelf FromKey(ulong key) =>
        key == 0 || CodeKey.SystemOf(key) == TSelf.System
            ? TSelf.Of(key)
            : throw new ArgumentException($"The key is of {CodeKey.SystemOf(key)}; expected {TSelf.System}.", nameof(key));

    /// <summary>Reads a code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TryRead(ReadOnlySpan<char> text, out TSelf code)
    {
        var isCode = CodeKey.TryPack(TSelf.System, text, out var key);
        code = TSelf.Of(key);
        return isCode;
    }

    /// <summary>Reads a code of UTF-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TryRead(ReadOnlySpan<byte> text, out TSelf code)
    {
        var isCode = CodeKey.TryPack(TSelf.System, text, out var key);
        code = TSelf.Of(key);
        return isCode;
    }

    /// <summary>Reads a code that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    static TSelf Read(ReadOnlySpan<char> text) =>
        TryRead(text, out var code) ? code : throw new FormatException($"\"{text}\" is malformed; expected {CodeFormat.Of(TSelf.System)}.");

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => Read(s);

    static bool IParsable<TSelf>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TSelf result) =>
        TryRead(s.AsSpan(), out result);

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Read(s);

    static bool ISpanParsable<TSelf>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TSelf result) => TryRead(s, out result);

    static TSelf IUtf8SpanParsable<TSelf>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Read(Encoding.UTF8.GetString(utf8Text));

    static bool IUtf8SpanParsable<TSelf>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out TSelf result) =>
        TryRead(utf8Text, out result);
}
