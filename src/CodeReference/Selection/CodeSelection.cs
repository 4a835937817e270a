using System.Numerics;
using CodeReference.Format;

namespace CodeReference;

/// <summary>The codes that a query selects, and why. All but the ranking is read from the book when it is asked for.</summary>
/// <remarks>Immutable: what is asked for twice is the same.</remarks>
public sealed class CodeSelection
{
    /// <summary>In thousandths: ranges are published to one decimal, "10 or less" and "10.1 to 30.0".</summary>
    internal const uint PublishedStep = 100;

    private static readonly Criterion[] Every = [Criterion.Technique, Criterion.Site, Criterion.Size];

    private readonly Candidate[] _candidates;
    private readonly CandidateSummary _facts;
    private readonly SelectionInput _input;

    internal CodeSelection(BookReader book, SelectionQuery query, in SelectionInput input, in CandidateSummary facts, ProcedureCode recommended, int candidates)
    {
        Book = book;
        Query = query;
        _input = input;
        _facts = facts;
        _candidates = new Candidate[candidates];
        Recommended = recommended;
    }

    /// <summary>Best first. Codes that a criterion rules out stand here only when nothing fits better, and then those that one criterion alone rules out and most of the others meet.</summary>
    public IReadOnlyList<Candidate> Candidates => _candidates;

    /// <summary>The one code that meets every criterion; none when there is not exactly one.</summary>
    public ProcedureCode Recommended { get; }

    /// <summary>The terms that the book knows: those of the fields, then those and the sizes of the narrative in its order.</summary>
    public IReadOnlyList<ResolvedTerm> ResolvedTerms => field ??= SelectionTerms.Resolved(this);

    /// <summary>The terms of the fields that the book does not know, as given.</summary>
    public IReadOnlyList<string> UnresolvedTerms => field ??= SelectionTerms.Unresolved(this);

    /// <summary>The sides that are named; they decide no code.</summary>
    public IReadOnlyList<SideMention> Sides => field ??= SelectionTerms.Sides(this);

    /// <summary>The criteria that are not given and would decide between the candidates.</summary>
    public IReadOnlyList<Criterion> Needed => field ??= [.. Every.Where(criterion => (_facts.Needed & (1 << (int)criterion)) != 0)];

    /// <summary>The criteria that are given in different ways, so that nothing was taken. Resolved terms that differ say in which.</summary>
    public IReadOnlyList<Criterion> Ambiguous => field ??= [.. Every.Where(IsAmbiguous)];

    /// <summary>What the operative report should hold for the technique, or for every technique that is open; empty when no table says.</summary>
    public IReadOnlyList<DocumentationElement> DocumentationElements => field ??= ElementsOf(_facts.Techniques);

    /// <summary>What is to be said of the question itself, in the order of the rules.</summary>
    public IReadOnlyList<Finding> Findings => field ??= new SelectionFindings(this).All();

    internal BookReader Book { get; }

    internal SelectionQuery Query { get; }

    internal ref readonly SelectionInput Input => ref _input;

    internal ref readonly CandidateSummary Facts => ref _facts;

    /// <summary>The technique that was taken, as given; empty when none was.</summary>
    internal string GivenTechnique => GivenTerm(Criterion.Technique, Query.Technique, _input.TechniqueTerm, _input.Technique);

    /// <summary>The site that was taken, as given; empty when none was.</summary>
    internal string GivenSite => GivenTerm(Criterion.Site, Query.AnatomicSite, _input.SiteTerm, _input.Site);

    /// <summary>The size that a code of a unit is compared with: that in its unit, else the other one.</summary>
    internal string GivenSize(SizeUnit unit)
    {
        var other = unit == SizeUnit.Centimeter ? SizeUnit.SquareCentimeter : SizeUnit.Centimeter;
        return _input.SizeIn(unit) is { IsGiven: true } size ? size.ToText(unit)
            : _input.SizeIn(other) is { IsGiven: true } given ? given.ToText(other)
            : "";
    }

    internal void Set(int place, Candidate candidate) => _candidates[place] = candidate;

    private bool IsAmbiguous(Criterion criterion) => criterion switch
    {
        Criterion.Technique => _input.Technique.IsAmbiguous,
        Criterion.Site => _input.Site.IsAmbiguous,
        _ => (_input.IsLengthOpen && (_facts.Units & SelectionInput.BitOf(SizeUnit.Centimeter)) != 0)
            || (_input.IsAreaOpen && (_facts.Units & SelectionInput.BitOf(SizeUnit.SquareCentimeter)) != 0),
    };

    private string GivenTerm(Criterion criterion, string field, int term, TermValue value)
    {
        if (!value.IsGiven || (term >= 0 && TermValue.Of(Book, term) == value))
        {
            return value.IsGiven ? field.Trim() : "";
        }

        foreach (var mention in _input.Narrative!.Mentions)
        {
            if (mention.Criterion == criterion && mention.Use == TermUse.Taken && TermValue.Of(Book, mention.Term) == value)
            {
                return Query.Narrative[mention.Start..mention.End];
            }
        }

        // A field and the narrative narrow each other.
        return field.Trim();
    }

    private DocumentationElement[] ElementsOf(ulong techniques)
    {
        var checklist = Book.Tables.Checklist;
        var facts = _input.Narrative?.Facts ?? ElementFact.None;
        var elements = new List<DocumentationElement>();
        for (var i = 0; i < checklist.Length / BookFormat.Checklist.Size; i++)
        {
            var element = checklist.Slice(i * BookFormat.Checklist.Size, BookFormat.Checklist.Size);
            if (techniques == 0 || (techniques & ~element[BookFormat.Checklist.Techniques]) != 0)
            {
                continue;
            }

            var isShown = (_input.Narrative?.Shown >> i & 1) == 1 || ((ElementFact)element[BookFormat.Checklist.Facts] & facts) != 0;
            var row = (int)element[BookFormat.Checklist.Row];
            elements.Add(new()
            {
                Text = Book.Cell(row, ChecklistColumns.Element).ToString(),
                Status = _input.Narrative is null ? ElementStatus.NotGiven : isShown ? ElementStatus.Shown : ElementStatus.NotShown,
                Source = Book.Cell(row, ChecklistColumns.Source).ToString(),
                Citation = Book.CitationOf(row),
            });
        }

        return [.. elements];
    }
}
