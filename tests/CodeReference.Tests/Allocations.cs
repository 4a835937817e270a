namespace CodeReference.Tests;

/// <summary>Counts what code allocates once it is warm.</summary>
internal static class Allocations
{
    private const int Calls = 1000;

    /// <summary>The bytes that a thousand calls allocate on this thread.</summary>
    public static long Of(Action call)
    {
        Repeat(call);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(call);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Repeat(Action call)
    {
        for (var i = 0; i < Calls; i++)
        {
            call();
        }
    }
}
