using System.Text;

namespace CodeReference;

/// <summary>A text of the book: constant UTF-8 in the book's assembly, made a string only when one is asked for.</summary>
/// <remarks>Immutable. <c>default</c> is the empty text. Reading <see cref="Utf8"/> allocates nothing.</remarks>
public readonly struct BookText : IUtf8SpanFormattable, ISpanFormattable, IEquatable<BookText>
{
    private readonly Format.TextShard? _shard;
    private readonly int _start;
    private readonly int _length;

    internal BookText(Format.TextShard shard, int start, int length)
    {
        _shard = shard;
        _start = start;
        _length = length;
    }

    /// <summary>The bytes of the text.</summary>
    public ReadOnlySpan<byte> Utf8 => _shard is null ? default : _shard.Bytes.Slice(_start, _length);

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Whether two texts are the same, byte for byte.</summary>
    public static bool operator ==(BookText left, BookText right) => left.Equals(right);

    /// <summary>Whether two texts differ.</summary>
    public static bool operator !=(BookText left, BookText right) => !left.Equals(right);

    /// <summary>The text as a string, a new one at each call.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    /// <inheritdoc/>
    public bool Equals(BookText other) => Utf8.SequenceEqual(other.Utf8);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BookText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Utf8);
        return hash.ToHashCode();
    }

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var fits = Utf8.TryCopyTo(utf8Destination);
        bytesWritten = fits ? _length : 0;
        return fits;
    }

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Encoding.UTF8.TryGetChars(Utf8, destination, out charsWritten);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
