using System;

namespace CodeReference.Format;

/// <summary>
/// The words that a text is searched by: its runs of letters and digits, in lower case. A hyphen or a point parts words:
/// "X-ray" is "x" and "ray", "2.5" is "2" and "5". A search has no units and no clauses, for which
/// narratives have <see cref="WordReader"/>.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class SearchWord
{
    /// <summary>How many characters of a word count; longer words are told apart by no more.</summary>
    public const int MaxLength = 32;

    /// <summary>The most bytes of UTF-8 that a word takes: three a character, since only letters and digits of the first plane are.</summary>
    public const int MaxUtf8Length = MaxLength * 3;

    /// <summary>The longest beginning that has an entry of its own in the index, because too many words share it.</summary>
    public const int MaxSharedLength = 3;

    /// <summary>Ends the entry of a shared beginning, "s*"; it sorts before all that a word can go on with.</summary>
    public const char SharedEnd = '*';

    /// <summary>The bytes of two sets of slots, a bit for each slot: what the run of a word is when it would be no shorter.</summary>
    /// <param name="slots">How many codes the book knows.</param>
    public static int SizeOfSets(int slots) => (slots + 63) / 64 * sizeof(ulong) * 2;

    /// <summary>Reads the next word of a text.</summary>
    /// <param name="text">Any text; half a surrogate pair, and a character of another plane, is no letter.</param>
    /// <param name="position">Where to look from; afterwards, behind the word.</param>
    /// <param name="word">At least <see cref="MaxLength"/> characters.</param>
    /// <returns>The number of characters written; 0 when no word is left.</returns>
    public static int Read(ReadOnlySpan<char> text, ref int position, Span<char> word)
    {
        while (position < text.Length && !IsPart(text[position]))
        {
            position++;
        }

        var length = 0;
        for (; position < text.Length && IsPart(text[position]); position++)
        {
            if (length < MaxLength)
            {
                word[length++] = Lower(text[position]);
            }
        }

        return length;
    }

    private static bool IsPart(char c) =>
        c < 0x80 ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') : char.IsLetterOrDigit(c);

    private static char Lower(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c < 0x80 ? c : char.ToLowerInvariant(c);
}
