using CodeReference.Format;

namespace CodeReference;

/// <summary>Finds terms: the spellings of techniques, anatomic sites and payers, and the phrases of a narrative.</summary>
internal static class Vocabulary
{
    /// <summary>Finds the place of a term in the table of terms, whatever its case, spaces and hyphens.</summary>
    public static bool TryFind(BookReader book, TermKind kind, ReadOnlySpan<char> text, out int term)
    {
        term = -1;
        text = text.Trim();
        if (text.Length > Term.MaxLength)
        {
            return false;
        }

        Span<byte> words = stackalloc byte[(Term.MaxLength * 3 * WordReader.MostBytesPerByte) + 1];
        var length = WordReader.ReadAll(text, words);
        return length > 0 && TryFind(book, kind, words[..length], out term);
    }

    public static TermKind KindOf(BookReader book, int term) => (TermKind)Value(book, term, BookFormat.Term.Kind);

    public static TermStatus StandingOf(BookReader book, int term) => (TermStatus)Value(book, term, BookFormat.Term.Standing);

    public static ulong MeaningOf(BookReader book, int term) => book.Tables.TermMeanings[term];

    /// <summary>The row that defines a term.</summary>
    public static int RowOf(BookReader book, int term) => (int)Value(book, term, BookFormat.Term.Row);

    /// <summary>The words of a term.</summary>
    public static ReadOnlySpan<byte> WordsOf(BookReader book, int term) => book.TextAt(Value(book, term, BookFormat.Term.Text)).Utf8;

    /// <summary>The place in the table of phrases of the first that begins with a word, or -1.</summary>
    public static int FirstPhrase(BookReader book, ReadOnlySpan<byte> word)
    {
        var cells = book.Tables.PhraseCells;
        var cell = PhraseIndex.Home(word, cells.Length);
        while (cells[cell] is not 0 and var place)
        {
            if (PhraseIndex.BeginsWith(WordsOf(book, TermOf(book.Tables.Phrases[(int)place - 1])), word))
            {
                return (int)place - 1;
            }

            cell = (cell + 1) & (cells.Length - 1);
        }

        return -1;
    }

    /// <summary>The term of a phrase.</summary>
    public static int TermOf(uint phrase) => (int)(phrase & ~PhraseIndex.Last);

    private static bool TryFind(BookReader book, TermKind kind, ReadOnlySpan<byte> words, out int term)
    {
        var (low, high) = (0, book.Tables.TermMeanings.Length);
        while (low < high)
        {
            term = (low + high) / 2;
            var order = ((int)KindOf(book, term)).CompareTo((int)kind);
            order = order != 0 ? order : WordsOf(book, term).SequenceCompareTo(words);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (term + 1, high) : (low, term);
        }

        term = -1;
        return false;
    }

    private static uint Value(BookReader book, int term, int field) => book.Tables.Terms[(term * BookFormat.Term.Size) + field];
}
