using System.Buffers;
using Google.Protobuf;
using Grpc.Core;

namespace CodeReference.Hosting.FastPath;

/// <summary>An answer on its way out: a message still to be encoded, or the bytes of one.</summary>
internal sealed class EncodedResponse
{
    private readonly IMessage? _message;
    private readonly int _start;
    private readonly bool _isRented;
    private byte[] _buffer;

    private EncodedResponse(IMessage? message, byte[] buffer, int start, bool isRented)
    {
        _message = message;
        _buffer = buffer;
        _start = start;
        _isRented = isRented;
    }

    /// <summary>Carries a message.</summary>
    public static EncodedResponse Of(IMessage message) => new(message, [], 0, isRented: false);

    /// <summary>Carries bytes that others keep.</summary>
    public static EncodedResponse Kept(byte[] bytes) => new(null, bytes, 0, isRented: false);

    /// <summary>Carries the end of a buffer, which is given back to the shared pool when the answer is written.</summary>
    public static EncodedResponse Rented(byte[] buffer, int start) => new(null, buffer, start, isRented: true);

    /// <summary>Writes the answer, once.</summary>
    public void WriteTo(SerializationContext context)
    {
        if (_message is not null)
        {
            context.SetPayloadLength(_message.CalculateSize());
            _message.WriteTo(context.GetBufferWriter());
        }
        else
        {
            var bytes = _buffer.AsSpan(_start);
            context.SetPayloadLength(bytes.Length);
            context.GetBufferWriter().Write(bytes);
            GiveBack();
        }

        context.Complete();
    }

    /// <summary>The bytes of the answer.</summary>
    public byte[] ToArray()
    {
        var bytes = _message?.ToByteArray() ?? _buffer[_start..];
        GiveBack();
        return bytes;
    }

    private void GiveBack()
    {
        if (_isRented)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }
}
