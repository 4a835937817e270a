namespace CodeReference.Benchmarks.National;

/// <summary>What a build took.</summary>
/// <param name="Elapsed">From start to end of <c>dotnet build</c>, nothing cached, restored before.</param>
/// <param name="PeakMemory">The most memory resident that one of its processes had, in bytes.</param>
/// <param name="AssemblySize">The size of the assembly, in bytes.</param>
internal sealed record BuildFigures(TimeSpan Elapsed, long PeakMemory, long AssemblySize);
