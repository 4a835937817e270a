namespace CodeReference.Client;

/// <summary>Goes through the fields of any message without making anything of them.</summary>
/// <remarks>
/// The service has a reader of its own, MessageReader: that one accepts only the few forms that clients send, and leaves all
/// else to Google.Protobuf; this one accepts every form, because an answer may come from a newer service, and throws at
/// what is not a message. One reader of both would be slower at either.
/// </remarks>
internal ref struct FieldReader(ReadOnlySpan<byte> message)
{
    private readonly ReadOnlySpan<byte> _message = message;
    private int _position;

    /// <summary>The number of the field.</summary>
    public int Number { get; private set; }

    /// <summary>The value of a number or an enum; 0 for other fields.</summary>
    public ulong Value { get; private set; }

    /// <summary>Where the value of a text or a message begins.</summary>
    public int Start { get; private set; }

    /// <summary>How long it is; 0 for other fields.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes of a text or a message.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _message.Slice(Start, Length);

    /// <summary>Goes to the next field.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="CodeReferenceException">The bytes are no message.</exception>
    public bool MoveNext()
    {
        if (_position == _message.Length)
        {
            return false;
        }

        var tag = Varint();
        (Number, Value, Length) = ((int)(tag >> 3), 0, 0);
        switch (tag & 7)
        {
            case 0:
                Value = Varint();
                break;
            case 1:
                Skip(8);
                break;
            case 2:
                var length = Varint();
                Start = _position;
                Length = length <= int.MaxValue ? (int)length : throw Invalid();
                Skip(Length);
                break;
            case 5:
                Skip(4);
                break;
            default:
                throw Invalid();
        }

        return true;
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64 && _position < _message.Length; shift += 7)
        {
            var next = _message[_position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Invalid();
    }

    private void Skip(int bytes) => _position = bytes <= _message.Length - _position ? _position + bytes : throw Invalid();

    private static CodeReferenceException Invalid() => CodeReferenceException.Of(new()
    {
        Reason = TransportErrorReasons.AnswerInvalid,
        Message = "The service sent bytes that are not a valid response message.",
    });
}
