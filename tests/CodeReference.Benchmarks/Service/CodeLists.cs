namespace CodeReference.Benchmarks.Service;

/// <summary>The codes that are asked for.</summary>
internal static class CodeLists
{
    /// <summary>Every code of a book by which it is found without naming a system, each once.</summary>
    public static string[] All(ReferenceBook book) =>
    [
        .. Enum.GetValues<CodeSystem>().Where(system => system != CodeSystem.None)
            .SelectMany(system => Enumerable.Range(0, book.CodesOf(system).Count).Select(place => book.CodesOf(system)[place].Code))
            .Distinct(StringComparer.Ordinal),
    ];
}
