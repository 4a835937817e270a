using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CodeReference;

/// <summary>A procedure code, of CPT or HCPCS Level II: "14020".</summary>
/// <remarks>Immutable, eight bytes, compared by value. <c>default</c> is no code and writes as the empty string.</remarks>
public readonly record struct ProcedureCode : ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<ProcedureCode>, IUtf8SpanParsable<ProcedureCode>
{
    private const CodeSystem System = CodeSystem.Cpt;

    private ProcedureCode(ulong key) => Key = key;

    /// <summary>The packed code: 0 for none. Keys sort as codes do.</summary>
    public ulong Key { get; }

    /// <summary>Whether this is no code.</summary>
    public bool IsEmpty => Key == 0;

    /// <summary>Makes a code from its key, for compiled code.</summary>
    /// <param name="key">A <see cref="Key"/> that was read from a code of this type.</param>
    /// <exception cref="ArgumentException">The key is of another code system.</exception>
    public static ProcedureCode FromKey(ulong key) =>
        key == 0 || CodeKey.SystemOf(key) == System ? new(key) : throw new ArgumentException($"The key is of {CodeKey.SystemOf(key)}; expected {System}.", nameof(key));

    /// <summary>Reads a code.</summary>
    /// <param name="text">Five digits, or four and a letter before or after them; any case, spaces around it.</param>
    /// <param name="code">The code, or none.</param>
    /// <returns>False when the text has another shape. Whether such a code exists is another question.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ProcedureCode code)
    {
        var isCode = CodeKey.TryPack(System, text, out var key);
        code = new(key);
        return isCode;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out ProcedureCode)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out ProcedureCode code)
    {
        var isCode = CodeKey.TryPack(System, text, out var key);
        code = new(key);
        return isCode;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out ProcedureCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ProcedureCode code) => TryParse(text.AsSpan(), out code);

    /// <summary>Reads a code that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    public static ProcedureCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"\"{text}\" is malformed; expected five digits, or four and a letter before or after them.");

    /// <summary>The canonical text, upper case.</summary>
    public override string ToString() => CodeKey.ToText(Key);

    /// <summary>Writes the canonical text.</summary>
    public bool TryFormat(Span<byte> utf8, out int written) => CodeKey.TryFormat(Key, utf8, out written);

    static ProcedureCode IParsable<ProcedureCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ProcedureCode>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProcedureCode result) => TryParse(s, out result);

    static ProcedureCode ISpanParsable<ProcedureCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<ProcedureCode>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ProcedureCode result) => TryParse(s, out result);

    static ProcedureCode IUtf8SpanParsable<ProcedureCode>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(Encoding.UTF8.GetString(utf8Text));

    static bool IUtf8SpanParsable<ProcedureCode>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out ProcedureCode result) => TryParse(utf8Text, out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CodeKey.TryFormat(Key, destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(utf8Destination, out bytesWritten);
}
