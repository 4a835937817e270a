using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>Lays out the selection table: a technique and a site are bits, and what is asked is a mask.</summary>
internal sealed class SelectionLayout
{
    private readonly RowLayout _rows;
    private readonly CodeLayout _codes;
    private readonly TextPool _text;
    private readonly IReadOnlyList<string> _techniques;
    private readonly IReadOnlyList<string> _sites;

    public SelectionLayout(RowLayout rows, CodeLayout codes, TextPool text)
    {
        _rows = rows;
        _codes = codes;
        _text = text;
        _techniques = SelectionNames.Techniques(RowsOf);
        _sites = SelectionNames.Sites(RowsOf);

        IEnumerable<Row> RowsOf(SectionKind kind) => rows.Of(kind).Select(row => row.Row);
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
                (ulong)CellValues.FactsOf(row.Row[ChecklistColumns.Cues])))),
        ];
    }

    /// <summary>A bit for each technique that a cell names.</summary>
    public ulong TechniquesOf(string cell) => Mask(_techniques, CellValues.Terms(cell));

    /// <summary>A bit for each site that a cell names.</summary>
    public ulong SitesOf(string cell) => Mask(_sites, CellValues.Terms(cell));

    private ConstantEntry Selection(PlacedRow row, List<PlacedRow> all)
    {
        var unit = SelectionColumns.UnitOf(row.Row[SelectionColumns.Unit]);
        var addOn = all.FindIndex(other => CellValues.Keys(CodeSystem.Cpt, other.Row[SelectionColumns.AddOnTo]).Contains(row.Row.Key));
        return ConstantEntry.Of(
            row.Row.Label,
            (ulong)row.Id,
            (ulong)_codes.SlotOf(row.Row.Key),
            (ulong)BitOf(_techniques, CellValues.Normalize(row.Row[SelectionColumns.Technique])),
            (ulong)unit,
            unit != SizeUnit.None ? Thousandths(row.Row[SelectionColumns.Above], 0) : BookFormat.None,
            Thousandths(row.Row[SelectionColumns.UpTo], BookFormat.None),
            Thousandths(row.Row[SelectionColumns.EachAdditional], 0),
            addOn < 0 ? BookFormat.None : (ulong)addOn,
            GroupOf(row.Row) is { } group ? (ulong)group.Id : BookFormat.None);
    }

    private ulong SitesOf(Row selection)
    {
        var sites = GroupOf(selection) is { } group ? CellValues.Terms(group.Row[SiteGroupColumns.Sites]) : [];
        return sites.Contains(SiteGroupColumns.AnySite) ? ulong.MaxValue : Mask(_sites, sites);
    }

    private PlacedRow? GroupOf(Row selection) => _rows.Of(SectionKind.SiteGroups).FirstOrDefault(row =>
        row.Row[SiteGroupColumns.Technique] == selection[SelectionColumns.Technique]
        && row.Row[SiteGroupColumns.SiteGroup] == selection[SelectionColumns.SiteGroup]);

    private static ulong Mask(IReadOnlyList<string> names, IEnumerable<string> present) =>
        present.Select(name => BitOf(names, name)).Where(bit => bit is >= 0 and < BookFormat.MaxMeanings).Aggregate(0ul, (mask, bit) => mask | (1ul << bit));

    private static int BitOf(IReadOnlyList<string> names, string name)
    {
        for (var bit = 0; bit < names.Count; bit++)
        {
            if (names[bit] == name)
            {
                return bit;
            }
        }

        return -1;
    }

    private static ulong Thousandths(string text, ulong absent) => CellValues.TryThousandths(text, out var number) ? number : absent;
}
