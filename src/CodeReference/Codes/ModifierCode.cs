using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CodeReference;

/// <summary>A modifier, of CPT or HCPCS Level II: "25", "LT".</summary>
/// <remarks>Immutable, eight bytes, compared by value. <c>default</c> is no code and writes as the empty string.</remarks>
public readonly record struct ModifierCode : ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<ModifierCode>, IUtf8SpanParsable<ModifierCode>
{
    private const CodeSystem System = CodeSystem.Modifier;

    private ModifierCode(ulong key) => Key = key;

    /// <summary>The packed code: 0 for none. Keys sort as codes do.</summary>
    public ulong Key { get; }

    /// <summary>Whether this is no code.</summary>
    public bool IsEmpty => Key == 0;

    /// <summary>Makes a code from its key, for compiled code.</summary>
    /// <param name="key">A <see cref="Key"/> that was read from a code of this type.</param>
    /// <exception cref="ArgumentException">The key is of another code system.</exception>
    public static ModifierCode FromKey(ulong key) =>
        key == 0 || CodeKey.SystemOf(key) == System ? new(key) : throw new ArgumentException($"The key is of {CodeKey.SystemOf(key)}; expected {System}.", nameof(key));

    /// <summary>Reads a code.</summary>
    /// <param name="text">Two of A-Z and 0-9; any case, spaces around it.</param>
    /// <param name="code">The code, or none.</param>
    /// <returns>False when the text has another shape. Whether such a code exists is another question.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ModifierCode code)
    {
        var isCode = CodeKey.TryPack(System, text, out var key);
        code = new(key);
        return isCode;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out ModifierCode)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out ModifierCode code)
    {
        var isCode = CodeKey.TryPack(System, text, out var key);
        code = new(key);
        return isCode;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out ModifierCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ModifierCode code) => TryParse(text.AsSpan(), out code);

    /// <summary>Reads a code that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    public static ModifierCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"\"{text}\" is malformed; expected two of A-Z and 0-9.");

    /// <summary>The canonical text, upper case.</summary>
    public override string ToString() => CodeKey.ToText(Key);

    /// <summary>Writes the canonical text.</summary>
    public bool TryFormat(Span<byte> utf8, out int written) => CodeKey.TryFormat(Key, utf8, out written);

    static ModifierCode IParsable<ModifierCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ModifierCode>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ModifierCode result) => TryParse(s, out result);

    static ModifierCode ISpanParsable<ModifierCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<ModifierCode>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ModifierCode result) => TryParse(s, out result);

    static ModifierCode IUtf8SpanParsable<ModifierCode>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(Encoding.UTF8.GetString(utf8Text));

    static bool IUtf8SpanParsable<ModifierCode>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out ModifierCode result) => TryParse(utf8Text, out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CodeKey.TryFormat(Key, destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(utf8Destination, out bytesWritten);
}
