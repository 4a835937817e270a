namespace CodeReference;

/// <summary>What decides between codes.</summary>
public enum Criterion
{
    /// <summary>None: the default.</summary>
    None = 0,

    /// <summary>How the wound was closed.</summary>
    Technique = 1,

    /// <summary>Where on the body.</summary>
    Site = 2,

    /// <summary>How long or how large.</summary>
    Size = 3,
}

/// <summary>Whether a code's criterion holds.</summary>
public enum CriterionOutcome
{
    /// <summary>None: the default.</summary>
    None = 0,

    /// <summary>What is given fits what the code requires.</summary>
    Met = 1,

    /// <summary>What is given rules the code out.</summary>
    NotMet = 2,

    /// <summary>The code does not depend on it.</summary>
    NotStated = 3,

    /// <summary>It is not given, or not so that it decides.</summary>
    NotGiven = 4,
}

/// <summary>How well a code fits.</summary>
public enum Match
{
    /// <summary>No match is stated: the default.</summary>
    Unspecified = 0,

    /// <summary>All that the code requires is met.</summary>
    Full = 1,

    /// <summary>No criterion is unmet, and at least one is not given.</summary>
    Partial = 2,

    /// <summary>At least one criterion is not met.</summary>
    None = 3,
}

/// <summary>One criterion of a candidate.</summary>
/// <remarks>Immutable.</remarks>
public sealed record CriterionResult
{
    /// <summary>Which one.</summary>
    public required Criterion Criterion { get; init; }

    /// <summary>Whether it holds.</summary>
    public required CriterionOutcome Outcome { get; init; }

    /// <summary>What the code requires; empty when it requires nothing.</summary>
    public required string Stated { get; init; }

    /// <summary>What was taken of what the query gives, in its own words, a size as a number and a unit; empty when nothing.</summary>
    public required string Given { get; init; }

    /// <summary>The row that states it: of the site group for the site, else of the selection table.</summary>
    public required Citation Citation { get; init; }
}
