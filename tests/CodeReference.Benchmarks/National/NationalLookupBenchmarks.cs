using BenchmarkDotNet.Attributes;

namespace CodeReference.Benchmarks.National;

/// <summary>Finding a code of the largest book that the measurement of national books has built.</summary>
public class NationalLookupBenchmarks : CodeLookups
{
    [Params(CodeSystem.Cpt, CodeSystem.Icd10Cm)]
    public override CodeSystem System { get; set; }

    protected override ReferenceBook Load() => NationalBook.Load();
}
