using System.Runtime.InteropServices;
using CodeReference.Format;

namespace CodeReference;

/// <summary>
/// Reads a narrative with the vocabulary of a book: at each word the longest phrase, and of clauses what they deny. The
/// same text gives the same reading; nothing is weighed, learned or guessed.
/// </summary>
internal readonly ref struct NarrativeReader
{
    // A negation rarely reaches further, and a clause may be long.
    private const int NegatorReach = 5;

    private readonly BookReader _book;
    private readonly NarrativeText _text;
    private readonly List<NarrativeMention> _mentions = [];
    private readonly List<(int Term, int Word)> _cues = [];

    private NarrativeReader(BookReader book, NarrativeText text)
    {
        _book = book;
        _text = text;
    }

    /// <summary>Reads what a narrative names, in its order.</summary>
    /// <param name="book">The book whose vocabulary it is read with.</param>
    /// <param name="narrative">Any text.</param>
    /// <param name="shown">A bit for each documentation element whose cue stands in it.</param>
    public static List<NarrativeMention> Read(BookReader book, ReadOnlySpan<char> narrative, out ulong shown)
    {
        using var text = new NarrativeText(narrative);
        var reader = new NarrativeReader(book, text);
        reader.FindPhrases();
        reader.FindAside();
        new SizeReader(book, text, reader._mentions).Read();
        reader.SetAside();
        shown = reader.Shown();
        reader._mentions.Sort(static (one, other) => one.First.CompareTo(other.First));
        return reader._mentions;
    }

    /// <summary>Reads a field that is more than a term: one term among sides and filler words, "left distal forearm".</summary>
    /// <param name="book">The book whose vocabulary it is read with.</param>
    /// <param name="field">Any text.</param>
    /// <param name="criterion">What the term has to speak of.</param>
    /// <param name="sides">The sides that it names; none when it is not found.</param>
    /// <returns>The term, or -1.</returns>
    public static int ReadField(BookReader book, ReadOnlySpan<char> field, Criterion criterion, out List<NarrativeMention> sides)
    {
        using var text = new NarrativeText(field);
        var reader = new NarrativeReader(book, text);
        reader.FindPhrases();
        var terms = reader._mentions.FindAll(mention => mention.Criterion != Criterion.None);
        var isTerm = terms.Count == 1 && terms[0].Criterion == criterion && reader.HasNothingBeside(terms[0]);
        sides = isTerm ? reader._mentions.FindAll(mention => mention.Side != Side.None) : [];
        return isTerm ? terms[0].Term : -1;
    }

    private void FindPhrases()
    {
        var free = 0;
        for (var word = 0; word < _text.Count; word++)
        {
            var place = _text[word].IsNumber ? -1 : Vocabulary.FirstPhrase(_book, _text.WordAt(word));
            if (place >= 0)
            {
                free = Math.Max(free, word + FindPhrasesAt(word, place, isFree: word >= free));
            }
        }
    }

    // The phrases of a word stand by length, the longest first. Cues are found inside other phrases, too.
    private int FindPhrasesAt(int word, int place, bool isFree)
    {
        var phrases = _book.Tables.Phrases;
        var taken = 0;
        for (var phrase = 0u; (phrase & PhraseIndex.Last) == 0; place++)
        {
            phrase = phrases[place];
            var term = Vocabulary.TermOf(phrase);
            var count = _text.MatchAt(word, Vocabulary.WordsOf(_book, term));
            if (count == 0)
            {
                continue;
            }

            var kind = Vocabulary.KindOf(_book, term);
            if (kind == TermKind.Cue)
            {
                _cues.Add((term, word));
            }
            else if (isFree && (taken == 0 || taken == count))
            {
                taken = count;
                Take(kind, term, word, count);
            }
        }

        return taken;
    }

    private void Take(TermKind kind, int term, int word, int count)
    {
        if (kind != TermKind.Narrative)
        {
            Add(kind == TermKind.Technique ? Criterion.Technique : Criterion.Site, Side.None, term, word, count);
            return;
        }

        ref var token = ref _text[word];
        token.Role = (NarrativeWord)Vocabulary.MeaningOf(_book, term);
        token.RoleTerm = term;
        token.RoleLength = count;
        if (token.Role is NarrativeWord.Left or NarrativeWord.Right or NarrativeWord.Bilateral)
        {
            Add(Criterion.None, Side.Left + (token.Role - NarrativeWord.Left), term, word, count);
        }
    }

    private void Add(Criterion criterion, Side side, int term, int word, int count) => _mentions.Add(new()
    {
        Criterion = criterion,
        Side = side,
        Term = term,
        First = word,
        After = word + count,
        Start = _text[word].Start,
        End = _text[word + count - 1].End,
        Use = TermUse.Taken,
    });

    private void FindAside()
    {
        // Where the clause begins, or its part after the last comma.
        var part = 0;
        for (var word = 0; word < _text.Count; word++)
        {
            if (_text.EndsClause(word) || _text.MarkAt(word) == (byte)',')
            {
                part = word + 1;
            }

            var isDenial = _text.IsRole(word, NarrativeWord.Denial);
            for (var before = isDenial || _text.IsRole(word, NarrativeWord.Shortfall) ? part : word; before < word; before++)
            {
                _text[before].IsAside = true;
            }

            if (isDenial || _text.IsRole(word, NarrativeWord.Negator))
            {
                SetAsideAfter(word + _text[word].RoleLength);
            }
        }
    }

    private void SetAsideAfter(int word)
    {
        for (var end = word + NegatorReach; word < end && word < _text.Count && !_text.EndsClause(word); word++)
        {
            _text[word].IsAside = true;
            // A list goes on: "no flap, graft or expander".
            end += _text.MarkAt(word) == (byte)',' ? 1 : 0;
        }
    }

    private void SetAside()
    {
        foreach (ref var mention in CollectionsMarshal.AsSpan(_mentions))
        {
            mention.Use = _text[mention.First].IsAside ? TermUse.Negated : mention.Use;
        }
    }

    private ulong Shown()
    {
        var shown = 0ul;
        foreach (var (term, word) in _cues)
        {
            shown |= _text[word].IsAside ? 0 : Vocabulary.MeaningOf(_book, term);
        }

        return shown;
    }

    private bool HasNothingBeside(NarrativeMention term)
    {
        for (var word = 0; word < _text.Count;)
        {
            ref var token = ref _text[word];
            var saysNothing = token.RoleTerm >= 0 && token.Role is NarrativeWord.Filler or NarrativeWord.Left or NarrativeWord.Right or NarrativeWord.Bilateral;
            if (word != term.First && !saysNothing && token.Mark != (byte)',')
            {
                return false;
            }

            word = word == term.First ? term.After : word + Math.Max(1, token.RoleLength);
        }

        return true;
    }
}
