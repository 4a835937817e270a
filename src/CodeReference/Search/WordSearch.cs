using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using CodeReference.Format;

namespace CodeReference;

/// <summary>
/// Finds the codes that all words of a text are said of, each as the beginning of a word. A set of codes is a bit for
/// each slot, so that the work is bounded by the index, however many words the text has.
/// </summary>
internal ref struct WordSearch : IDisposable
{
    // How well a code matches: a set for each, from best to worst. A code of a set is in those that follow, but that not
    // every one of a title is whole.
    private const int WholeInTitle = 0;
    private const int InTitle = 1;
    private const int Whole = 2;
    private const int Any = 3;
    private const int Sets = 4;

    // Greater than any byte of UTF-8.
    private const byte AboveAll = 0xFF;

    private readonly BookReader _book;
    private readonly ulong[] _memory;
    private readonly int _size;
    private readonly Span<ulong> _found;
    private readonly Span<ulong> _word;
    private readonly Span<ulong> _excluded;

    public WordSearch(BookReader book)
    {
        _book = book;
        _size = SearchWord.SizeOfSets(book.Tables.Codes.Length) / sizeof(ulong) / 2;
        _memory = ArrayPool<ulong>.Shared.Rent(_size * ((Sets * 2) + 1));
        _found = _memory.AsSpan(0, _size * Sets);
        _word = _memory.AsSpan(_size * Sets, _size * Sets);
        _excluded = _memory.AsSpan(_size * Sets * 2, _size);
        _excluded.Clear();
    }

    public readonly void Dispose() => ArrayPool<ulong>.Shared.Return(_memory);

    /// <summary>Finds the codes of all words of a text.</summary>
    /// <returns>False when the text has no word, or no code has all of them.</returns>
    public readonly bool Find(ReadOnlySpan<char> text)
    {
        Span<char> words = stackalloc char[text.Length + SearchWord.MaxLength];
        Span<(int Start, int Length)> places = stackalloc (int, int)[(text.Length / 2) + 1];
        var (count, end, position) = (0, 0, 0);
        _found.Fill(ulong.MaxValue);
        while (SearchWord.Read(text, ref position, words[end..]) is > 0 and var length)
        {
            var word = words.Slice(end, length);
            if (IsAmong(word, words, places[..count]))
            {
                continue;
            }

            if (!Narrow(word))
            {
                return false;
            }

            places[count++] = (end, length);
            end += length;
        }

        return count > 0;
    }

    /// <summary>Leaves out the codes of a range of slots.</summary>
    public readonly void Exclude(int first, int end)
    {
        for (var slot = first; slot < end; slot++)
        {
            if (slot % 64 == 0 && end - slot >= 64)
            {
                _excluded[slot / 64] = ulong.MaxValue;
                slot += 63;
            }
            else
            {
                _excluded[slot / 64] |= 1ul << slot;
            }
        }
    }

    /// <summary>Takes the best codes that are left.</summary>
    /// <returns>How many there are.</returns>
    public readonly int Take(Span<(int Slot, SearchMatch Match)> hits)
    {
        Span<ulong> best = stackalloc ulong[hits.Length];
        var count = 0;
        for (var set = 0; set < Sets && count < hits.Length; set++)
        {
            foreach (var place in best[..Best(set, best[..(hits.Length - count)])])
            {
                hits[count++] = ((int)(uint)place, set <= InTitle ? SearchMatch.Title : SearchMatch.Text);
            }
        }

        return count;
    }

    // The best codes of a set, each as the length of its title above its slot; what has been seen is not seen again.
    private readonly int Best(int set, Span<ulong> best)
    {
        var lengths = _book.Tables.SearchTitleLengths;
        var found = SetOf(_found, set);
        var count = 0;
        for (var i = 0; i < found.Length; i++)
        {
            var bits = found[i] & ~_excluded[i];
            _excluded[i] |= bits;
            for (; bits != 0; bits &= bits - 1)
            {
                var slot = (i * 64) + BitOperations.TrailingZeroCount(bits);
                var place = ((ulong)lengths[slot] << 32) | (uint)slot;
                if (count < best.Length)
                {
                    count++;
                }
                else if (place > best[^1])
                {
                    continue;
                }

                Insert(place, best[..count]);
            }
        }

        return count;
    }

    // The last place is free, or its holder goes.
    private static void Insert(ulong place, Span<ulong> sorted)
    {
        var i = sorted.Length - 1;
        for (; i > 0 && sorted[i - 1] > place; i--)
        {
            sorted[i] = sorted[i - 1];
        }

        sorted[i] = place;
    }

    private static bool IsAmong(ReadOnlySpan<char> word, ReadOnlySpan<char> words, ReadOnlySpan<(int Start, int Length)> places)
    {
        foreach (var (start, length) in places)
        {
            if (words.Slice(start, length).SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    // Leaves of the codes found those that have a word which begins so.
    private readonly bool Narrow(ReadOnlySpan<char> word)
    {
        _word.Clear();
        Span<byte> utf8 = stackalloc byte[SearchWord.MaxUtf8Length + 1];
        var length = Encoding.UTF8.GetBytes(word, utf8);
        var first = FirstFrom(utf8[..length]);
        if (IsAt(first, utf8[..length]))
        {
            Mark(first, first + 1, WholeInTitle, Whole);
            // A word begins itself.
            SetOf(_word, WholeInTitle).CopyTo(SetOf(_word, InTitle));
            SetOf(_word, Whole).CopyTo(SetOf(_word, Any));
            first++;
        }

        if (word.Length <= SearchWord.MaxSharedLength)
        {
            utf8[length] = (byte)SearchWord.SharedEnd;
            first = FirstFrom(utf8[..(length + 1)]);
            Mark(first, IsAt(first, utf8[..(length + 1)]) ? first + 1 : first, InTitle, Any);
        }
        else
        {
            utf8[length] = AboveAll;
            Mark(first, FirstFrom(utf8[..(length + 1)]), InTitle, Any);
        }

        var any = 0ul;
        for (var i = 0; i < _found.Length; i++)
        {
            _found[i] &= _word[i];
            any |= _found[i];
        }

        return any != 0;
    }

    // Adds the codes of a range of words to two sets: to the one those that have it in their title, to the other all.
    private readonly void Mark(int first, int end, int titleSet, int set)
    {
        var starts = _book.Tables.SearchStarts;
        var bytes = MemoryMarshal.AsBytes(_book.Tables.SearchPostings);
        var title = SetOf(_word, titleSet);
        var all = SetOf(_word, set);
        for (var word = first; word < end; word++)
        {
            var run = bytes[(int)starts[word]..(int)starts[word + 1]];
            if (run.Length == SearchWord.SizeOfSets(_book.Tables.Codes.Length))
            {
                var sets = MemoryMarshal.Cast<byte, ulong>(run);
                Unite(all, sets[..all.Length]);
                Unite(title, sets[all.Length..]);
            }
            else
            {
                MarkEach(run, title, all);
            }
        }
    }

    private static void MarkEach(ReadOnlySpan<byte> run, Span<ulong> title, Span<ulong> all)
    {
        var slot = -1;
        for (var i = 0; i < run.Length; i++)
        {
            uint number = run[i];
            for (var shift = 7; run[i] > 0x7F; shift += 7)
            {
                number = (number & ((1u << shift) - 1)) | ((uint)run[++i] << shift);
            }

            slot += (int)(number >> 1);
            all[slot >> 6] |= 1ul << slot;
            title[slot >> 6] |= (ulong)(number & 1) << slot;
        }
    }

    private static void Unite(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < set.Length; i++)
        {
            set[i] |= other[i];
        }
    }

    private readonly Span<ulong> SetOf(Span<ulong> sets, int set) => sets.Slice(set * _size, _size);

    // The first word that is not smaller.
    private readonly int FirstFrom(ReadOnlySpan<byte> word)
    {
        var words = _book.Tables.SearchWords;
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_book.TextAt(words[middle]).Utf8.SequenceCompareTo(word) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private readonly bool IsAt(int place, ReadOnlySpan<byte> word)
    {
        var words = _book.Tables.SearchWords;
        return place < words.Length && _book.TextAt(words[place]).Utf8.SequenceEqual(word);
    }
}
