using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>Numbers the words of texts in the order in which they first come, and makes a string only of those that it keeps.</summary>
internal sealed class WordTable
{
    private readonly List<string> _words = [];
    private readonly char[] _word = new char[SearchWord.MaxLength];

    // A power of two of cells, never more than half of them full: one more than the number of a word, or 0.
    private int[] _cells = new int[1024];

    /// <summary>How many words there are.</summary>
    public int Count => _words.Count;

    /// <summary>A word by its number.</summary>
    public string this[int number] => _words[number];

    /// <summary>Adds to a list the numbers of a text's words, in their order.</summary>
    public void Read(string text, List<int> numbers)
    {
        var position = 0;
        while (SearchWord.Read(text.AsSpan(), ref position, _word) is > 0 and var length)
        {
            numbers.Add(NumberOf(_word.AsSpan(0, length)));
        }
    }

    private int NumberOf(ReadOnlySpan<char> word)
    {
        var cell = Find(word);
        if (_cells[cell] > 0)
        {
            return _cells[cell] - 1;
        }

        _words.Add(word.ToString());
        _cells[cell] = _words.Count;
        if (_words.Count * 2 > _cells.Length)
        {
            Grow();
        }

        return _words.Count - 1;
    }

    private void Grow()
    {
        _cells = new int[_cells.Length * 2];
        for (var number = 0; number < _words.Count; number++)
        {
            _cells[Find(_words[number].AsSpan())] = number + 1;
        }
    }

    private int Find(ReadOnlySpan<char> word)
    {
        var hash = Fnv.Seed;
        foreach (var c in word)
        {
            hash = Fnv.Add(hash, c);
        }

        var cell = (int)(hash & (uint)(_cells.Length - 1));
        while (_cells[cell] > 0 && !_words[_cells[cell] - 1].AsSpan().SequenceEqual(word))
        {
            cell = (cell + 1) & (_cells.Length - 1);
        }

        return cell;
    }
}
