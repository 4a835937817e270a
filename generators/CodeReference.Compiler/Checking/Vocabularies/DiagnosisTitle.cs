using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Checking.Vocabularies;

/// <summary>A title of a diagnosis, taken apart: its words, and what they say of the side, the site, the tissue, the visit.</summary>
internal sealed class DiagnosisTitle
{
    private readonly string _text;
    private readonly List<Word> _words;
    private readonly List<(string Word, int Position)> _content = [];
    private readonly List<PhraseMatch<Meaning>> _meanings;

    public DiagnosisTitle(string text, MeaningWords meanings, SiteVocabulary sites)
    {
        _text = text;
        _words = Tokenizer.Split(text);
        _meanings = meanings.Find(_words);
        Sites = sites.Find(_words);
        var taken = new bool[_words.Count];
        foreach (var match in _meanings)
        {
            _content.Add((match.Value.Name, match.First));
            for (var i = 0; i < match.Count; i++)
            {
                taken[match.First + i] = true;
            }
        }

        for (var i = 0; i < _words.Count; i++)
        {
            if (!taken[i] && !_words[i].IsMark && !meanings.IsStop(_words[i].Text))
            {
                _content.Add((Tokenizer.Singular(_words[i].Text), i));
            }
        }

        _content.Sort((left, right) => left.Position.CompareTo(right.Position));
    }

    public List<SiteMention> Sites { get; }

    public ulong SiteMask => Sites.Aggregate(0ul, (mask, site) => mask | site.Sites);

    /// <summary>What two titles of one meaning have in common: the set of their words, in one order.</summary>
    public string Signature => SignatureOf(_content.Select(item => item.Word));

    /// <summary>The signature of this title with another site in place of this one's.</summary>
    public string SignatureAt(IEnumerable<string> site) =>
        SignatureOf(_content.Where(item => !Sites.Exists(own => item.Position >= own.First && item.Position < own.First + own.Count)).Select(item => item.Word).Concat(site));

    /// <summary>The words of a site as they stand in a signature.</summary>
    public IEnumerable<string> WordsOf(SiteMention site) =>
        _content.Where(item => item.Position >= site.First && item.Position < site.First + site.Count).Select(item => item.Word);

    /// <summary>What a published title says that the official one does not; null when it says the same, or less.</summary>
    public static string? Difference(DiagnosisTitle published, DiagnosisTitle official)
    {
        foreach (var match in published._meanings)
        {
            if (MeaningClass.Decides(match.Value.Class) && !official.Says(match.Value))
            {
                return published.Quote(match.First, match.Count);
            }
        }

        foreach (var site in published.Sites)
        {
            if (official.Sites.Count > 0 && !official.Sites.Exists(other => IsSame(site, other)))
            {
                return published.Quote(site.First, site.Count);
            }
        }

        return published.Denied(official) ?? (published.SharesAWord(official) ? null : published._text);
    }

    // A region may stand for a part of it, and a part for the region.
    private static bool IsSame(SiteMention published, SiteMention official) =>
        published.Term == official.Term || ((published.IsRegion || official.IsRegion) && (published.Sites & official.Sites) != 0);

    private bool Says(Meaning meaning) => _meanings.Exists(match => match.Value == meaning);

    private string Quote(int first, int count) => Tokenizer.Quote(_text, _words[first], _words[first + count - 1]);

    // "with foreign body" against "without foreign body"; what the other does not speak of is not denied.
    private string? Denied(DiagnosisTitle official)
    {
        foreach (var (negation, thing, at) in Negations())
        {
            if (official.Negations().Any(other => other.Thing == thing && other.Negation != negation)
                && !official.Negations().Any(other => other.Thing == thing && other.Negation == negation))
            {
                return Quote(at, 1) + " " + thing;
            }
        }

        return null;
    }

    private IEnumerable<(string Negation, string Thing, int At)> Negations()
    {
        foreach (var match in _meanings.Where(match => match.Value.Class == MeaningClass.Negation))
        {
            var thing = _content.FirstOrDefault(item => item.Position >= match.First + match.Count).Word;
            if (thing is not null)
            {
                yield return (match.Value.Name, thing, match.First);
            }
        }
    }

    // A side, a visit and a negation fit any diagnosis.
    private bool SharesAWord(DiagnosisTitle other)
    {
        var words = new HashSet<string>(other.Telling(), StringComparer.Ordinal);
        var own = Telling().ToList();
        return own.Count == 0 || words.Count == 0 || own.Exists(words.Contains);
    }

    private IEnumerable<string> Telling()
    {
        var weak = new HashSet<int>(_meanings
            .Where(match => match.Value.Class is MeaningClass.Laterality or MeaningClass.Encounter or MeaningClass.Negation)
            .Select(match => match.First));
        return _content.Where(item => !weak.Contains(item.Position)).Select(item => item.Word);
    }

    private static string SignatureOf(IEnumerable<string> words) =>
        string.Join(" ", words.Distinct(StringComparer.Ordinal).OrderBy(word => word, StringComparer.Ordinal));
}
