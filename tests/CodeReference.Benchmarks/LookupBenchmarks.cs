using BenchmarkDotNet.Attributes;
using CodeReference.Data;

namespace CodeReference.Benchmarks;

/// <summary>Finding a code of the default book: 59 procedures and 426 modifiers.</summary>
public class LookupBenchmarks : CodeLookups
{
    [Params(CodeSystem.Cpt, CodeSystem.Modifier)]
    public override CodeSystem System { get; set; }

    protected override ReferenceBook Load() => Book.Instance;
}
