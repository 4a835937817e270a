using System;

namespace CodeReference.Format;

/// <summary>
/// Where the phrases that begin with a word stand: an open-addressing table over first words, never more than half full.
/// A cell is one more than the place of the first of them in the table of phrases, or 0 when it is empty.
/// Compiled into the library, which finds, and into the compiler, which fills.
/// </summary>
internal static class PhraseIndex
{
    /// <summary>The bit of a phrase that is the last of those that begin with its word.</summary>
    public const uint Last = 1u << 31;

    /// <summary>The cell at which the search for a word begins.</summary>
    /// <param name="word">Its UTF-8.</param>
    /// <param name="cells">The number of cells, a power of two.</param>
    public static int Home(ReadOnlySpan<byte> word, int cells)
    {
        var hash = Fnv.Seed;
        foreach (var value in word)
        {
            hash = Fnv.Add(hash, value);
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(cells - 1));
    }

    /// <summary>Whether a phrase begins with a word: the whole of it, not a part.</summary>
    public static bool BeginsWith(ReadOnlySpan<byte> phrase, ReadOnlySpan<byte> word) =>
        phrase.StartsWith(word) && (phrase.Length == word.Length || phrase[word.Length] == (byte)' ');
}
