using System.Diagnostics;
using System.Globalization;

namespace CodeReference.Eng.Soaking;

/// <summary>Looks at what a process of the service holds: as the system says, and by the service's own metrics.</summary>
/// <param name="id">The id of the process.</param>
/// <param name="json">Where the service serves /metrics.</param>
internal sealed class ProcessSampler(int id, Uri json)
{
    private const string HeapSeries = "dotnet_gc_last_collection_heap_size_bytes";
    private const double Megabyte = 1024 * 1024;

    /// <summary>What is held now.</summary>
    public async Task<Sample> TakeAsync(CancellationToken end)
    {
        using var process = Process.GetProcessById(id);
        using var http = new HttpClient { BaseAddress = json };
        var metrics = (await http.GetStringAsync("/metrics", end)).Split('\n');
        return new(
            process.WorkingSet64 / Megabyte,
            metrics.Where(line => line.StartsWith(HeapSeries, StringComparison.Ordinal)).Sum(line => Number(line.Split(' ')[1])) / Megabyte,
            process.HandleCount,
            process.Threads.Count);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What a process holds at some time.</summary>
/// <param name="Resident">Memory, in megabytes.</param>
/// <param name="Heap">What the last garbage collection has left, in megabytes.</param>
/// <param name="Handles">Open files and sockets.</param>
/// <param name="Threads">Threads.</param>
internal sealed record Sample(double Resident, double Heap, double Handles, double Threads);
