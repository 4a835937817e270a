using System.Text;
using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>
/// Collects for every code the words that it is searched by: those of its titles first, then those of all else that
/// publications and the taxonomy say of it, each word once.
/// </summary>
internal sealed class SearchLayout
{
    private static readonly int[] TaxonomyTexts =
    [
        OfficialTaxonomyColumns.Grouping,
        OfficialTaxonomyColumns.Classification,
        OfficialTaxonomyColumns.Specialization,
    ];

    private readonly RowLayout _rows;
    private readonly TextPool _text;
    private readonly WordTable _words = new();
    private readonly SearchPostings _postings;
    private readonly ulong[] _titleLengths;
    private readonly List<int> _read = [];
    private readonly List<int> _lastSlots = [];

    public SearchLayout(SettledBook settled, RowLayout rows, CodeLayout codes, TextPool text)
    {
        _rows = rows;
        _text = text;
        _postings = new(_words, codes.Keys.Count);
        _titleLengths = new ulong[codes.Keys.Count];
        for (var slot = 0; slot < _titleLengths.Length; slot++)
        {
            var mentions = codes.Mentions(codes.Keys[slot]);
            var title = codes.TitleRowOf(codes.Keys[slot]) is { } row ? row.Row[TitleColumns.Of(row.Section)] : "";
            _titleLengths[slot] = (ulong)Math.Min(Encoding.UTF8.GetByteCount(title), BookFormat.MaxTitleLength);
            Add(title, slot, isTitle: true);
            var periods = settled.Of(CodeKey.SystemOf(codes.Keys[slot])).PeriodsOf(codes.Keys[slot]);
            AddTitles(mentions, periods, slot);
            AddTexts(mentions, periods, slot);
        }
    }

    public IEnumerable<ConstantTable> Tables() =>
        [.. _postings.Tables(_text), ConstantTable.Of(BookTable.SearchTitleLengths, _titleLengths)];

    private void AddTitles(IReadOnlyList<PlacedRow> mentions, EquatableArray<CodePeriod> periods, int slot)
    {
        foreach (var mention in mentions)
        {
            if (mention.Section is SectionKind.Title or SectionKind.ModifierRegistry)
            {
                Add(mention.Row[TitleColumns.Of(mention.Section)], slot, isTitle: true);
            }
        }

        foreach (var period in periods)
        {
            Add(period.Title, slot, isTitle: true);
            if (period.Titled is { Kind: SectionKind.OfficialModifiers } titled)
            {
                Add(titled.Row[OfficialModifierColumns.ShortTitle], slot, isTitle: true);
            }
        }
    }

    private void AddTexts(IReadOnlyList<PlacedRow> mentions, EquatableArray<CodePeriod> periods, int slot)
    {
        foreach (var mention in mentions)
        {
            if (mention.Section == SectionKind.Title)
            {
                AddProse(mention, slot);
            }
            else if (mention.Publication >= 0)
            {
                Add(mention.Row, Enumerable.Range(1, mention.Row.Cells.Count - 1), slot);
            }
        }

        foreach (var period in periods)
        {
            if (period.Official.Kind == SectionKind.OfficialTaxonomies)
            {
                Add(period.Official.Row, TaxonomyTexts, slot);
            }
        }
    }

    // The rows of a publication follow its title; those of its tables are about other codes.
    private void AddProse(PlacedRow title, int slot)
    {
        for (var id = title.Id; id < _rows.Rows.Count && _rows.Rows[id] is var row && row.Publication == title.Publication; id++)
        {
            if (row.Row.Key == 0)
            {
                Add(row.Row[ProseColumns.Text], slot, isTitle: false);
            }
        }
    }

    private void Add(Row row, IEnumerable<int> columns, int slot)
    {
        foreach (var column in columns)
        {
            Add(row[column], slot, isTitle: false);
        }
    }

    private void Add(string text, int slot, bool isTitle)
    {
        _read.Clear();
        _words.Read(text, _read);
        foreach (var word in _read)
        {
            while (word >= _lastSlots.Count)
            {
                _lastSlots.Add(-1);
            }

            if (_lastSlots[word] != slot)
            {
                _lastSlots[word] = slot;
                _postings.Add(word, slot, isTitle);
            }
        }
    }
}
