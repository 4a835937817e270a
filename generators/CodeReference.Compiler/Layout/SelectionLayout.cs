using System.Text;
using CodeReference.Compiled;
using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Layout;

/// <summary>Lays out the selection table and the vocabularies: a technique and a site are bits, a term is what it can mean.</summary>
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
                .Concat(rows.Of(SectionKind.Techniques).SelectMany(row => Values.Terms(row.Row[1]))));
        _sites = Names(
            rows.Of(SectionKind.SiteGroups).SelectMany(row => Values.Terms(row.Row[2])).Where(site => site != SelectionColumns.AnySite)
                .Concat(rows.Of(SectionKind.AnatomicSites).SelectMany(row => Values.Terms(row.Row[1]))));
    }

    public IEnumerable<ConstantTable> Tables()
    {
        var rows = _rows.Of(SectionKind.CodeSelection).ToList();
        var terms = Terms().ToList();
        return
        [
            ConstantTable.Of(BookTable.Selection, BookFormat.Selection.Size, rows.Select(row => Selection(row, rows))),
            ConstantTable.Of(BookTable.SelectionSites, 1, rows.Select(row => ConstantEntry.Of(row.Row[0], SitesOf(row.Row)))),
            ConstantTable.Of(BookTable.Techniques, 1, _techniques.Select(name => ConstantEntry.Of(name, _text.Add(name)))),
            ConstantTable.Of(BookTable.AnatomicSites, 1, _sites.Select(name => ConstantEntry.Of(name, _text.Add(name)))),
            ConstantTable.Of(BookTable.Terms, BookFormat.Term.Size, terms.Select(term => ConstantEntry.Of(term.Text, (ulong)term.Kind, _text.Add(term.Text), (ulong)term.Row))),
            ConstantTable.Of(BookTable.TermMeanings, 1, terms.Select(term => ConstantEntry.Of(term.Text, term.Meaning))),
        ];
    }

    private ConstantEntry Selection(PlacedRow row, List<PlacedRow> all)
    {
        var isSized = row.Row[SelectionColumns.Unit].Length > 0;
        var unit = row.Row[SelectionColumns.Unit] switch
        {
            "cm" => SizeUnit.Centimeter,
            "sq cm" => SizeUnit.SquareCentimeter,
            _ => SizeUnit.None,
        };
        var addOn = all.FindIndex(other => Values.Keys(CodeSystem.Cpt, other.Row[SelectionColumns.AddOnTo]).Contains(row.Row.Key));
        return ConstantEntry.Of(
            row.Row[0],
            (ulong)row.Id,
            (ulong)_codes.SlotOf(row.Row.Key),
            (ulong)_techniques.IndexOf(Values.Normalize(row.Row[SelectionColumns.Technique])),
            (ulong)unit,
            isSized ? Thousandths(row.Row[SelectionColumns.Above], 0) : BookFormat.None,
            Thousandths(row.Row[SelectionColumns.UpTo], BookFormat.None),
            Thousandths(row.Row[SelectionColumns.EachAdditional], 0),
            addOn < 0 ? BookFormat.None : (ulong)addOn);
    }

    private ulong SitesOf(Row selection)
    {
        var group = _rows.Of(SectionKind.SiteGroups).FirstOrDefault(row =>
            row.Row[0] == selection[SelectionColumns.Technique] && row.Row[1] == selection[SelectionColumns.SiteGroup]);
        var sites = group is null ? [] : Values.Terms(group.Row[2]);
        return sites.Contains(SelectionColumns.AnySite) ? ulong.MaxValue : Mask(_sites, sites);
    }

    private IEnumerable<(TermKind Kind, string Text, int Row, ulong Meaning)> Terms()
    {
        var techniques = _rows.Of(SectionKind.Techniques).SelectMany(row =>
            Values.Terms(row.Row[0]).Select(term => (TermKind.Technique, term, row.Id, Mask(_techniques, Values.Terms(row.Row[1])))));
        var sites = _rows.Of(SectionKind.AnatomicSites).SelectMany(row =>
            Values.Terms(row.Row[0]).Select(term => (TermKind.AnatomicSite, term, row.Id, Mask(_sites, Values.Terms(row.Row[1])))));
        var payers = _rows.Of(SectionKind.PayerProfiles).SelectMany((row, number) =>
            Values.Terms(row.Row[1]).Append(Values.Normalize(row.Row[0])).Distinct().Select(term => (TermKind.Payer, term, row.Id, (ulong)number)));
        return techniques.Concat(sites).Concat(payers)
            .GroupBy(term => (term.Item1, term.term)).Select(same => same.First())
            .OrderBy(term => term.Item1)
            .ThenBy(term => Encoding.UTF8.GetBytes(term.term), Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
    }

    private static ulong Mask(List<string> names, IEnumerable<string> present) =>
        present.Select(name => names.IndexOf(name)).Where(bit => bit is >= 0 and < BookFormat.MaxMeanings).Aggregate(0ul, (mask, bit) => mask | (1ul << bit));

    private static List<string> Names(IEnumerable<string> names) =>
        [.. names.Select(Values.Normalize).Distinct().OrderBy(name => name, StringComparer.Ordinal)];

    private static ulong Thousandths(string text, ulong absent) => Values.TryThousandths(text, out var number) ? number : absent;
}
