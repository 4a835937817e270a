using BenchmarkDotNet.Attributes;

namespace CodeReference.Benchmarks.National;

/// <summary>Searching the national book, twenty results. The answers are checked by a scan of all titles: a hit has every word.</summary>
public class SearchBenchmarks
{
    private ReferenceBook _book = null!;

    /// <summary>Beginnings of codes and of words, common and rare.</summary>
    [Params("s41.0", "1402", "fracture", "lac forearm init", "type 2 diabetes mellitus", "con pro int", "a b")]
    public string Query { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _book = NationalBook.Load();
        var hits = _book.SearchCodes(Query);
        AnswerCheck.Same(hits.Length > 0, true, $"{Query} finds something");
        foreach (var hit in hits.Where(hit => hit.Match == SearchMatch.Title))
        {
            var title = string.Join(' ', hit.Entry.Appearances.Select(appearance => $"{appearance.Description}").Prepend($"{hit.Entry.Title} {hit.Entry.OfficialTitle}"));
            var words = title.Split([' ', ',', '-', '(', ')', '/', '.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
            AnswerCheck.Same(Query.Split(' ').All(part => words.Any(word => word.StartsWith(part, StringComparison.OrdinalIgnoreCase))), true, $"{Query} finds \"{title}\"");
        }
    }

    [Benchmark]
    public SearchResult[] Search() => _book.SearchCodes(Query);
}
