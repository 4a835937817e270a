using System.Text;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>Lays out the vocabularies: each term as its words, what it can mean, and by which first word a narrative finds it.</summary>
internal sealed class TermLayout
{
    private const int LeastCells = 2;

    private readonly List<Term> _terms;
    private readonly TextPool _text;

    public TermLayout(RowLayout rows, SelectionLayout selection, TextPool text)
    {
        _text = text;
        IEnumerable<Term> all =
        [
            .. rows.Of(SectionKind.Techniques).SelectMany(row => Terms(
                TermKind.Technique, row, TechniqueColumns.Terms, selection.TechniquesOf(row.Row[TechniqueColumns.Techniques]), isBetween: false)),
            .. rows.Of(SectionKind.AnatomicSites).SelectMany(row => Terms(
                TermKind.AnatomicSite, row, AnatomicSiteColumns.Terms, selection.SitesOf(row.Row[AnatomicSiteColumns.Sites]),
                isBetween: row.Row[AnatomicSiteColumns.Standing] == AnatomicSiteColumns.Between)),
            .. rows.Of(SectionKind.PayerProfiles).SelectMany((row, number) => Payer(row, (ulong)number)),
            .. rows.Of(SectionKind.NarrativeWords).SelectMany(row => Terms(
                TermKind.Narrative, row, NarrativeWordColumns.Phrases,
                (ulong)Array.IndexOf(CellValues.NarrativeWords, row.Row[NarrativeWordColumns.Role]), isBetween: false)),
            .. rows.Of(SectionKind.DocumentationChecklist).Take(BookFormat.MaxMeanings).SelectMany((row, bit) => Terms(
                TermKind.Cue, row, ChecklistColumns.Cues, 1ul << bit, isBetween: false)),
        ];
        _terms =
        [
            .. all.GroupBy(term => (term.Kind, term.Text))
                // One phrase may show several elements; what else stands twice, the checks have said.
                .Select(same => same.Key.Kind == TermKind.Cue ? same.First() with { Meaning = same.Aggregate(0ul, (mask, term) => mask | term.Meaning) } : same.First())
                .OrderBy(term => term.Kind)
                .ThenBy(term => term.Bytes, Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right))),
        ];
    }

    public IEnumerable<ConstantTable> Tables()
    {
        var phrases = _terms.Select((term, number) => (term, number)).Where(phrase => phrase.term.Kind != TermKind.Payer)
            .GroupBy(phrase => phrase.term.FirstWord)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (Word: same.Key, Terms: same.OrderByDescending(phrase => phrase.term.Bytes.Length).ThenBy(phrase => phrase.number).Select(phrase => phrase.number).ToList()))
            .ToList();
        return
        [
            ConstantTable.Of(BookTable.Terms, _terms.Select(term => ConstantEntry.Of(
                term.Text, (ulong)term.Kind, _text.Add(term.Text), (ulong)term.Row, (ulong)term.Standing))),
            ConstantTable.Of(BookTable.TermMeanings, _terms.Select(term => ConstantEntry.Of(term.Text, term.Meaning))),
            ConstantTable.Of(BookTable.PhraseCells, Cells(phrases)),
            ConstantTable.Of(BookTable.Phrases, phrases.SelectMany(phrase => phrase.Terms.Select((number, place) => ConstantEntry.Of(
                _terms[number].Text, (uint)number | (place == phrase.Terms.Count - 1 ? PhraseIndex.Last : 0))))),
        ];
    }

    private static ulong[] Cells(List<(string Word, List<int> Terms)> phrases)
    {
        var size = LeastCells;
        while (size < phrases.Count * 2)
        {
            size *= 2;
        }

        var cells = new ulong[size];
        var first = 0ul;
        foreach (var (word, terms) in phrases)
        {
            var cell = PhraseIndex.Home(Encoding.UTF8.GetBytes(word), size);
            while (cells[cell] != 0)
            {
                cell = (cell + 1) & (size - 1);
            }

            cells[cell] = first + 1;
            first += (ulong)terms.Count;
        }

        return cells;
    }

    private static IEnumerable<Term> Terms(TermKind kind, PlacedRow row, int column, ulong meaning, bool isBetween)
    {
        var standing = isBetween ? TermStatus.Between
            : kind is TermKind.Technique or TermKind.AnatomicSite && (meaning & (meaning - 1)) != 0 ? TermStatus.Open
            : TermStatus.Exact;
        // A cue in braces is a fact that no phrase shows.
        return CellValues.Terms(row.Row[column]).Where(term => term.IndexOf('{') < 0).Select(CellValues.Phrase).Where(phrase => phrase.Length > 0)
            .Select(phrase => new Term(kind, phrase, row.Id, meaning, standing));
    }

    private static IEnumerable<Term> Payer(PlacedRow row, ulong number) =>
        CellValues.Phrases(row.Row[PayerColumns.Terms]).Append(CellValues.Phrase(row.Row[PayerColumns.Payer])).Where(phrase => phrase.Length > 0).Distinct()
            .Select(phrase => new Term(TermKind.Payer, phrase, row.Id, number, TermStatus.Exact));

    private sealed record Term(TermKind Kind, string Text, int Row, ulong Meaning, TermStatus Standing)
    {
        public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Text);

        public string FirstWord => Text.Split(' ')[0];
    }
}
