using System.Text;
using CodeReference.Format;

namespace CodeReference;

/// <summary>Says what the rules of code selection have to say of a question. The rules are rows; their kinds are here.</summary>
internal readonly struct SelectionFindings(CodeSelection selection)
{
    private static readonly (Criterion Criterion, SizeUnit Unit, string Name)[] Asked =
    [
        (Criterion.Technique, SizeUnit.None, "technique"), (Criterion.Site, SizeUnit.None, "anatomic site"),
        (Criterion.Size, SizeUnit.Centimeter, "length"), (Criterion.Size, SizeUnit.SquareCentimeter, "area"),
    ];

    private readonly CodeSelection _selection = selection;
    private readonly List<Finding> _findings = [];

    public Finding[] All()
    {
        ref readonly var facts = ref _selection.Facts;
        ref readonly var given = ref _selection.Input;
        AddSize(SelectionRuleKind.SizeBetweenRanges, facts.Between);
        AddSize(SelectionRuleKind.SizeUnit, facts.OtherUnit);
        AddSize(SelectionRuleKind.SizeBelowRanges, facts.Below);
        if (given.Site.Standing == TermStatus.Between && (facts.Needed & SelectionInput.BitOf(Criterion.Site)) != 0)
        {
            AddSite();
        }

        foreach (var (criterion, unit, name) in Asked)
        {
            var bit = unit == SizeUnit.None ? SelectionInput.BitOf(criterion) : SelectionInput.BitOf(unit);
            if (unit == SizeUnit.None || (facts.Units & bit) != 0)
            {
                AddDifferent(SelectionRuleKind.AmbiguousNarrative, given.Ambiguous & ~given.Differing & bit, criterion, unit, name);
                AddDifferent(SelectionRuleKind.FieldsDiffer, given.Differing & bit, criterion, unit, name);
            }
        }

        return [.. _findings];
    }

    private void AddSize(SelectionRuleKind kind, int entry)
    {
        if (entry < 0)
        {
            return;
        }

        var book = _selection.Book;
        var selection = book.Tables.Selection.Slice(entry * BookFormat.Selection.Size, BookFormat.Selection.Size);
        var row = (int)selection[BookFormat.Selection.Row];
        Add(
            kind,
            "size",
            _selection.GivenSize((SizeUnit)selection[BookFormat.Selection.Unit]),
            Candidate.RangeOf(book, row),
            book.Cell(row, SelectionColumns.Technique).ToString(),
            [book.CitationOf(row)]);
    }

    private void AddSite()
    {
        var book = _selection.Book;
        var given = _selection.Input.Site;
        var term = _selection.ResolvedTerms.First(term => term.Criterion == Criterion.Site && term.Use == TermUse.Taken);
        Add(
            SelectionRuleKind.SiteBetweenGroups,
            "anatomic site",
            _selection.GivenSite,
            string.Join(" or ", SelectionTerms.MeaningsOf(book, Criterion.Site, given.Meanings)),
            "",
            [term.Citation]);
    }

    private void AddDifferent(SelectionRuleKind kind, int isSo, Criterion criterion, SizeUnit unit, string name)
    {
        if (isSo == 0)
        {
            return;
        }

        var terms = (criterion == Criterion.Size ? SelectionTerms.SizesIn(_selection, unit) : _selection.ResolvedTerms)
            .Where(term => term.Criterion == criterion && term.Use is TermUse.Differs)
            .ToList();
        var said = terms.Select(term => $"\"{term.Term}\"").Concat(kind == SelectionRuleKind.FieldsDiffer ? FieldsOf(unit) : []).Distinct(StringComparer.Ordinal);
        Add(kind, name, string.Join(", ", said), "", "", [.. terms.Select(term => term.Citation).Distinct()]);
    }

    private IEnumerable<string> FieldsOf(SizeUnit unit)
    {
        var query = _selection.Query;
        if (query.Size is { } size && query.Unit == unit)
        {
            yield return WoundSize.Of(size).ToText(unit) + " as the size";
        }

        if (unit == SizeUnit.None || query.Wounds.Count == 0)
        {
            yield break;
        }

        var sum = query.Wounds.Sum(wound => (decimal)wound.Length * (unit == SizeUnit.Centimeter ? 1 : (decimal)wound.Width));
        yield return WoundSize.Of(sum).ToText(unit) + " in the wounds";
    }

    private void Add(SelectionRuleKind kind, string criterion, string given, string stated, string technique, Citation[] citations)
    {
        var book = _selection.Book;
        var rules = book.Tables.SelectionRules;
        for (; rules.Length > 0; rules = rules[BookFormat.SelectionRule.Size..])
        {
            var row = (int)rules[BookFormat.SelectionRule.Row];
            if (rules[BookFormat.SelectionRule.Kind] != (uint)kind)
            {
                continue;
            }

            _findings.Add(new()
            {
                Rule = book.Cell(row, SelectionRuleColumns.SelectionRule).ToString(),
                Severity = (Severity)rules[BookFormat.SelectionRule.Severity],
                Message = Fill(book.Cell(row, SelectionRuleColumns.Message)),
                ModifierPositions = [],
                Fix = Fill(book.Cell(row, SelectionRuleColumns.Fix)),
                Source = book.Cell(row, SelectionRuleColumns.Source).ToString(),
                Citations = [book.CitationOf(row), .. citations],
            });
        }

        string Fill(BookText template)
        {
            var text = new StringBuilder();
            var parts = new TemplateReader(template.Utf8);
            while (parts.Read())
            {
                text.Append(Encoding.UTF8.GetString(parts.Text));
                text.Append(parts.HasPlace ? ValueOf(Encoding.UTF8.GetString(parts.Place)) ?? Encoding.UTF8.GetString(parts.Braces) : "");
            }

            return text.ToString();
        }

        string? ValueOf(string place) => place switch
        {
            "criterion" => criterion,
            "given" => given,
            "stated" => stated,
            "technique" => technique,
            _ => null,
        };
    }
}
