using BenchmarkDotNet.Attributes;
using CodeReference.Data;

namespace CodeReference.Benchmarks;

/// <summary>Reading what a validation found: the five findings of a line of four modifiers, with texts and citations.</summary>
public class FindingBenchmarks
{
    private ModifierValidation _validation;

    [GlobalSetup]
    public void Setup()
    {
        _validation = Book.Instance.ValidateModifiers(ProcedureCode.Parse("14020"), (string[])["24", "26", "TC", "50"], Book.Instance.FindPayer("Medicare"));
        AnswerCheck.Same(string.Join(' ', _validation.GetFindings().Select(finding => finding.Rule)), "ORD-01 LAT-04 PCT-01 PCT-02 CLS-01", "findings");
        AnswerCheck.Same(string.Join(' ', _validation.GetSuggestedModifiers()), "26 TC 50 24", "suggested modifiers");
        WarmUp.Run(() => GetFindings(), () => GetSuggestedModifiers());
    }

    [Benchmark]
    public Finding[] GetFindings() => _validation.GetFindings();

    [Benchmark]
    public ModifierCode[] GetSuggestedModifiers() => _validation.GetSuggestedModifiers();
}
