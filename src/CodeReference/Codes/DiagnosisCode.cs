using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CodeReference;

/// <summary>A diagnosis, of ICD-10-CM: "S41.011A".</summary>
/// <remarks>Immutable, eight bytes, compared by value. <c>default</c> is no code and writes as the empty string.</remarks>
[JsonConverter(typeof(CodeJsonConverter<DiagnosisCode>))]
public readonly record struct DiagnosisCode : ICode<DiagnosisCode>
{
    private DiagnosisCode(ulong key) => Key = key;

    /// <summary>The packed code: 0 for none. Keys sort as codes do.</summary>
    public ulong Key { get; }

    /// <summary>Whether this is no code.</summary>
    public bool IsEmpty => Key == 0;

    static CodeSystem ICode<DiagnosisCode>.System => CodeSystem.Icd10Cm;

    /// <summary>Makes a code from its key, for compiled code.</summary>
    /// <param name="key">A <see cref="Key"/> that was read from a code of this type.</param>
    /// <exception cref="ArgumentException">The key is of another code system.</exception>
    public static DiagnosisCode FromKey(ulong key) => ICode<DiagnosisCode>.FromKey(key);

    /// <summary>Reads a code.</summary>
    /// <param name="text">A letter and two to six more of A-Z and 0-9, with or without a dot after the third; any case, spaces around it.</param>
    /// <param name="code">The code, or none.</param>
    /// <returns>False when the text has another shape. Whether such a code exists is another question.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DiagnosisCode code) => ICode<DiagnosisCode>.TryRead(text, out code);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out DiagnosisCode)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out DiagnosisCode code) => ICode<DiagnosisCode>.TryRead(text, out code);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out DiagnosisCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out DiagnosisCode code) =>
        ICode<DiagnosisCode>.TryRead(text.AsSpan(), out code);

    /// <summary>Reads a code that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    public static DiagnosisCode Parse(ReadOnlySpan<char> text) => ICode<DiagnosisCode>.Read(text);

    /// <summary>Compares two codes in the order of their texts.</summary>
    public int CompareTo(DiagnosisCode other) => Key.CompareTo(other.Key);

    /// <summary>The canonical text, upper case, with its dot.</summary>
    public override string ToString() => CodeKey.ToText(Key);

    /// <summary>Writes the canonical text.</summary>
    public bool TryFormat(Span<byte> utf8, out int written) => CodeKey.TryFormat(Key, utf8, out written);

    static DiagnosisCode ICode<DiagnosisCode>.Of(ulong key) => new(key);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CodeKey.TryFormat(Key, destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CodeKey.TryFormat(Key, utf8Destination, out bytesWritten);
}
