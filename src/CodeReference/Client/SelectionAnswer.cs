namespace CodeReference.Client;

/// <summary>The procedures that fit a query, and what is still needed to decide.</summary>
/// <remarks>Immutable. Lists may be made when they are first read.</remarks>
public sealed record SelectionAnswer
{
    /// <summary>Best first. Those that a criterion rules out stand here only when nothing fits better.</summary>
    public required IReadOnlyList<SelectionCandidate> Candidates { get; init; }

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
    public required IReadOnlyList<ElementToDocument> DocumentationElements { get; init; }

    /// <summary>What is to be said of the question itself.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The id of the edition that answered: 16 hexadecimal digits.</summary>
    public required string Edition { get; init; }
}

/// <summary>A procedure that may be the one sought.</summary>
/// <param name="Procedure">The procedure.</param>
/// <param name="Match">How well it fits.</param>
/// <param name="Criteria">Technique, site and size, in this order.</param>
/// <param name="AddOns">What is reported with it for the rest of the size; mostly empty.</param>
/// <param name="Description">What a publication says it is; empty when none mentions it. <see cref="View.Full"/> only.</param>
/// <param name="Relationship">How that publication relates it to its own procedure. <see cref="View.Full"/> only.</param>
/// <param name="Advisories">What is wrong with what that publication says of it.</param>
/// <param name="MentionedIn">The row of that publication; null when none mentions it.</param>
/// <param name="Citation">The row of the selection table.</param>
public sealed record SelectionCandidate(
    ProcedureCode Procedure,
    Match Match,
    IReadOnlyList<CriterionResult> Criteria,
    IReadOnlyList<AddOn> AddOns,
    string Description,
    string Relationship,
    IReadOnlyList<Advisory> Advisories,
    Citation? MentionedIn,
    Citation Citation);

/// <summary>Something that the operative report should hold.</summary>
/// <param name="Text">What.</param>
/// <param name="Status">Whether the narrative shows it.</param>
/// <param name="Source">The authority. <see cref="View.Full"/> only.</param>
/// <param name="Citation">The row of the documentation checklist.</param>
public sealed record ElementToDocument(string Text, ElementStatus Status, string Source, Citation Citation);
