using System.Diagnostics;
using System.Globalization;

namespace CodeReference.Load;

/// <summary>Whether a service that is asked for a long time holds more and more.</summary>
/// <remarks>
/// The first quarter is warm-up. Of what is held, the median of the last quarter is compared with the median of the second:
/// it may be more by a twentieth, or by a few megabytes, handles or threads, which a pool takes and gives back.
/// </remarks>
internal static class Soak
{
    private const double Growth = 0.05;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly (string Name, Func<Sample, double> Of, double Allowance)[] Held =
    [
        ("memory, MB", sample => sample.Resident, 8),
        ("GC heap, MB", sample => sample.Heap, 2),
        ("handles", sample => sample.Handles, 16),
        ("threads", sample => sample.Threads, 4),
    ];

    /// <summary>Runs a load beside the sampler, and prints what was held and whether it has grown.</summary>
    /// <returns>Whether nothing has grown, and every call was answered as expected.</returns>
    public static async Task<bool> RunAsync(MixedLoad load, int stepsPerSecond, TimeSpan duration, ProcessSampler sampler)
    {
        var samples = new List<Sample>();
        var clock = Stopwatch.StartNew();
        var loading = load.RunAsync(stepsPerSecond, duration);
        Console.WriteLine("| seconds | memory, MB | GC heap, MB | handles | threads |\n|---|---|---|---|---|");
        while (clock.Elapsed + Interval < duration)
        {
            await Task.Delay(Interval);
            samples.Add(await sampler.TakeAsync());
            if (samples.Count % 6 == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {clock.Elapsed.TotalSeconds:F0} | {Row([.. samples[^6..]])} |"));
            }
        }

        await loading;
        Console.WriteLine(load.Tally);
        return IsFlat([.. samples]) & load.Tally.IsClean;
    }

    /// <summary>Says of each thing that is held whether it has grown.</summary>
    private static bool IsFlat(Sample[] samples)
    {
        var quarter = samples.Length / 4;
        var isFlat = true;
        foreach (var (name, of, allowance) in Held)
        {
            var (before, after) = (Median(samples[quarter..(2 * quarter)], of), Median(samples[^quarter..], of));
            var hasGrown = after - before > Math.Max(before * Growth, allowance);
            isFlat &= !hasGrown;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {before:F1} in the second quarter, {after:F1} in the last: {(hasGrown ? "GROWN" : "flat")}"));
        }

        return isFlat;
    }

    private static string Row(Sample[] samples) =>
        string.Join(" | ", Held.Select(held => Median(samples, held.Of).ToString("F1", CultureInfo.InvariantCulture)));

    private static double Median(Sample[] samples, Func<Sample, double> of)
    {
        double[] sorted = [.. samples.Select(of).Order()];
        return sorted[sorted.Length / 2];
    }
}
