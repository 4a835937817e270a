namespace CodeReference.Client;

/// <summary>The codes that a text finds.</summary>
/// <param name="Results">The best first; no code twice; empty when nothing is found.</param>
/// <param name="Edition">The id of the edition that answered: 16 hexadecimal digits.</param>
public sealed record SearchAnswer(IReadOnlyList<FoundCode> Results, string Edition);

/// <summary>A code that a search found.</summary>
/// <param name="System">The system of the code.</param>
/// <param name="Code">The canonical code.</param>
/// <param name="Title">What the book calls it; empty when it has no title.</param>
/// <param name="Status">What the official source says of it.</param>
/// <param name="Match">What of it matches.</param>
public sealed record FoundCode(CodeSystem System, string Code, string Title, CodeStatus Status, SearchMatch Match);
