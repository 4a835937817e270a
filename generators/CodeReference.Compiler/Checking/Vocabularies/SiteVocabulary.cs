using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking.Vocabularies;

/// <summary>A site that a text names.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Count">How many words name it.</param>
/// <param name="Term">The term, without the s of a plural.</param>
/// <param name="Sites">The base sites that it can mean, a bit each.</param>
/// <param name="IsRegion">Whether it names a whole region, and so any part of it.</param>
internal sealed record SiteMention(int First, int Count, string Term, ulong Sites, bool IsRegion);

/// <summary>The anatomic sites table: the places on the body that a text names.</summary>
internal sealed class SiteVocabulary
{
    private readonly Dictionary<string, int> _bits = new(StringComparer.Ordinal);
    private readonly Phrases<(string Term, ulong Sites, bool IsRegion)> _terms = new();

    public SiteVocabulary(BookModel book, MeaningWords meanings)
    {
        foreach (var (_, row) in book.Rows(SectionKind.AnatomicSites))
        {
            foreach (var site in CellValues.Terms(row[AnatomicSiteColumns.Sites]))
            {
                if (!_bits.ContainsKey(site) && _bits.Count < BookFormat.MaxMeanings)
                {
                    _bits.Add(site, _bits.Count);
                }
            }

            var sites = MaskOf(row[AnatomicSiteColumns.Sites]);
            foreach (var term in CellValues.Terms(row[AnatomicSiteColumns.Terms]))
            {
                _terms.Add(term, (Tokenizer.Singular(term), sites, meanings.IsRegion(term) || meanings.IsRegion(Tokenizer.Singular(term))));
            }
        }
    }

    /// <summary>The base sites of a cell that lists them; all of them for the word any.</summary>
    public ulong MaskOf(string sites)
    {
        var mask = 0ul;
        foreach (var site in CellValues.Terms(sites))
        {
            mask |= site == SiteGroupColumns.AnySite ? ulong.MaxValue : _bits.TryGetValue(site, out var bit) ? 1ul << bit : 0;
        }

        return mask;
    }

    /// <summary>The sites that a text names, in its order.</summary>
    public List<SiteMention> Find(List<Word> words) =>
        [.. _terms.Find(words).Select(match => new SiteMention(match.First, match.Count, match.Value.Term, match.Value.Sites, match.Value.IsRegion))];
}
