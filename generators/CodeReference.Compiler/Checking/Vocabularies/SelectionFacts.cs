using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking.Vocabularies;

/// <summary>A procedure as the code selection table has it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Technique">The technique, in its normal form.</param>
/// <param name="SiteGroup">The name of its site group.</param>
/// <param name="Sites">The base sites of that group, a bit each; all of them when it is any area.</param>
/// <param name="Unit">What it is measured in; none when it is not.</param>
/// <param name="Above">Thousandths; its sizes begin above.</param>
/// <param name="UpTo">Thousandths, included; null for an open end.</param>
/// <param name="EachAdditional">Thousandths; 0 for a code that is not an add-on.</param>
/// <param name="Source">Where the row is from.</param>
internal sealed record SelectionFact(
    string Code, string Technique, string SiteGroup, ulong Sites, SizeUnit Unit, uint Above, uint? UpTo, uint EachAdditional, string Source)
{
    /// <summary>Whether the group says where the procedure is.</summary>
    public bool HasSites => Sites is not (0 or ulong.MaxValue);

    /// <summary>Whether a size is one of the procedure's.</summary>
    public bool Covers(SizePhrase size) => Unit == SizeUnit.None || (size.Unit == Unit && (size.Kind == SizePhraseKind.EachAdditional
        ? EachAdditional == 0 || size.UpTo == EachAdditional
        : size.IsWithin(Above, UpTo)));
}

/// <summary>The code selection table by code.</summary>
internal sealed class SelectionFacts
{
    private readonly Dictionary<ulong, SelectionFact> _byCode = [];

    public SelectionFacts(BookModel book, SiteVocabulary sites)
    {
        var groups = new Dictionary<(string Technique, string Group), ulong>();
        foreach (var (_, row) in book.Rows(SectionKind.SiteGroups))
        {
            groups[(row[SiteGroupColumns.Technique], row[SiteGroupColumns.SiteGroup])] = sites.MaskOf(row[SiteGroupColumns.Sites]);
        }

        foreach (var (_, row) in book.Rows(SectionKind.CodeSelection))
        {
            if (!_byCode.ContainsKey(row.Key))
            {
                groups.TryGetValue((row[SelectionColumns.Technique], row[SelectionColumns.SiteGroup]), out var mask);
                _byCode.Add(row.Key, new(
                    CodeKey.ToText(row.Key),
                    CellValues.Normalize(row[SelectionColumns.Technique]),
                    row[SelectionColumns.SiteGroup],
                    mask,
                    SelectionColumns.UnitOf(row[SelectionColumns.Unit]),
                    CellValues.TryThousandths(row[SelectionColumns.Above], out var above) ? above : 0,
                    CellValues.TryThousandths(row[SelectionColumns.UpTo], out var upTo) ? upTo : null,
                    CellValues.TryThousandths(row[SelectionColumns.EachAdditional], out var each) ? each : 0,
                    row[SelectionColumns.Source]));
            }
        }
    }

    /// <returns>Null when the table has no row of the procedure.</returns>
    public SelectionFact? TryGet(ulong procedure) => _byCode.TryGetValue(procedure, out var fact) ? fact : null;

    /// <summary>The one code that has a technique, all of some sites and all of some sizes; null when none or several have.</summary>
    public SelectionFact? TryFind(Func<string, bool> isTechnique, ulong sites, IReadOnlyCollection<SizePhrase> sizes)
    {
        var fitting = _byCode.Values.Where(fact => isTechnique(fact.Technique) && (sites & ~fact.Sites) == 0 && sizes.All(fact.Covers)).Take(2).ToList();
        return sites != 0 && sizes.Count > 0 && fitting.Count == 1 ? fitting[0] : null;
    }
}
