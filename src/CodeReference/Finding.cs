namespace CodeReference;

/// <summary>Something that a rule has to say of a question, and what it rests on.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Finding
{
    /// <summary>The rule's id: "LAT-01".</summary>
    public required string Rule { get; init; }

    /// <summary>How much it weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The modifiers that it is about, by their places on the line, from 0; empty when it is about none.</summary>
    public required IReadOnlyList<int> ModifierPositions { get; init; }

    /// <summary>What to do.</summary>
    public required string Fix { get; init; }

    /// <summary>The authority.</summary>
    public required string Source { get; init; }

    /// <summary>The rows that it rests on: the rule's first.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }
}
