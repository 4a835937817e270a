namespace CodeReference;

/// <summary>Something that rules ask about and that neither the claim line nor the book has said.</summary>
/// <remarks>Immutable.</remarks>
public sealed record MissingInput
{
    /// <summary>What is missing.</summary>
    public required RuleInput Input { get; init; }

    /// <summary>The ids of the rules that could not run without it, those about modifiers first, each family in the order of the table.</summary>
    public required IReadOnlyList<string> Rules { get; init; }
}
