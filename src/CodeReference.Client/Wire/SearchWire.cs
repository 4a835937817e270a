namespace CodeReference.Client;

/// <summary>Searches for codes.</summary>
internal static class SearchWire
{
    public static Wire.SearchCodesRequest ToMessage(
        string text, IReadOnlyCollection<CodeSystem>? systems, int maxResults, string edition) => new()
        {
            Query = text ?? "",
            Systems = { (systems ?? []).Select(system => (Wire.CodeSystem)system) },
            MaxResults = maxResults,
            Edition = edition,
        };

    public static CodeSystem[] SystemsOf(Wire.SearchCodesRequest request) => [.. request.Systems.Select(system => (CodeSystem)system)];

    public static Wire.SearchCodesResponse ToMessage(SearchAnswer answer) => new()
    {
        Results = { answer.Results.Select(ToMessage) },
        Edition = answer.Edition,
    };

    public static SearchAnswer FromMessage(Wire.SearchCodesResponse response) => new()
    {
        Results = WireValues.List(response.Results, FromMessage),
        Edition = response.Edition,
    };

    private static Wire.SearchResult ToMessage(SearchResult result) => new()
    {
        System = (Wire.CodeSystem)result.System,
        Code = result.Code,
        Title = result.Title,
        Status = (Wire.CodeStatus)result.Status,
        Match = (Wire.SearchMatch)result.Match,
    };

    private static SearchResult FromMessage(Wire.SearchResult result) => new()
    {
        System = (CodeSystem)result.System,
        Code = result.Code,
        Title = result.Title,
        Status = (CodeStatus)result.Status,
        Match = (SearchMatch)result.Match,
    };
}
