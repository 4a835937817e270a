using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>
/// Turns the words of each code into the codes of each word. Short beginnings, which thousands of
/// words share, have entries of their own, so that no search has to unite all those words.
/// </summary>
internal sealed class SearchPostings(WordTable words, int slots)
{
    // Code by code, the words of titles before those of texts: the number of a word, and a bit for a word of a title.
    private readonly List<uint> _said = [];
    private readonly List<int> _slots = [];
    private readonly List<int> _starts = [];

    /// <summary>Adds a word of a code: code after code, and for each the words of its titles first.</summary>
    public void Add(int word, int slot, bool isTitle)
    {
        if (_slots.Count == 0 || _slots[_slots.Count - 1] != slot)
        {
            _slots.Add(slot);
            _starts.Add(_said.Count);
        }

        _said.Add(((uint)word << 1) | (isTitle ? 1u : 0u));
    }

    /// <summary>The words in the text pool, and the codes of each word.</summary>
    public IEnumerable<ConstantTable> Tables(TextPool text)
    {
        var (entries, beginnings) = Entries();
        var order = new int[entries.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) => string.CompareOrdinal(entries[left], entries[right]));

        // First how long each run is, then the runs, at the places that follow from it.
        var lengths = new int[order.Length];
        Post(beginnings, (entry, distance, _, title) => lengths[entry] += Write(distance, title, null, 0));
        var size = SearchWord.SizeOfSets(slots);
        var starts = new ulong[order.Length + 1];
        var places = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            places[order[i]] = (int)starts[i];
            starts[i + 1] = starts[i] + (ulong)Math.Min(lengths[order[i]], size);
        }

        var bytes = new byte[starts[order.Length]];
        Post(beginnings, (entry, distance, slot, title) =>
        {
            if (lengths[entry] < size)
            {
                places[entry] += Write(distance, title, bytes, places[entry]);
                return;
            }

            var place = places[entry] + (slot / 8);
            bytes[place] |= (byte)(1 << (slot % 8));
            bytes[place + (size / 2)] |= (byte)(title << (slot % 8));
        });
        return
        [
            ConstantTable.Of(BookTable.SearchWords, order.Select(entry => ConstantEntry.Of(entries[entry], text.Add(entries[entry])))),
            ConstantTable.Of(BookTable.SearchStarts, starts),
            ConstantTable.Of(BookTable.SearchPostings, Pack(bytes)),
        ];
    }

    // The words, then their beginnings; and for each word the entries of its beginnings, -1 for one that it is too short for.
    private (List<string> Entries, int[] Beginnings) Entries()
    {
        var entries = new List<string>(words.Count);
        for (var word = 0; word < words.Count; word++)
        {
            entries.Add(words[word]);
        }

        var beginnings = new int[words.Count * SearchWord.MaxSharedLength];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < beginnings.Length; i++)
        {
            var (word, length) = (words[i / SearchWord.MaxSharedLength], (i % SearchWord.MaxSharedLength) + 1);
            beginnings[i] = -1;
            if (word.Length < length)
            {
                continue;
            }

            var beginning = word.Substring(0, length) + SearchWord.SharedEnd;
            if (!numbers.TryGetValue(beginning, out beginnings[i]))
            {
                beginnings[i] = entries.Count;
                numbers.Add(beginning, entries.Count);
                entries.Add(beginning);
            }
        }

        return (entries, beginnings);
    }

    // Encodes each code of an entry: its distance from the code before, and whether the word is in a title.
    private void Post(int[] beginnings, Action<int, int, int, int> post)
    {
        var lastSlots = new int[words.Count + beginnings.Length];
        for (var i = 0; i < lastSlots.Length; i++)
        {
            lastSlots[i] = -1;
        }

        for (var i = 0; i < _slots.Count; i++)
        {
            var end = i + 1 < _starts.Count ? _starts[i + 1] : _said.Count;
            for (var said = _starts[i]; said < end; said++)
            {
                var word = (int)(_said[said] >> 1);
                var title = (int)(_said[said] & 1);
                PostOne(word, _slots[i], title);
                for (var length = 0; length < SearchWord.MaxSharedLength; length++)
                {
                    var beginning = beginnings[(word * SearchWord.MaxSharedLength) + length];
                    // The first word of a code that begins so tells of a title, if any does.
                    if (beginning >= 0 && lastSlots[beginning] != _slots[i])
                    {
                        PostOne(beginning, _slots[i], title);
                    }
                }
            }
        }

        void PostOne(int entry, int slot, int title)
        {
            post(entry, slot - lastSlots[entry], slot, title);
            lastSlots[entry] = slot;
        }
    }

    // Writes a code of a run when there are bytes to write to. Returns how many it takes.
    private static int Write(int distance, int title, byte[]? bytes, int place)
    {
        var length = 0;
        for (var number = ((uint)distance << 1) | (uint)title; length == 0 || number > 0; number >>= 7)
        {
            if (bytes is not null)
            {
                bytes[place + length] = (byte)((number & 0x7F) | (number > 0x7F ? 0x80u : 0));
            }

            length++;
        }

        return length;
    }

    private static ulong[] Pack(byte[] bytes)
    {
        var numbers = new ulong[(bytes.Length + sizeof(ulong) - 1) / sizeof(ulong)];
        for (var i = 0; i < bytes.Length; i++)
        {
            numbers[i / sizeof(ulong)] |= (ulong)bytes[i] << (i % sizeof(ulong) * 8);
        }

        return numbers;
    }
}
