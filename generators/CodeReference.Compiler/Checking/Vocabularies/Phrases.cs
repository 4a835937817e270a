using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking.Vocabularies;

/// <summary>A phrase that stands in a text.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Count">How many words it has.</param>
/// <param name="Value">What it means.</param>
internal readonly record struct PhraseMatch<T>(int First, int Count, T Value);

/// <summary>
/// Finds the phrases of a table in a text: from left to right, the longest at each word, none inside another. It works on
/// the words of <see cref="Tokenizer"/>, while a book is compiled; <see cref="PhraseIndex"/> is the same for narratives,
/// as a constant table of the compiled book and over UTF-8.
/// </summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirstWord = new(StringComparer.Ordinal);

    /// <summary>Adds a phrase; the first of two that are the same is kept.</summary>
    public void Add(string phrase, T value)
    {
        var words = Tokenizer.Split(phrase).Select(word => word.Text).ToArray();
        if (words.Length == 0)
        {
            return;
        }

        if (!_byFirstWord.TryGetValue(words[0], out var phrases))
        {
            _byFirstWord.Add(words[0], phrases = []);
        }

        var at = phrases.FindIndex(other => other.Words.Length < words.Length);
        phrases.Insert(at < 0 ? phrases.Count : at, (words, value));
    }

    public List<PhraseMatch<T>> Find(List<Word> words)
    {
        var matches = new List<PhraseMatch<T>>();
        for (var i = 0; i < words.Count;)
        {
            if (TryMatch(words, i, out var match))
            {
                matches.Add(match);
                i += match.Count;
            }
            else
            {
                i++;
            }
        }

        return matches;
    }

    private bool TryMatch(List<Word> words, int at, out PhraseMatch<T> match)
    {
        match = default;
        if (!_byFirstWord.TryGetValue(words[at].Text, out var phrases))
        {
            return false;
        }

        foreach (var (phrase, value) in phrases)
        {
            if (StartsAt(words, at, phrase))
            {
                match = new(at, phrase.Length, value);
                return true;
            }
        }

        return false;
    }

    private static bool StartsAt(List<Word> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count)
        {
            return false;
        }

        for (var i = 1; i < phrase.Length; i++)
        {
            if (words[at + i].Text != phrase[i])
            {
                return false;
            }
        }

        return true;
    }
}
