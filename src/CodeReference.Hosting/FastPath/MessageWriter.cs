using System.Buffers;
using Google.Protobuf;

namespace CodeReference.Hosting.FastPath;

/// <summary>
/// Writes a message from its end to its beginning, the last field first: so the length of what stands inside is known when
/// its header is written, and nothing is measured beforehand.
/// </summary>
internal ref struct MessageWriter
{
    private const int LengthType = 2;

    private byte[] _buffer;
    private int _start;

    /// <param name="capacity">How many bytes are expected; more find room too.</param>
    public MessageWriter(int capacity)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
        _start = _buffer.Length;
    }

    /// <summary>How many bytes have been written.</summary>
    public readonly int Length => _buffer.Length - _start;

    /// <summary>Writes a number; 0 is left out, as it is in all messages.</summary>
    public void WriteNumber(int field, int value)
    {
        if (value != 0)
        {
            WriteVarint((uint)value);
            WriteVarint((uint)field << 3);
        }
    }

    /// <summary>Writes a text; an empty one is left out, as it is in all messages.</summary>
    public void WriteText(int field, scoped ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty)
        {
            WriteBytes(text);
            WriteHeader(field, text.Length);
        }
    }

    /// <summary>Writes what is encoded already: fields, or the inside of one.</summary>
    public void WriteBytes(scoped ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Writes the inside of a message.</summary>
    public void WriteMessage(IMessage message) => message.WriteTo(Take(message.CalculateSize()));

    /// <summary>Writes what stands before the inside of a message or a text.</summary>
    /// <param name="field">Its field.</param>
    /// <param name="length">How many bytes it has.</param>
    public void WriteHeader(int field, int length)
    {
        WriteVarint((uint)length);
        WriteVarint(((uint)field << 3) | LengthType);
    }

    /// <summary>Writes a number as it stands in a list of numbers.</summary>
    public void WriteVarint(uint value)
    {
        if (value < 0x80)
        {
            Take(1)[0] = (byte)value;
            return;
        }

        var bytes = Take(CodedOutputStream.ComputeUInt32Size(value));
        for (var i = 0; i < bytes.Length; i++, value >>= 7)
        {
            bytes[i] = (byte)(i < bytes.Length - 1 ? value | 0x80 : value);
        }
    }

    /// <summary>The message. Nothing can be written afterwards.</summary>
    public EncodedResponse ToResponse()
    {
        var reply = EncodedResponse.Rented(_buffer, _start);
        _buffer = [];
        return reply;
    }

    private Span<byte> Take(int length)
    {
        if (length > _start)
        {
            Grow(length);
        }

        _start -= length;
        return _buffer.AsSpan(_start, length);
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_buffer.Length * 2, Length + length)));
        var start = larger.Length - Length;
        _buffer.AsSpan(_start).CopyTo(larger.AsSpan(start));
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start) = (larger, start);
    }
}
