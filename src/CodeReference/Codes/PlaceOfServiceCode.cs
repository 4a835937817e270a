using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CodeReference;

/// <summary>A place of service: "24".</summary>
/// <remarks>Immutable, eight bytes, compared by value. <c>default</c> is no code and writes as the empty string.</remarks>
[JsonConverter(typeof(CodeJsonConverter<PlaceOfServiceCode>))]
public readonly record struct PlaceOfServiceCode : ICode<PlaceOfServiceCode>
{
    private PlaceOfServiceCode(ulong key) => Key = key;

    /// <summary>The packed code: 0 for none. Keys sort as codes do.</summary>
    public ulong Key { get; }

    /// <summary>Whether this is no code.</summary>
    public bool IsEmpty => Key == 0;

    static CodeSystem ICode<PlaceOfServiceCode>.System => CodeSystem.PlaceOfService;

    /// <summary>Makes a code from its key, for compiled code.</summary>
    /// <param name="key">A <see cref="Key"/> that was read from a code of this type.</param>
    /// <exception cref="ArgumentException">The key is of another code system.</exception>
    public static PlaceOfServiceCode FromKey(ulong key) => ICode<PlaceOfServiceCode>.FromKey(key);

    /// <summary>Reads a code.</summary>
    /// <param name="text">Two digits, spaces around them.</param>
    /// <param name="code">The code, or none.</param>
    /// <returns>False when the text has another shape. Whether such a code exists is another question.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out PlaceOfServiceCode code) => ICode<PlaceOfServiceCode>.TryRead(text, out code);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out PlaceOfServiceCode)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out PlaceOfServiceCode code) => ICode<PlaceOfServiceCode>.TryRead(text, out code);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out PlaceOfServiceCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out PlaceOfServiceCode code) =>
        ICode<PlaceOfServiceCode>.TryRead(text.AsSpan(), out code);

    /// <summary>Reads a code that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    public static PlaceOfServiceCode Parse(ReadOnlySpan<char> text) => ICode<PlaceOfServiceCode>.Read(text);

    /// <summary>Compares two codes in the order of their texts.</summary>
    public int CompareTo(PlaceOfServiceCode other) => Key.CompareTo(other.Key);

    /// <summary>The canonical text, upper case.</summary>
    public override string ToString() => CodeKey.ToText(Key);

    /// <summary>Writes the canonical text.</summary>
    public bool TryFormat(Span<byte> utf8, out int written) => CodeKey.TryFormat(Key, utf8, out written);

    static PlaceOfServiceCode ICode<PlaceOfServiceCode>.Of(ulong key) => new(key);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CodeKey.TryFormat(Key, destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CodeKey.TryFormat(Key, utf8Destination, out bytesWritten);
}
