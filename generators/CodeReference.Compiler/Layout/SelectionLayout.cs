using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>Lays out the selection table: a technique and a site are bits, and what is asked is a mask.</summary>
internal sealed class SelectionLayout
{
    private readonly RowLayout _rows;
    private readonly CodeLayout _codes;
    private readonly TextPool _text;
    private readonly List<string> _techniques;
    private readonly List<string> _sites;

    public SelectionLayout(RowLayout rows, CodeLayout codes, TextPool text)
    {
        _rows = rows;
        _codes = codes;
        _text = text;
        _techniques = Names(
            rows.Of(SectionKind.CodeSelection).Select(row => row.Row[SelectionColumns.Technique])
                .Concat(rows.Of(SectionKind.Techniques).SelectMany(row => Values.Terms(row.Row[TechniqueColumns.Techniques]))));
        _sites = Names(
            rows.Of(SectionKind.SiteGroups).SelectMany(row => Values.Terms(row.Row[SiteGroupColumns.Sites]))
                .Where(site => site != SiteGroupColumns.AnySite)
                .Concat(rows.Of(SectionKind.AnatomicSites).SelectMany(row => Values.Terms(row.Row[AnatomicSiteColumns.Sites]))));
    }

    public IEnumerable<ConstantTable> Tables()
    {
        var rows = _rows.Of(SectionKind.CodeSelection).ToList();
        return
        [
            ConstantTable.Of(BookTable.Selection, rows.Select(row => Selection(row, rows))),
            ConstantTable.Of(BookTable.SelectionSites, rows.Select(row => ConstantEntry.Of(row.Row.Label, SitesOf(row.Row)))),
            ConstantTable.Of(BookTable.Techniques, _techniques.Select(name => ConstantEntry.Of(name, _text.Add(name)))),
            ConstantTable.Of(BookTable.AnatomicSites, _sites.Select(name => ConstantEntry.Of(name, _text.Add(name)))),
            ConstantTable.Of(BookTable.Checklist, _rows.Of(SectionKind.DocumentationChecklist).Select(row => ConstantEntry.Of(
                row.Row.Label,
                (ulong)row.Id,
                TechniquesOf(row.Row[ChecklistColumns.Techniques]),
                (ulong)Values.FactsOf(row.Row[ChecklistColumns.Cues])))),
        ];
    }

    /// <summary>A bit for each technique that a cell names.</summary>
    public ulong TechniquesOf(string cell) => Mask(_techniques, Values.Terms(cell));

    /// <summary>A bit for each site that a cell names.</summary>
    public ulong SitesOf(string cell) => Mask(_sites, Values.Terms(cell));

    private ConstantEntry Selection(PlacedRow row, List<PlacedRow> all)
    {
        var isSized = row.Row[SelectionColumns.Unit].Length > 0;
        var unit = row.Row[SelectionColumns.Unit] switch
        {
            SelectionColumns.Centimeter => SizeUnit.Centimeter,
            SelectionColumns.SquareCentimeter => SizeUnit.SquareCentimeter,
            _ => SizeUnit.None,
        };
        var addOn = all.FindIndex(other => Values.Keys(CodeSystem.Cpt, other.Row[SelectionColumns.AddOnTo]).Contains(row.Row.Key));
        return ConstantEntry.Of(
            row.Row.Label,
            (ulong)row.Id,
            (ulong)_codes.SlotOf(row.Row.Key),
            (ulong)_techniques.IndexOf(Values.Normalize(row.Row[SelectionColumns.Technique])),
            (ulong)unit,
            isSized ? Thousandths(row.Row[SelectionColumns.Above], 0) : BookFormat.None,
            Thousandths(row.Row[SelectionColumns.UpTo], BookFormat.None),
            Thousandths(row.Row[SelectionColumns.EachAdditional], 0),
            addOn < 0 ? BookFormat.None : (ulong)addOn,
            GroupOf(row.Row) is { } group ? (ulong)group.Id : BookFormat.None);
    }

    private ulong SitesOf(Row selection)
    {
        var sites = GroupOf(selection) is { } group ? Values.Terms(group.Row[SiteGroupColumns.Sites]) : [];
        return sites.Contains(SiteGroupColumns.AnySite) ? ulong.MaxValue : Mask(_sites, sites);
    }

    private PlacedRow? GroupOf(Row selection) => _rows.Of(SectionKind.SiteGroups).FirstOrDefault(row =>
        row.Row[SiteGroupColumns.Technique] == selection[SelectionColumns.Technique]
        && row.Row[SiteGroupColumns.SiteGroup] == selection[SelectionColumns.SiteGroup]);

    private static ulong Mask(List<string> names, IEnumerable<string> present) =>
        present.Select(name => names.IndexOf(name)).Where(bit => bit is >= 0 and < BookFormat.MaxMeanings).Aggregate(0ul, (mask, bit) => mask | (1ul << bit));

    private static List<string> Names(IEnumerable<string> names) =>
        [.. names.Select(Values.Normalize).Distinct().OrderBy(name => name, StringComparer.Ordinal)];

    private static ulong Thousandths(string text, ulong absent) => Values.TryThousandths(text, out var number) ? number : absent;
}
