using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CodeReference;

/// <summary>A procedure code, of CPT or HCPCS Level II: "14020".</summary>
/// <remarks>Immutable, eight bytes, compared by value. <c>default</c> is no code and writes as the empty string.</remarks>
[JsonConverter(typeof(CodeJsonConverter<ProcedureCode>))]
public readonly record struct ProcedureCode : ICode<ProcedureCode>
{
    private ProcedureCode(ulong key) => Key = key;

    /// <summary>The packed code: 0 for none. Keys sort as codes do.</summary>
    public ulong Key { get; }

    /// <summary>Whether this is no code.</summary>
    public bool IsEmpty => Key == 0;

    static CodeSystem ICode<ProcedureCode>.System => CodeSystem.Cpt;

    /// <summary>Makes a code from its key, for compiled code.</summary>
    /// <param name="key">A <see cref="Key"/> that was read from a code of this type.</param>
    /// <exception cref="ArgumentException">The key is of another code system.</exception>
    public static ProcedureCode FromKey(ulong key) => ICode<ProcedureCode>.FromKey(key);

    /// <summary>Reads a code.</summary>
    /// <param name="text">Five digits, or four and a letter before or after them; any case, spaces around it.</param>
    /// <param name="code">The code, or none.</param>
    /// <returns>False when the text has another shape. Whether such a code exists is another question.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ProcedureCode code) => ICode<ProcedureCode>.TryRead(text, out code);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out ProcedureCode)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out ProcedureCode code) => ICode<ProcedureCode>.TryRead(text, out code);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out ProcedureCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ProcedureCode code) =>
        ICode<ProcedureCode>.TryRead(text.AsSpan(), out code);

    /// <summary>Reads a code that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    public static ProcedureCode Parse(ReadOnlySpan<char> text) => ICode<ProcedureCode>.Read(text);

    /// <summary>Compares two codes in the order of their texts.</summary>
    public int CompareTo(ProcedureCode other) => Key.CompareTo(other.Key);

    /// <summary>The canonical text, upper case.</summary>
    public override string ToString() => CodeKey.ToText(Key);

    /// <summary>Writes the canonical text.</summary>
    public bool TryFormat(Span<byte> utf8, out int written) => CodeKey.TryFormat(Key, utf8, out written);

    static ProcedureCode ICode<ProcedureCode>.Of(ulong key) => new(key);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CodeKey.TryFormat(Key, destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CodeKey.TryFormat(Key, utf8Destination, out bytesWritten);
}
