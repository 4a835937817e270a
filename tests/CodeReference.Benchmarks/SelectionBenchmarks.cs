using BenchmarkDotNet.Attributes;
using CodeReference.Data;

namespace CodeReference.Benchmarks;

/// <summary>Selecting a code: an adjacent tissue transfer of 8 sq cm on a forearm is 14020. Wanted: within 2 µs.</summary>
public class SelectionBenchmarks
{
    private readonly ReferenceBook _book = Book.Instance;
    private readonly SelectionQuery _query = new() { Technique = "adjacent tissue transfer", AnatomicSite = "forearm", Size = 8, Unit = SizeUnit.SquareCentimeter };
    private readonly SelectionQuery _first = new() { Technique = "adjacent tissue transfer", AnatomicSite = "forearm", Size = 8, Unit = SizeUnit.SquareCentimeter, MaxCandidates = 1 };

    [GlobalSetup]
    public void Setup()
    {
        AnswerCheck.Same(_book.SelectCode(_query).Recommended.ToString(), "14020", "recommended code");
        AnswerCheck.Same(_book.SelectCode(_first).Candidates.Count, 1, "candidates");
        WarmUp.Run(() => SelectCode(), () => SelectCodeOneCandidate());
    }

    [Benchmark]
    public CodeSelection SelectCode() => _book.SelectCode(_query);

    [Benchmark]
    public CodeSelection SelectCodeOneCandidate() => _book.SelectCode(_first);
}
