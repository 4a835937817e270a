using System.Buffers;
using System.Text;
using CodeReference.Format;

namespace CodeReference;

/// <summary>A text as words, with where each stands in it and what it does. Its arrays are rented: dispose of it.</summary>
internal readonly ref struct NarrativeText : IDisposable
{
    private readonly byte[] _bytes;
    private readonly NarrativeToken[] _words;
    private readonly int _length;

    public NarrativeText(ReadOnlySpan<char> text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        _bytes = ArrayPool<byte>.Shared.Rent((size * WordReader.MostBytesPerByte) + 1);
        _words = ArrayPool<NarrativeToken>.Shared.Rent(size + 1);
        var reader = new WordReader(text);
        while (reader.Read(_bytes.AsSpan(_length)) is > 0 and var read)
        {
            var isMark = read == 1 && _bytes[_length] is not ((>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9'));
            _words[Count++] = new()
            {
                At = _length,
                Length = read,
                Start = reader.Start,
                End = reader.End,
                IsNumber = reader.IsNumber,
                Mark = isMark ? _bytes[_length] : (byte)0,
                RoleTerm = -1,
            };
            _length += read;
            _bytes[_length++] = (byte)' ';
        }
    }

    /// <summary>How many words there are.</summary>
    public int Count { get; }

    public ref NarrativeToken this[int word] => ref _words[word];

    /// <summary>The UTF-8 of a word.</summary>
    public ReadOnlySpan<byte> WordAt(int word) => _bytes.AsSpan(_words[word].At, _words[word].Length);

    /// <summary>The mark that a word is; 0 when it is not a mark or there is no such word.</summary>
    public byte MarkAt(int word) => (uint)word < (uint)Count ? _words[word].Mark : (byte)0;

    public bool IsNumber(int word) => (uint)word < (uint)Count && _words[word].IsNumber;

    /// <summary>Whether a phrase that begins at a word does something.</summary>
    public bool IsRole(int word, NarrativeWord role) => (uint)word < (uint)Count && _words[word].RoleTerm >= 0 && _words[word].Role == role;

    /// <summary>Whether a clause ends at a word, by a mark or by a turn.</summary>
    public bool EndsClause(int word) => MarkAt(word) is (byte)'.' or (byte)';' or (byte)':' or (byte)'(' or (byte)')' || IsRole(word, NarrativeWord.Turn);

    /// <summary>How many words a phrase has that stands at a word; 0 when another stands there.</summary>
    public int MatchAt(int word, ReadOnlySpan<byte> phrase)
    {
        var from = _bytes.AsSpan(_words[word].At, _length - _words[word].At);
        // Every word has a space after it, the last one too.
        if (!from.StartsWith(phrase) || from[phrase.Length] != (byte)' ')
        {
            return 0;
        }

        var end = _words[word].At + phrase.Length;
        var last = word;
        while (_words[last].At + _words[last].Length < end)
        {
            last++;
        }

        return last - word + 1;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        ArrayPool<NarrativeToken>.Shared.Return(_words);
    }
}

/// <summary>A word of a text, and what it does there.</summary>
internal struct NarrativeToken
{
    /// <summary>Where its UTF-8 begins among the words, and how many bytes it has.</summary>
    public int At;
    public int Length;

    /// <summary>Where it begins in the text, and ends.</summary>
    public int Start;
    public int End;

    public bool IsNumber;

    /// <summary>The mark that it is; 0 for a word.</summary>
    public byte Mark;

    /// <summary>The term by which a phrase that begins here does something, or -1; what that is, and how many words it has.</summary>
    public int RoleTerm;
    public NarrativeWord Role;
    public int RoleLength;

    /// <summary>Whether it is not said of the procedure.</summary>
    public bool IsAside;
}
