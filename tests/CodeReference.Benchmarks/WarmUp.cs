namespace CodeReference.Benchmarks;

/// <summary>Waits for the optimizing compiler, which works in pauses: on one core it gets none while a benchmark runs.</summary>
internal static class WarmUp
{
    private const int Rounds = 8;
    private const int CallsPerRound = 40;

    // Longer than the compiler's delay of 100 ms after the last new method.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    public static void Run(params Action[] benchmarks)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var benchmark in benchmarks)
            {
                for (var call = 0; call < CallsPerRound; call++)
                {
                    benchmark();
                }
            }

            Thread.Sleep(Pause);
        }
    }
}
