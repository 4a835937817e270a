namespace CodeReference;

/// <summary>Where in a query a term stands.</summary>
public enum TermOrigin
{
    /// <summary>None: the default.</summary>
    None = 0,

    /// <summary>In the field of its criterion.</summary>
    Field = 1,

    /// <summary>In the narrative.</summary>
    Narrative = 2,
}

/// <summary>How a term of a query was used.</summary>
public enum TermUse
{
    /// <summary>None: the default.</summary>
    None = 0,

    /// <summary>It was compared with the codes.</summary>
    Taken = 1,

    /// <summary>The narrative denies it: "no flap".</summary>
    Negated = 2,

    /// <summary>It is not the size of a wound: a margin, a bound, a range, or a secondary defect without its primary one.</summary>
    NotTheSize = 3,

    /// <summary>A more exact term stands beside it.</summary>
    LessExact = 4,

    /// <summary>Another value of the same criterion stands beside it, so that neither was taken.</summary>
    Differs = 5,
}

/// <summary>A term of the query that the book knows, or a size that a narrative states.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ResolvedTerm
{
    /// <summary>What it speaks of.</summary>
    public required Criterion Criterion { get; init; }

    /// <summary>As given.</summary>
    public required string Term { get; init; }

    /// <summary>What it can mean, more than one leaving the question open; for a size the number and its unit, and nothing for a range.</summary>
    public required IReadOnlyList<string> Meanings { get; init; }

    /// <summary>How it was used.</summary>
    public required TermUse Use { get; init; }

    /// <summary>Where it stands.</summary>
    public required TermOrigin Origin { get; init; }

    /// <summary>Where it begins in the narrative, in UTF-16 units from 0; 0 in a field.</summary>
    public required int Start { get; init; }

    /// <summary>The row that says so: for a size that of its unit.</summary>
    public required Citation Citation { get; init; }
}

/// <summary>A side of the body.</summary>
public enum Side
{
    /// <summary>None: the default.</summary>
    None = 0,

    /// <summary>The left side.</summary>
    Left = 1,

    /// <summary>The right side.</summary>
    Right = 2,

    /// <summary>Both sides.</summary>
    Bilateral = 3,
}

/// <summary>A side that the query names. It selects no code, and says which modifier the line may need.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SideMention
{
    /// <summary>Which side.</summary>
    public required Side Side { get; init; }

    /// <summary>As given.</summary>
    public required string Term { get; init; }

    /// <summary>Where it stands.</summary>
    public required TermOrigin Origin { get; init; }

    /// <summary>Where it begins in the narrative, in UTF-16 units from 0; 0 in a field.</summary>
    public required int Start { get; init; }

    /// <summary>The row that says so.</summary>
    public required Citation Citation { get; init; }
}

/// <summary>Whether a narrative shows a documentation element.</summary>
public enum ElementStatus
{
    /// <summary>None: the default.</summary>
    None = 0,

    /// <summary>The narrative speaks of it; whether it says enough is for a person to see.</summary>
    Shown = 1,

    /// <summary>Nothing in the narrative speaks of it.</summary>
    NotShown = 2,

    /// <summary>There is no narrative to look in.</summary>
    NotGiven = 3,
}

/// <summary>Something that the operative report should hold.</summary>
/// <remarks>Immutable.</remarks>
public sealed record DocumentationElement
{
    /// <summary>What.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the narrative shows it.</summary>
    public required ElementStatus Status { get; init; }

    /// <summary>The authority; empty in an answer of the basic view.</summary>
    public required string Source { get; init; }

    /// <summary>The row of the documentation checklist.</summary>
    public required Citation Citation { get; init; }
}
