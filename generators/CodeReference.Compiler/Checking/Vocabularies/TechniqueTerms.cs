using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking.Vocabularies;

/// <summary>A technique that a text names.</summary>
/// <param name="Text">The words that name it.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Techniques">What they can mean, in normal form.</param>
/// <param name="IsVague">A single word that leaves the technique open, like "repair": it says what any of them is.</param>
internal sealed record TechniqueMention(string Text, int Last, EquatableArray<string> Techniques, bool IsVague)
{
    public bool IsExact => Techniques.Count == 1;
}

/// <summary>
/// The techniques table: the techniques that a text names. Adjectives of other terms may stand between the words of one,
/// so that "simple layered closure" is both a simple and a layered closure, and a noun may stand before its adjectives, as
/// in an index: "closure, layered".
/// </summary>
internal sealed class TechniqueTerms
{
    private const int MostBetween = 3;

    private readonly Dictionary<string, List<(string[] Words, EquatableArray<string> Techniques)>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly HashSet<string> _adjectives = new(StringComparer.Ordinal);

    public TechniqueTerms(BookModel book)
    {
        foreach (var (_, row) in book.Rows(SectionKind.Techniques))
        {
            var techniques = CellValues.Terms(row[TechniqueColumns.Techniques]).Where(technique => technique.Length > 0).Distinct(StringComparer.Ordinal).ToEquatableArray();
            foreach (var term in CellValues.Terms(row[TechniqueColumns.Terms]))
            {
                var words = Tokenizer.Split(term).Select(word => word.Text).ToArray();
                if (words.Length == 0 || techniques.Count == 0)
                {
                    continue;
                }

                Add(words, techniques);
                if (words.Length > 1)
                {
                    _adjectives.UnionWith(words.Take(words.Length - 1));
                    Add([words[words.Length - 1], ",", .. words.Take(words.Length - 1)], techniques);
                }
            }
        }
    }

    /// <summary>The techniques that a text names, none inside the words of a longer one.</summary>
    public List<TechniqueMention> Find(string text, List<Word> words)
    {
        var found = new List<(int[] Places, EquatableArray<string> Techniques)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (_byFirstWord.TryGetValue(words[i].Text, out var terms))
            {
                foreach (var (term, techniques) in terms)
                {
                    if (TryPlace(words, i, term) is { } places)
                    {
                        found.Add((places, techniques));
                    }
                }
            }
        }

        return
        [
            .. found.Where(one => !found.Exists(other => other.Places.Length > one.Places.Length && one.Places.All(other.Places.Contains)))
                .Select(one => new TechniqueMention(
                    Tokenizer.Quote(text, words[one.Places[0]], words[one.Places[one.Places.Length - 1]]),
                    one.Places[one.Places.Length - 1],
                    one.Techniques,
                    one.Techniques.Count > 1 && one.Places.Length == 1)),
        ];
    }

    private int[]? TryPlace(List<Word> words, int first, string[] term)
    {
        var places = new int[term.Length];
        places[0] = first;
        var at = first;
        for (var i = 1; i < term.Length; i++)
        {
            at++;
            for (var between = 0; between < MostBetween && at < words.Count && words[at].Text != term[i] && _adjectives.Contains(words[at].Text); between++)
            {
                at++;
            }

            if (at >= words.Count || words[at].Text != term[i])
            {
                return null;
            }

            places[i] = at;
        }

        return places;
    }

    private void Add(string[] words, EquatableArray<string> techniques)
    {
        if (!_byFirstWord.TryGetValue(words[0], out var terms))
        {
            _byFirstWord.Add(words[0], terms = []);
        }

        terms.Add((words, techniques));
    }
}
