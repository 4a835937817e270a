namespace CodeReference.Client;

/// <summary>The procedures that fit a query, and what is still needed to decide.</summary>
/// <remarks>Immutable. Lists may be made when they are first read.</remarks>
public sealed record SelectionAnswer
{
    /// <summary>Best first. Those that a criterion rules out stand here only when nothing fits better.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>The one procedure that meets every criterion; none when there is not exactly one.</summary>
    public required ProcedureCode Recommended { get; init; }

    /// <summary>The terms that the book knows: those of the fields, then those and the sizes of the narrative in its order.</summary>
    public required IReadOnlyList<ResolvedTerm> ResolvedTerms { get; init; }

    /// <summary>The terms of the fields that the book does not know, as given.</summary>
    public required IReadOnlyList<string> UnresolvedTerms { get; init; }

    /// <summary>The sides that are named; they decide no code.</summary>
    public required IReadOnlyList<SideMention> Sides { get; init; }

    /// <summary>The criteria that are not given and would decide between the candidates.</summary>
    public required IReadOnlyList<Criterion> Needed { get; init; }

    /// <summary>The criteria that are given in different ways, so that nothing was taken.</summary>
    public required IReadOnlyList<Criterion> Ambiguous { get; init; }

    /// <summary>What the operative report should hold; empty when no table says.</summary>
    public required IReadOnlyList<DocumentationElement> DocumentationElements { get; init; }

    /// <summary>What is to be said of the question itself.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The id of the edition that answered: 16 hexadecimal digits.</summary>
    public required string Edition { get; init; }

    internal static SelectionAnswer Of(ReferenceBook book, CodeSelection selection, bool full) => new()
    {
        Candidates = ViewRule.List(() => selection.Candidates.Select(candidate => Candidate.Of(candidate, full))),
        Recommended = selection.Recommended,
        ResolvedTerms = ViewRule.List(() => selection.ResolvedTerms.Select(term => term with { Citation = ViewRule.Citation(term.Citation, full) })),
        UnresolvedTerms = selection.UnresolvedTerms,
        Sides = ViewRule.List(() => selection.Sides.Select(side => side with { Citation = ViewRule.Citation(side.Citation, full) })),
        Needed = selection.Needed,
        Ambiguous = selection.Ambiguous,
        DocumentationElements = ViewRule.List(() => selection.DocumentationElements.Select(element =>
            element with { Source = full ? element.Source : "", Citation = ViewRule.Citation(element.Citation, full) })),
        Findings = ViewRule.List(() => selection.Findings.Select(finding => ViewRule.Finding(finding, full))),
        Edition = book.Edition.Id,
    };
}

/// <summary>A procedure that may be the one sought.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Candidate
{
    /// <summary>The procedure.</summary>
    public required ProcedureCode Procedure { get; init; }

    /// <summary>How well it fits.</summary>
    public required Match Match { get; init; }

    /// <summary>Technique, site and size, in this order.</summary>
    public required IReadOnlyList<CriterionResult> Criteria { get; init; }

    /// <summary>What is reported with it for the rest of the size; mostly empty.</summary>
    public required IReadOnlyList<AddOn> AddOns { get; init; }

    /// <summary>What a publication says it is; empty when none mentions it. <see cref="View.Full"/> only.</summary>
    public required string Description { get; init; }

    /// <summary>How that publication relates it to its own procedure. <see cref="View.Full"/> only.</summary>
    public required string Relationship { get; init; }

    /// <summary>What is wrong with what that publication says of it.</summary>
    public required IReadOnlyList<Advisory> Advisories { get; init; }

    /// <summary>The row of that publication; null when none mentions it.</summary>
    public required Citation? MentionedIn { get; init; }

    /// <summary>The row of the selection table.</summary>
    public required Citation Citation { get; init; }

    internal static Candidate Of(CodeReference.Candidate candidate, bool full) => new()
    {
        Procedure = candidate.Procedure,
        Match = candidate.Match,
        Criteria = [.. candidate.Criteria.Select(criterion => criterion with { Citation = ViewRule.Citation(criterion.Citation, full) })],
        AddOns = [.. candidate.AddOns.Select(addOn => addOn with { Citation = ViewRule.Citation(addOn.Citation, full) })],
        Description = ViewRule.Text(candidate.Description, full),
        Relationship = ViewRule.Text(candidate.Relationship, full),
        Advisories = ViewRule.Advisories(candidate.Advisories, full),
        MentionedIn = candidate.MentionedIn is { } row ? ViewRule.Citation(row, full) : null,
        Citation = ViewRule.Citation(candidate.Citation, full),
    };
}
