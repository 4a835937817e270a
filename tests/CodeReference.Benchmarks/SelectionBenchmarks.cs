using System.Text;
using BenchmarkDotNet.Attributes;
using CodeReference.Data;

namespace CodeReference.Benchmarks;

/// <summary>
/// Selecting a code: an adjacent tissue transfer of 8 sq cm on a forearm is 14020. Promised: from fields within 2 µs, from
/// a narrative of 1 KB within 20 µs.
/// </summary>
public class SelectionBenchmarks
{
    private const int NarrativeBytes = 1024;

    private readonly ReferenceBook _book = Book.Instance;
    private readonly SelectionQuery _fields = new() { Technique = "adjacent tissue transfer", AnatomicSite = "forearm", Size = 8, Unit = SizeUnit.SquareCentimeter };
    private readonly SelectionQuery _open = new() { Technique = "repair", AnatomicSite = "forearm" };
    private SelectionQuery _narrative = null!;

    [GlobalSetup]
    public void Setup()
    {
        // The publication's own clinical context, and what any report says at length to make it 1 KB.
        var context = Book.Instance.Publications[0].ClinicalContext.ToString();
        const string Routine = " The patient was placed supine, the skin was prepared with chlorhexidine and draped in the usual sterile fashion, and the count of instruments was correct.";
        var narrative = new StringBuilder(context);
        while (Encoding.UTF8.GetByteCount(narrative.ToString()) < NarrativeBytes)
        {
            narrative.Append(Routine);
        }

        _narrative = new() { Narrative = narrative.ToString()[..NarrativeBytes] };
        AnswerCheck.Same(_book.SelectCode(_fields).Recommended.ToString(), "14020", "recommended code of the fields");
        AnswerCheck.Same(_book.SelectCode(_narrative).Recommended.ToString(), "14020", "recommended code of the narrative");
        AnswerCheck.Same(_book.SelectCode(_open).Candidates.Count, SelectionQuery.DefaultCandidates, "candidates of the open question");
        WarmUp.Run(() => SelectCode(), () => SelectCodeOfOpenQuestion(), () => SelectCodeFromNarrative(), () => SelectCodeAndReadIt());
    }

    [Benchmark]
    public CodeSelection SelectCode() => _book.SelectCode(_fields);

    [Benchmark]
    public CodeSelection SelectCodeOfOpenQuestion() => _book.SelectCode(_open);

    [Benchmark]
    public CodeSelection SelectCodeFromNarrative() => _book.SelectCode(_narrative);

    /// <summary>All that an answer over the wire holds: texts, citations, findings, the checklist.</summary>
    [Benchmark]
    public int SelectCodeAndReadIt()
    {
        var selection = _book.SelectCode(_fields);
        return selection.Candidates.Sum(candidate => candidate.Criteria.Count + candidate.AddOns.Count)
            + selection.ResolvedTerms.Count + selection.Findings.Count + selection.DocumentationElements.Count;
    }
}
