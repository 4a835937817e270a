using System.Text;

namespace CodeReference.Hosting.FastPath;

/// <summary>
/// Reads the fields of a plain message: of those that clients send in great numbers all are. Whatever else the format
/// allows, and all that it forbids, is not plain, and is for Google.Protobuf to read.
/// </summary>
internal ref struct MessageReader(ReadOnlySpan<byte> message)
{
    private const int VarintType = 0;
    private const int LengthType = 2;

    private readonly int _length = message.Length;
    private ReadOnlySpan<byte> _rest = message;
    private int _type;

    /// <summary>Whether nothing was met so far that is for Google.Protobuf to read.</summary>
    public bool IsPlain { get; private set; } = true;

    /// <summary>The current field's number.</summary>
    public int Field { get; private set; }

    /// <summary>How many bytes have been read.</summary>
    public readonly int Position => _length - _rest.Length;

    /// <summary>Goes to the next field, whose value is then to be read.</summary>
    /// <returns>False at the end, and at what is not plain.</returns>
    public bool TryReadField()
    {
        if (_rest.IsEmpty || !IsPlain)
        {
            return false;
        }

        int tag = _rest[0];
        _rest = _rest[1..];
        (Field, _type) = (tag >> 3, tag & 7);
        // The fields of our requests have numbers up to 15, which are tags of one byte.
        IsPlain = tag < 0x80 && Field > 0;
        return IsPlain;
    }

    /// <summary>Reads a text of ASCII.</summary>
    public ReadOnlySpan<byte> ReadText()
    {
        var text = ReadBytes();
        IsPlain &= Ascii.IsValid(text);
        return text;
    }

    /// <summary>Reads a message, or whatever else has a length.</summary>
    public ReadOnlySpan<byte> ReadBytes()
    {
        IsPlain &= _type == LengthType;
        var length = ReadVarint();
        if (!IsPlain || length > _rest.Length)
        {
            IsPlain = false;
            return default;
        }

        var bytes = _rest[..length];
        _rest = _rest[length..];
        return bytes;
    }

    /// <summary>Reads a number of 0 or more.</summary>
    public int ReadNumber()
    {
        IsPlain &= _type == VarintType;
        return ReadVarint();
    }

    /// <summary>Says that the field is not one of those that are known here.</summary>
    public void Refuse() => IsPlain = false;

    private int ReadVarint()
    {
        var value = 0L;
        for (var i = 0; i < 5 && i < _rest.Length; i++)
        {
            value |= (long)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                IsPlain &= value <= int.MaxValue;
                return (int)value;
            }
        }

        IsPlain = false;
        return 0;
    }
}
