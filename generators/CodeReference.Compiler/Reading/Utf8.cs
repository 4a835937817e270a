namespace CodeReference.Compiler.Reading;

/// <summary>UTF-8 as RFC 3629 has it: the shortest form of every code point, and no surrogates.</summary>
internal static class Utf8
{
    /// <summary>The offset of the first byte that begins no valid sequence; -1 when all of them do.</summary>
    public static int IndexOfBad(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length;)
        {
            var length = SequenceLength(bytes.Slice(i));
            if (length == 0)
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    private static int SequenceLength(ReadOnlySpan<byte> bytes)
    {
        var (length, low, high) = bytes[0] switch
        {
            < 0x80 => (1, 0, 0),
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            _ => (0, 0, 0),
        };
        if (length > bytes.Length || (length > 1 && (bytes[1] < low || bytes[1] > high)))
        {
            return 0;
        }

        for (var i = 2; i < length; i++)
        {
            if ((bytes[i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        return length;
    }
}
