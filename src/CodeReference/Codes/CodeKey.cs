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

    // A diagnosis has a dot more than its key.
    private const int MaxTextLength = MaxLength + 1;
    private const int SystemShift = 60;
    private const int BitsPerCharacter = 6;
    private const int DotIndex = 3;
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

    /// <summary>Whether the first character of a code is a letter.</summary>
    public static bool StartsWithLetter(ulong key) => (key >> (SystemShift - BitsPerCharacter) & ((1 << BitsPerCharacter) - 1)) > 10;

    /// <summary>The smallest key of a system; all its keys lie between this and that of the next system.</summary>
    public static ulong First(CodeSystem system) => (ulong)system << SystemShift;

    /// <summary>Packs a code of one system.</summary>
    /// <param name="system">The system whose shape the code must have.</param>
    /// <param name="text">Any case, spaces around it; a diagnosis with or without its dot.</param>
    /// <param name="key">The key, or 0.</param>
    /// <returns>False when the text does not match the format of the system's codes.</returns>
    public static bool TryPack(CodeSystem system, ReadOnlySpan<char> text, out ulong key)
    {
        if (text.Length > 0 && (text[0] <= ' ' || text[text.Length - 1] <= ' '))
        {
            text = text.Trim(Spaces.AsSpan());
        }

        key = 0;
        if (text.Length > MaxTextLength)
        {
            return false;
        }

        var (start, rest, wide) = (0ul, 0ul, 0);
        for (var i = 0; i < text.Length; i++)
        {
            wide |= text[i];
            if (i < CharacterBlock.Size)
            {
                start |= (ulong)text[i] << (8 * i);
            }
            else
            {
                rest |= (ulong)text[i] << (8 * (i - CharacterBlock.Size));
            }
        }

        return wide <= 0x7F && TryPack(system, start, rest, text.Length, out key);
    }

    /// <inheritdoc cref="TryPack(CodeSystem, ReadOnlySpan{char}, out ulong)"/>
    public static bool TryPack(CodeSystem system, ReadOnlySpan<byte> text, out ulong key)
    {
        if (text.Length > 0 && (text[0] <= ' ' || text[text.Length - 1] <= ' '))
        {
            text = TrimAscii(text);
        }

        key = 0;
        return text.Length <= CharacterBlock.Size
            ? TryPack(system, CharacterBlock.Read(text), 0, text.Length, out key)
            : text.Length <= MaxTextLength
                && TryPack(system, CharacterBlock.Read(text), CharacterBlock.Read(text.Slice(CharacterBlock.Size)), text.Length, out key);
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
            if (text[i] == '.' && i == DotIndex && system == CodeSystem.Icd10Cm)
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

    /// <summary>The canonical text of a key, upper case, a diagnosis with its dot; the empty string for 0.</summary>
    public static string ToText(ulong key)
    {
        Span<char> text = stackalloc char[MaxTextLength];
        TryFormat(key, text, out var length);
        return text.Slice(0, length).ToString();
    }

    /// <summary>Writes the canonical text of a key.</summary>
    /// <returns>False, and nothing is written, when the destination is too short.</returns>
    public static bool TryFormat(ulong key, Span<char> destination, out int written)
    {
        Span<byte> text = stackalloc byte[MaxTextLength];
        var length = Unpack(key, text);
        written = length <= destination.Length ? length : 0;
        for (var i = 0; i < written; i++)
        {
            destination[i] = (char)text[i];
        }

        return written == length;
    }

    /// <inheritdoc cref="TryFormat(ulong, Span{char}, out int)"/>
    public static bool TryFormat(ulong key, Span<byte> destination, out int written)
    {
        Span<byte> text = stackalloc byte[MaxTextLength];
        var length = Unpack(key, text);
        written = length <= destination.Length ? length : 0;
        text.Slice(0, written).CopyTo(destination);
        return written == length;
    }

    // Writes at most MaxTextLength bytes, and returns how many.
    private static int Unpack(ulong key, Span<byte> text)
    {
        var length = 0;
        for (var i = 0; i < MaxLength; i++)
        {
            var value = (int)(key >> (SystemShift - BitsPerCharacter * (i + 1))) & 0x3F;
            if (value == 0)
            {
                break;
            }

            if (i == DotIndex && SystemOf(key) == CodeSystem.Icd10Cm)
            {
                text[length++] = (byte)'.';
            }

            text[length++] = Characters[value];
        }

        return length;
    }

    // The text as the eight characters of its start and the rest.
    private static bool TryPack(CodeSystem system, ulong start, ulong rest, int length, out ulong key)
    {
        key = 0;
        if (system == CodeSystem.Icd10Cm && length > DotIndex + 1 && CharacterBlock.At(start, DotIndex) == '.')
        {
            start = CharacterBlock.Without(start, DotIndex);
            length--;
        }

        var values = CharacterBlock.Values(start, out var digits, out var letters);
        var hasShape = system switch
        {
            CodeSystem.Cpt => length == 5 && letters is 0 or CharacterBlock.First or CharacterBlock.First << (4 * 8),
            CodeSystem.Modifier => length == 2,
            CodeSystem.NuccTaxonomy => length == MaxLength && (CharacterBlock.At(rest, 1) | 0x20) == 'x',
            CodeSystem.Icd10Cm => length is >= 3 and <= 7 && (letters & CharacterBlock.First) != 0,
            CodeSystem.PlaceOfService => length == 2 && letters == 0,
            _ => false,
        };
        if (!hasShape || (digits | letters) != CharacterBlock.Filled(Math.Min(length, CharacterBlock.Size)))
        {
            return false;
        }

        key = First(system) | (CharacterBlock.Pack(values) << (SystemShift - (CharacterBlock.Size * BitsPerCharacter)));
        if (length > CharacterBlock.Size)
        {
            values = CharacterBlock.Values(rest, out digits, out letters);
            key |= CharacterBlock.Pack(values) >> ((CharacterBlock.Size - (MaxLength - CharacterBlock.Size)) * BitsPerCharacter);
            key = (digits | letters) == CharacterBlock.Filled(length - CharacterBlock.Size) ? key : 0;
        }

        return key != 0;
    }

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
