using System.Buffers;
using System.Globalization;
using System.Text;

namespace CodeReference;

/// <summary>Puts a text together in UTF-8, in a buffer of the caller's and, where that is too small, in a rented one.</summary>
internal ref struct Utf8Writer(Span<byte> buffer)
{
    private Span<byte> _buffer = buffer;
    private byte[]? _rented;
    private int _length;

    /// <summary>The text so far.</summary>
    public readonly ReadOnlySpan<byte> Text => _buffer[.._length];

    public void Append(scoped ReadOnlySpan<byte> text)
    {
        while (!text.TryCopyTo(_buffer[_length..]))
        {
            Grow();
        }

        _length += text.Length;
    }

    public void Append(string text)
    {
        int written;
        while (!Encoding.UTF8.TryGetBytes(text, _buffer[_length..], out written))
        {
            Grow();
        }

        _length += written;
    }

    public void Append<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        int written;
        while (!value.TryFormat(_buffer[_length..], out written, format, CultureInfo.InvariantCulture))
        {
            Grow();
        }

        _length += written;
    }

    /// <summary>Gives back what was rented; the text is gone with it.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        this = default;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(256, _buffer.Length * 2));
        Text.CopyTo(larger);
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        _buffer = _rented = larger;
    }
}
