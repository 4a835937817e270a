using System.Diagnostics;
using System.Globalization;

namespace CodeReference.Eng.Soaking;

/// <summary>Whether a service that is asked for a long time holds more and more.</summary>
/// <remarks>
/// The first quarter is warm-up. Of what is held, the median of the last quarter is compared with the median of the second:
/// it may be more by a twentieth, or by a few megabytes, handles or threads, which a pool takes and gives back.
/// </remarks>
internal sealed class Growth(ProcessSampler sampler)
{
    private const double MaxGrowth = 0.05;

    // A short run has enough samples in a quarter, too.
    private const int MinSamples = 16;
    private const int SamplesOfARow = 6;

    private static readonly TimeSpan MaxInterval = TimeSpan.FromSeconds(5);

    private static readonly (string Name, Func<Sample, double> Of, double Allowance)[] Held =
    [
        ("memory, MB", sample => sample.Resident, 8),
        ("GC heap, MB", sample => sample.Heap, 2),
        ("handles", sample => sample.Handles, 16),
        ("threads", sample => sample.Threads, 4),
    ];

    private readonly List<Sample> _samples = [];

    /// <summary>Takes samples for some time, and prints the medians of every few.</summary>
    public async Task WatchAsync(TimeSpan duration, CancellationToken end)
    {
        var clock = Stopwatch.StartNew();
        var interval = TimeSpan.FromTicks(Math.Min(MaxInterval.Ticks, duration.Ticks / (MinSamples + 1)));
        Console.WriteLine("| seconds | memory, MB | GC heap, MB | handles | threads |\n|---|---|---|---|---|");
        while (clock.Elapsed + interval < duration)
        {
            await Task.Delay(interval, end);
            _samples.Add(await sampler.TakeAsync(end));
            if (_samples.Count % SamplesOfARow == 0)
            {
                var row = Row([.. _samples[^SamplesOfARow..]]);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {clock.Elapsed.TotalSeconds:F0} | {row} |"));
            }
        }
    }

    /// <summary>Prints of each thing that is held whether it has grown.</summary>
    public bool IsFlat()
    {
        var quarter = _samples.Count / 4;
        var isFlat = true;
        foreach (var (name, of, allowance) in Held)
        {
            var before = Quantile.Median(_samples[quarter..(2 * quarter)].Select(of));
            var after = Quantile.Median(_samples[^quarter..].Select(of));
            var hasGrown = !(after - before <= Math.Max(before * MaxGrowth, allowance));
            isFlat &= !hasGrown;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {before:F1} in the second quarter, {after:F1} in the last: {(hasGrown ? "GROWN" : "flat")}"));
        }

        return isFlat;
    }

    private static string Row(Sample[] samples) =>
        string.Join(" | ", Held.Select(held => Quantile.Median(samples.Select(held.Of)).ToString("F1", CultureInfo.InvariantCulture)));
}
