using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking.Vocabularies;

/// <summary>A meaning of the table: the class of its row, and the first of its words.</summary>
internal sealed record Meaning(string Class, string Name);

/// <summary>The meaning words table: which words mean the same, which decide, and which say nothing.</summary>
internal sealed class MeaningWords
{
    private readonly Phrases<Meaning> _meanings = new();
    private readonly Phrases<bool> _turns = new();
    private readonly HashSet<string> _stop = new(StringComparer.Ordinal);
    private readonly HashSet<string> _specialtyStop = new(StringComparer.Ordinal);
    private readonly HashSet<string> _regions = new(StringComparer.Ordinal);
    private readonly List<string> _specialtyEndings = [];

    public MeaningWords(BookModel book)
    {
        foreach (var (_, row) in book.Rows(SectionKind.MeaningWords))
        {
            var words = CellValues.Terms(row[MeaningWordColumns.Words]).Where(word => word.Length > 0).ToArray();
            switch (row[MeaningWordColumns.Class])
            {
                case MeaningClass.NoSide:
                    // Of use to who lays out the sides of diagnoses; titles are compared as they are.
                    break;
                case MeaningClass.Stop:
                    _stop.UnionWith(words);
                    break;
                case MeaningClass.Region:
                    _regions.UnionWith(words);
                    break;
                case MeaningClass.SpecialtyStop:
                    _specialtyStop.UnionWith(words);
                    break;
                case MeaningClass.SpecialtyEnding:
                    _specialtyEndings.AddRange(words);
                    break;
                case MeaningClass.Contrast:
                case MeaningClass.Shortfall:
                    Array.ForEach(words, word => _turns.Add(word, row[MeaningWordColumns.Class] == MeaningClass.Contrast));
                    break;
                default:
                    Array.ForEach(words, word => _meanings.Add(word, new(row[MeaningWordColumns.Class], words[0])));
                    break;
            }
        }

        _specialtyEndings.Sort((left, right) => right.Length != left.Length ? right.Length.CompareTo(left.Length) : string.CompareOrdinal(left, right));
    }

    public List<PhraseMatch<Meaning>> Find(List<Word> words) => _meanings.Find(words);

    public bool IsStop(string word) => _stop.Contains(word);

    public bool IsSpecialtyStop(string word) => _specialtyStop.Contains(word);

    public bool IsRegion(string term) => _regions.Contains(term);

    /// <summary>A word of a specialty without its ending, so that surgery and surgeon are one.</summary>
    public string SpecialtyStem(string word)
    {
        foreach (var ending in _specialtyEndings)
        {
            if (word.Length >= ending.Length + 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word.Substring(0, word.Length - ending.Length);
            }
        }

        return word;
    }

    /// <summary>
    /// Which words of a text are about something else: those after a contrast up to the end of its clause ("rather than
    /// a simple repair"), and those before a shortfall from the start of its clause ("a simple repair is not enough").
    /// </summary>
    public bool[] Aside(List<Word> words)
    {
        var aside = new bool[words.Count];
        foreach (var turn in _turns.Find(words))
        {
            var step = turn.Value ? 1 : -1;
            for (var i = turn.Value ? turn.First + turn.Count : turn.First - 1; i >= 0 && i < words.Count && !words[i].EndsClause && !aside[i]; i += step)
            {
                aside[i] = true;
            }
        }

        return aside;
    }
}
