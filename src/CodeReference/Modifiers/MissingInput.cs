namespace CodeReference;

/// <summary>Something that rules ask about and that neither the claim line nor the book has said.</summary>
/// <param name="Input">What is missing.</param>
/// <param name="Rules">The ids of the rules that could not run without it, in the order of the rule table.</param>
public sealed record MissingInput(RuleInput Input, IReadOnlyList<string> Rules);
