using BenchmarkDotNet.Attributes;
using CodeReference.Data;

namespace CodeReference.Benchmarks;

/// <summary>Finding a code of the default book: its procedures and its modifiers.</summary>
public class LookupBenchmarks : CodeLookups
{
    [Params(CodeSystem.Cpt, CodeSystem.Modifier)]
    public override CodeSystem System { get; set; }

    protected override ReferenceBook Load() => Book.Instance;
}
