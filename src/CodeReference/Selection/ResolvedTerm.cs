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

/// <summary>What became of a term of a query.</summary>
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
/// <param name="Criterion">What it speaks of.</param>
/// <param name="Term">As given.</param>
/// <param name="Meanings">What it can mean, more than one leaving the question open; for a size the number and its unit, and nothing for a range.</param>
/// <param name="Use">What became of it.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="Start">Where it begins in the narrative, in UTF-16 units from 0; 0 in a field.</param>
/// <param name="Citation">The row that says so: for a size that of its unit.</param>
public sealed record ResolvedTerm(
    Criterion Criterion, string Term, IReadOnlyList<string> Meanings, TermUse Use, TermOrigin Origin, int Start, Citation Citation);

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
/// <param name="Side">Which side.</param>
/// <param name="Term">As given.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="Start">Where it begins in the narrative, in UTF-16 units from 0; 0 in a field.</param>
/// <param name="Citation">The row that says so.</param>
public sealed record SideMention(Side Side, string Term, TermOrigin Origin, int Start, Citation Citation);

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
/// <param name="Text">What.</param>
/// <param name="Status">Whether the narrative shows it.</param>
/// <param name="Source">The authority.</param>
/// <param name="Citation">The row of the documentation checklist.</param>
public sealed record DocumentationElement(BookText Text, ElementStatus Status, BookText Source, Citation Citation);
