using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace CodeReference;

/// <summary>
/// Eight characters of a code side by side in one number, the first in the lowest byte, 0 where there is none: what each
/// of them is, and what it is worth, is found out for all at once.
/// Every method is a few instructions, and inlined by request: called, they took half as long again.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class CharacterBlock
{
    /// <summary>How many characters there are.</summary>
    public const int Size = 8;

    /// <summary>The mark of the first character in a number that marks some.</summary>
    public const ulong First = 0x80;

    private const ulong Each = 0x0101_0101_0101_0101;
    private const ulong Marks = Each * 0x80;

    /// <summary>The first characters of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ReadOnlySpan<byte> text)
    {
        // Two halves that may overlap: one path for most codes, whose lengths nobody could predict.
        if (text.Length >= sizeof(uint))
        {
            var length = Math.Min(text.Length, Size);
            var last = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text.Slice(length - sizeof(uint)));
            return BinaryPrimitives.ReadUInt32LittleEndian(text) | (last << (8 * (length - sizeof(uint))));
        }

        var block = 0ul;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            block = (block << 8) | text[i];
        }

        return block;
    }

    /// <summary>One of the characters.</summary>
    public static int At(ulong block, int index) => (byte)(block >> (8 * index));

    /// <summary>The characters but for one, those after it moved up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Without(ulong block, int index)
    {
        var before = (1ul << (8 * index)) - 1;
        return (block & before) | ((block >> 8) & ~before);
    }

    /// <summary>The mark of each of the first characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Filled(int count) => count == 0 ? 0 : Marks >> (8 * (Size - count));

    /// <summary>What each character is worth in a key: 1 to 10 a digit, 11 to 36 a letter of either case, 0 all else.</summary>
    /// <param name="block">The characters.</param>
    /// <param name="digits">A mark for each digit.</param>
    /// <param name="letters">A mark for each letter.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Values(ulong block, out ulong digits, out ulong letters)
    {
        // Only what is below 0x80 can be compared by adding; the rest is neither.
        var ascii = ~block & Marks;
        var low = block & ~Marks;
        var folded = low | (Each * 0x20);
        digits = AtLeast(low, '0') & ~AtLeast(low, '9' + 1) & ascii;
        letters = AtLeast(folded, 'a') & ~AtLeast(folded, 'z' + 1) & ascii;
        var ofDigits = All(digits);
        var ofLetters = All(letters);
        return ((low & ofDigits) - (Each * ('0' - 1) & ofDigits)) | ((folded & ofLetters) - (Each * ('a' - 11) & ofLetters));
    }

    /// <summary>The values as six bits each, the first the highest of 48.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pack(ulong values)
    {
        values = BinaryPrimitives.ReverseEndianness(values);
        values = ((values & 0x3F00_3F00_3F00_3F00) >> 2) | (values & 0x003F_003F_003F_003F);
        values = ((values & 0x0FFF_0000_0FFF_0000) >> 4) | (values & 0x0000_0FFF_0000_0FFF);
        return ((values >> 8) & 0xFFFF_FF00_0000) | (values & 0x00FF_FFFF);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AtLeast(ulong block, int character) => (block + (Each * (uint)(0x80 - character))) & Marks;

    // All bits of each character that is marked.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong All(ulong marks) => (marks >> 7) * 0xFF;
}
