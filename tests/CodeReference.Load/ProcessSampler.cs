using System.Globalization;

namespace CodeReference.Load;

/// <summary>Looks at what a process of the service holds: by /proc, and by the service's own metrics.</summary>
/// <param name="process">The id of the process.</param>
/// <param name="json">Where the service serves /metrics.</param>
internal sealed class ProcessSampler(int process, Uri json)
{
    private const string HeapSeries = "dotnet_gc_last_collection_heap_size_bytes";
    private const double Megabyte = 1024 * 1024;

    /// <summary>What is held now.</summary>
    public async Task<Sample> TakeAsync()
    {
        var status = await File.ReadAllLinesAsync($"/proc/{process}/status");
        using var http = new HttpClient { BaseAddress = json };
        var metrics = (await http.GetStringAsync("/metrics")).Split('\n');
        return new(
            Field(status, "VmRSS:") / 1024,
            metrics.Where(line => line.StartsWith(HeapSeries, StringComparison.Ordinal)).Sum(line => Number(line.Split(' ')[1])) / Megabyte,
            Directory.GetFileSystemEntries($"/proc/{process}/fd").Length,
            Field(status, "Threads:"));
    }

    private static double Field(string[] status, string name) =>
        Number(status.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What a process holds at some time.</summary>
/// <param name="Resident">Memory, in megabytes.</param>
/// <param name="Heap">What the last garbage collection has left, in megabytes.</param>
/// <param name="Handles">Open files and sockets.</param>
/// <param name="Threads">Threads.</param>
internal sealed record Sample(double Resident, double Heap, double Handles, double Threads);
