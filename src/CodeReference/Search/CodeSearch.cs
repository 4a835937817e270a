using System.Text;

namespace CodeReference;

/// <summary>
/// Finds codes by how they begin, and by the words of their titles and texts, in an index that the compiler has laid out.
/// Best first: the code itself; codes that begin so, in their order; codes whose titles have all words; codes that have
/// some words only in other texts. Among those found by words, whole words come before beginnings of words, then shorter
/// titles before longer ones, then codes in their order, system by system.
/// </summary>
public static class CodeSearch
{
    /// <summary>The longest text, in characters of UTF-16.</summary>
    public const int MaxTextLength = 256;

    /// <summary>The number of results when the question does not say.</summary>
    public const int DefaultResults = 20;

    /// <summary>The most results that may be asked for.</summary>
    public const int MaxResults = 100;

    // No character takes more bytes of UTF-8, and no fewer bytes give one that is malformed.
    private const int MaxUtf8Length = MaxTextLength * 3;
    private const int Systems = (int)CodeSystem.PlaceOfService + 1;

    internal static SearchResult[] Search(BookReader book, ReadOnlySpan<byte> text, ReadOnlySpan<CodeSystem> systems, int maxResults)
    {
        ThrowIfTooLong(text.Length, MaxUtf8Length, "bytes of UTF-8", nameof(text));
        Span<char> characters = stackalloc char[MaxUtf8Length];
        return Search(book, characters[..Encoding.UTF8.GetChars(text, characters)], systems, maxResults);
    }

    internal static SearchResult[] Search(BookReader book, ReadOnlySpan<char> text, ReadOnlySpan<CodeSystem> systems, int maxResults)
    {
        ThrowIfTooLong(text.Length, MaxTextLength, "characters", nameof(text));
        ArgumentOutOfRangeException.ThrowIfLessThan(maxResults, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxResults, MaxResults);
        Span<bool> isWanted = stackalloc bool[Systems];
        Select(systems, isWanted);

        // For each system the slots of the codes that begin with the text.
        Span<(int First, int End)> codes = stackalloc (int, int)[Systems];
        codes.Clear();
        Span<(int Slot, SearchMatch Match)> hits = stackalloc (int, SearchMatch)[maxResults];
        var count = FindCodes(book, text, isWanted, codes, hits);
        if (count < hits.Length)
        {
            count += SearchWords(book, text, isWanted, codes, hits[count..]);
        }

        return ToArray(book, hits[..count]);
    }

    private static int FindCodes(
        BookReader book, ReadOnlySpan<char> text, ReadOnlySpan<bool> isWanted, Span<(int First, int End)> codes, Span<(int Slot, SearchMatch Match)> hits)
    {
        var count = 0;
        for (var system = CodeSystem.Cpt; (int)system < Systems; system++)
        {
            if (!isWanted[(int)system] || !CodeKey.TryPackBeginning(system, text, out var first, out var last))
            {
                continue;
            }

            var (slot, end) = (book.FirstSlot(first), book.FirstSlot(last + 1));
            codes[(int)system] = (slot, end);
            if (slot < end && book.Tables.Codes[slot] == first && count < hits.Length)
            {
                hits[count++] = (slot, SearchMatch.Code);
            }
        }

        var exact = hits[..count];
        foreach (var (first, end) in codes)
        {
            for (var slot = first; slot < end && count < hits.Length; slot++)
            {
                if (!exact.Contains((slot, SearchMatch.Code)))
                {
                    hits[count++] = (slot, SearchMatch.CodePrefix);
                }
            }
        }

        return count;
    }

    private static int SearchWords(
        BookReader book, ReadOnlySpan<char> text, ReadOnlySpan<bool> isWanted, ReadOnlySpan<(int First, int End)> codes, Span<(int Slot, SearchMatch Match)> hits)
    {
        using var search = new WordSearch(book);
        if (!search.Find(text))
        {
            return 0;
        }

        for (var system = CodeSystem.Cpt; (int)system < Systems; system++)
        {
            var (first, end) = isWanted[(int)system] ? codes[(int)system] : (book.FirstSlot(system), book.FirstSlot(system + 1));
            search.Exclude(first, end);
        }

        return search.Take(hits);
    }

    private static SearchResult[] ToArray(BookReader book, ReadOnlySpan<(int Slot, SearchMatch Match)> hits)
    {
        if (hits.IsEmpty)
        {
            return [];
        }

        var array = new SearchResult[hits.Length];
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = new(book, hits[i].Slot, hits[i].Match);
        }

        return array;
    }

    private static void Select(ReadOnlySpan<CodeSystem> systems, Span<bool> isWanted)
    {
        isWanted.Fill(systems.IsEmpty);
        foreach (var system in systems)
        {
            if (system is <= CodeSystem.None or > CodeSystem.PlaceOfService)
            {
                throw new ArgumentOutOfRangeException(nameof(systems), system, "Expected code systems.");
            }

            isWanted[(int)system] = true;
        }
    }

    private static void ThrowIfTooLong(int length, int limit, string unit, string parameter)
    {
        if (length > limit)
        {
            throw new ArgumentException($"The text has {length} {unit}; expected at most {limit}.", parameter);
        }
    }
}
