using System;

namespace CodeReference;

/// <summary>
/// Packs a code into 64 bits and back. The key <i>is</i> the code: the system in the top four bits, then six bits a
/// character from the left, so that keys sort as codes do and two keys are equal when their codes are.
/// Compiled into the library and into the compiler, so that both mean the same.
/// </summary>
internal static class CodeKey
{
    /// <summary>The longest code, a taxonomy's, in characters.</summary>
    public const int MaxLength = 10;

    /// <summary>The longest canonical text: a diagnosis has a dot more than its key.</summary>
    public const int MaxTextLength = MaxLength + 1;

    private const int SystemShift = 60;
    private const int BitsPerCharacter = 6;
    private const int FirstLetter = 11;
    private const string Spaces = " \t\n\v\f\r";

    // 0 for what no code holds; 1 to 10 for digits, 11 to 36 for letters of either case.
    private static ReadOnlySpan<byte> Values => new byte[]
    {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 0, 0, 0, 0, 0,
        0, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 0, 0, 0, 0, 0,
        0, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 0, 0, 0, 0, 0,
    };

    private static ReadOnlySpan<byte> Characters => "\00123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8;

    /// <summary>The system that a key belongs to.</summary>
    public static CodeSystem SystemOf(ulong key) => (CodeSystem)(key >> SystemShift);

    /// <summary>The smallest key of a system; all its keys lie between this and that of the next system.</summary>
    public static ulong First(CodeSystem system) => (ulong)system << SystemShift;

    /// <summary>Packs a code of one system.</summary>
    /// <param name="system">The system whose shape the code must have.</param>
    /// <param name="text">Any case, spaces around it; a diagnosis with or without its dot.</param>
    /// <param name="key">The key, or 0.</param>
    /// <returns>False when the text has not the shape of the system's codes.</returns>
    public static bool TryPack(CodeSystem system, ReadOnlySpan<char> text, out ulong key)
    {
        text = text.Trim(Spaces.AsSpan());
        key = 0;
        if (text.Length > MaxTextLength)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[MaxTextLength];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > 0x7F)
            {
                return false;
            }

            bytes[i] = (byte)text[i];
        }

        return TryPack(system, bytes.Slice(0, text.Length), out key);
    }

    /// <inheritdoc cref="TryPack(CodeSystem, ReadOnlySpan{char}, out ulong)"/>
    public static bool TryPack(CodeSystem system, ReadOnlySpan<byte> text, out ulong key)
    {
        text = TrimAscii(text);
        key = 0;
        if (text.Length > MaxTextLength)
        {
            return false;
        }

        var packed = First(system);
        var length = 0;
        var letters = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'.' && i == 3 && system == CodeSystem.Icd10Cm && text.Length > 4)
            {
                continue;
            }

            var value = text[i] < Values.Length ? Values[text[i]] : (byte)0;
            if (value == 0 || length == MaxLength)
            {
                return false;
            }

            letters |= (value >= FirstLetter ? 1 : 0) << length;
            packed |= (ulong)value << (SystemShift - BitsPerCharacter * (length + 1));
            length++;
        }

        if (!HasShape(system, length, letters, packed))
        {
            return false;
        }

        key = packed;
        return true;
    }

    /// <summary>Packs the beginning of a code: the keys of one system that begin with it lie in one range.</summary>
    /// <param name="system">The system of the codes.</param>
    /// <param name="text">Any case, spaces around it; of a diagnosis with or without its dot: "s41.0".</param>
    /// <param name="first">The smallest key that begins so: that of the beginning itself when it is a code. 0 when none can.</param>
    /// <param name="last">The largest number that begins so.</param>
    /// <returns>False when the text is empty or no code can begin so.</returns>
    public static bool TryPackBeginning(CodeSystem system, ReadOnlySpan<char> text, out ulong first, out ulong last)
    {
        text = text.Trim(Spaces.AsSpan());
        first = 0;
        last = 0;
        var packed = First(system);
        var shift = SystemShift;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.' && i == 3 && system == CodeSystem.Icd10Cm)
            {
                continue;
            }

            var value = text[i] < Values.Length ? Values[text[i]] : (byte)0;
            if (value == 0 || shift == 0)
            {
                return false;
            }

            shift -= BitsPerCharacter;
            packed |= (ulong)value << shift;
        }

        if (shift == SystemShift)
        {
            return false;
        }

        first = packed;
        last = packed | ((1ul << shift) - 1);
        return true;
    }

    /// <summary>Writes the canonical text of a key: upper case, a diagnosis with its dot.</summary>
    /// <param name="key">A key that <see cref="TryPack(CodeSystem, ReadOnlySpan{byte}, out ulong)"/> gave; 0 writes nothing.</param>
    /// <param name="text">At least <see cref="MaxTextLength"/> bytes.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Unpack(ulong key, Span<byte> text)
    {
        var length = 0;
        for (var i = 0; i < MaxLength; i++)
        {
            var value = (int)(key >> (SystemShift - BitsPerCharacter * (i + 1))) & 0x3F;
            if (value == 0)
            {
                break;
            }

            if (i == 3 && SystemOf(key) == CodeSystem.Icd10Cm)
            {
                text[length++] = (byte)'.';
            }

            text[length++] = Characters[value];
        }

        return length;
    }

    /// <summary>The canonical text of a key; the empty string for 0.</summary>
    public static string ToText(ulong key)
    {
        Span<byte> bytes = stackalloc byte[MaxTextLength];
        var length = Unpack(key, bytes);
        Span<char> text = stackalloc char[MaxTextLength];
        for (var i = 0; i < length; i++)
        {
            text[i] = (char)bytes[i];
        }

        return text.Slice(0, length).ToString();
    }

    // Bit i of `letters` says that character i is a letter.
    private static bool HasShape(CodeSystem system, int length, int letters, ulong packed) => system switch
    {
        CodeSystem.Cpt => length == 5 && letters is 0 or 0b1_0000 or 0b0_0001,
        CodeSystem.Modifier => length == 2,
        CodeSystem.NuccTaxonomy => length == 10 && (packed & 0x3F) == FirstLetter + ('X' - 'A'),
        CodeSystem.Icd10Cm => length is >= 3 and <= 7 && (letters & 0b01) == 0b01,
        CodeSystem.PlaceOfService => length == 2 && letters == 0,
        _ => false,
    };

    private static ReadOnlySpan<byte> TrimAscii(ReadOnlySpan<byte> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text.Slice(start, end - start);
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (>= 9 and <= 13);
}
