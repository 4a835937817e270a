namespace CodeReference.Client;

/// <summary>The codes that a text finds.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SearchAnswer
{
    /// <summary>The best first; no code twice; empty when nothing is found.</summary>
    public required IReadOnlyList<SearchResult> Results { get; init; }

    /// <summary>The id of the edition that answered: 16 hexadecimal digits.</summary>
    public required string Edition { get; init; }
}

/// <summary>A code that a search found.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SearchResult
{
    /// <summary>The system of the code.</summary>
    public required CodeSystem System { get; init; }

    /// <summary>The canonical code.</summary>
    public required string Code { get; init; }

    /// <summary>What the book calls it; empty when it has no title.</summary>
    public required string Title { get; init; }

    /// <summary>What the official source says of it.</summary>
    public required CodeStatus Status { get; init; }

    /// <summary>What of it matches.</summary>
    public required SearchMatch Match { get; init; }

    internal static SearchResult Of(CodeReference.SearchResult result) => new()
    {
        System = result.Entry.System,
        Code = result.Entry.Code,
        Title = result.Entry.Title.ToString(),
        Status = result.Entry.Status,
        Match = result.Match,
    };
}
