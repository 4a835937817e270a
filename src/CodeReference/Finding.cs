namespace CodeReference;

/// <summary>Something that a rule has to say of a question, and what it rests on.</summary>
/// <param name="Rule">The rule's id: "LAT-01".</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="ModifierPositions">The modifiers that it is about, by their places on the line, from 0; empty when it is about none.</param>
/// <param name="Fix">What to do.</param>
/// <param name="Source">The authority.</param>
/// <param name="Citations">The rows that it rests on: the rule's first.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string Message,
    IReadOnlyList<int> ModifierPositions,
    string Fix,
    string Source,
    IReadOnlyList<Citation> Citations);
