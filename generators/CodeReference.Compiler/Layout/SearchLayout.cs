using System.Text;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>
/// Collects for every code the words that it is searched by: those of its titles first, then those of all else that
/// publications and the taxonomy say of it, each word once.
/// </summary>
internal sealed class SearchLayout
{
    // By what CodeEntry calls a code, in its order.
    private static readonly (SectionKind Kind, int Column)[] OfficialTitles =
    [
        (SectionKind.OfficialTaxonomies, ColumnOf(SectionKind.OfficialTaxonomies, "Display Name")),
        (SectionKind.OfficialDiagnoses, ColumnOf(SectionKind.OfficialDiagnoses, "Official Title")),
        (SectionKind.OfficialModifiers, ColumnOf(SectionKind.OfficialModifiers, "Official Title")),
        (SectionKind.OfficialPlacesOfService, ColumnOf(SectionKind.OfficialPlacesOfService, "Name")),
        (SectionKind.OfficialTitles, ColumnOf(SectionKind.OfficialTitles, "Official Title")),
        (SectionKind.PlacesOfService, ColumnOf(SectionKind.PlacesOfService, "Name")),
        (SectionKind.ModifierRegistry, ColumnOf(SectionKind.ModifierRegistry, "Title")),
    ];

    private static readonly (SectionKind Kind, int Column)[] Titles =
    [
        (SectionKind.Title, 0),
        .. OfficialTitles,
        (SectionKind.OfficialModifiers, ColumnOf(SectionKind.OfficialModifiers, "Short Title")),
    ];

    private static readonly int[] TaxonomyTexts =
    [
        ColumnOf(SectionKind.OfficialTaxonomies, "Grouping"),
        ColumnOf(SectionKind.OfficialTaxonomies, "Classification"),
        ColumnOf(SectionKind.OfficialTaxonomies, "Specialization"),
    ];

    private readonly RowLayout _rows;
    private readonly TextPool _text;
    private readonly WordTable _words = new();
    private readonly SearchPostings _postings;
    private readonly ulong[] _titleLengths;
    private readonly List<int> _read = [];
    private readonly List<int> _lastSlots = [];

    public SearchLayout(RowLayout rows, CodeLayout codes, TextPool text)
    {
        _rows = rows;
        _text = text;
        _postings = new(_words, codes.Keys.Count);
        _titleLengths = new ulong[codes.Keys.Count];
        for (var slot = 0; slot < _titleLengths.Length; slot++)
        {
            var mentions = codes.Mentions(codes.Keys[slot]);
            var title = TitleOf(mentions);
            _titleLengths[slot] = (ulong)Math.Min(Encoding.UTF8.GetByteCount(title), BookFormat.MaxTitleLength);
            Add(title, slot, isTitle: true);
            AddTitles(mentions, slot);
            AddTexts(mentions, slot);
        }
    }

    public IEnumerable<ConstantTable> Tables() =>
        [.. _postings.Tables(_text), ConstantTable.Of(BookTable.SearchTitleLengths, _titleLengths)];

    // As CodeEntry.Title has it.
    private static string TitleOf(IReadOnlyList<PlacedRow> mentions)
    {
        if (TextOf(mentions, SectionKind.Title, 0) is { } subject)
        {
            return subject;
        }

        if (TextOf(mentions, SectionKind.ModifierRegistry, ColumnOf(SectionKind.ModifierRegistry, "Title")) is { } registered)
        {
            return registered;
        }

        foreach (var mention in mentions)
        {
            if (mention.Publication >= 0)
            {
                return mention.Row[1];
            }
        }

        foreach (var (kind, column) in OfficialTitles)
        {
            if (TextOf(mentions, kind, column) is { } official)
            {
                return IsTitle(official) ? official : "";
            }
        }

        return "";
    }

    private static string? TextOf(IReadOnlyList<PlacedRow> mentions, SectionKind kind, int column)
    {
        foreach (var mention in mentions)
        {
            if (mention.Section == kind)
            {
                return mention.Row[column];
            }
        }

        return null;
    }

    private void AddTitles(IReadOnlyList<PlacedRow> mentions, int slot)
    {
        foreach (var mention in mentions)
        {
            foreach (var (kind, column) in Titles)
            {
                if (mention.Section == kind && IsTitle(mention.Row[column]))
                {
                    Add(mention.Row[column], slot, isTitle: true);
                }
            }
        }
    }

    private void AddTexts(IReadOnlyList<PlacedRow> mentions, int slot)
    {
        foreach (var mention in mentions)
        {
            if (mention.Section == SectionKind.Title)
            {
                AddProse(mention, slot);
            }
            else if (mention.Publication >= 0 || mention.Section == SectionKind.OfficialTaxonomies)
            {
                var columns = mention.Publication >= 0 ? Enumerable.Range(1, mention.Row.Cells.Count - 1) : TaxonomyTexts;
                foreach (var column in columns)
                {
                    Add(mention.Row[column], slot, isTitle: false);
                }
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
                Add(row.Row[0], slot, isTitle: false);
            }
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

    // A table of official titles says so of a code that has none.
    private static bool IsTitle(string text) => text != "none";

    private static int ColumnOf(SectionKind kind, string header) => TableSchema.Of(kind).IndexOf(header);
}
