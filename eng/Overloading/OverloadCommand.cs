using System.Globalization;
using CodeReference.Eng.Processes;

namespace CodeReference.Eng.Overloading;

/// <summary>Measures what the service does when it is asked more than it can answer.</summary>
internal static class OverloadCommand
{
    private const int DefaultSeconds = 6;
    private const int DefaultRounds = 5;
    private const string LoadAverage = "/proc/loadavg";

    public static Command Command { get; } = new(
        "overload",
        "[seconds=6] [service] [rounds=5]",
        """
        Measures what the service does when it is asked more than it can answer. In each round, for so many seconds
        each: its peak (32 connections of 4 and of 8 calls, the better of both); twice what it is to carry, which is so
        many calls on them that each would wait 20 ms, twice the limit; and 6,400 in flight. Callers ask again at once,
        and a probe asks every 20 ms beside them. Prints the medians of the rounds. Fails when at twice the peak less
        than 90% of it is answered, or the p99 of what is answered is over 50 ms.
        The service is an assembly or an executable, otherwise the Release build, which is built where there is none.
        Needs h2load (Debian: nghttp2-client) and taskset, without which it is skipped, two cores, and nothing else that
        runs on them. It takes 3 minutes.
        """,
        (arguments, end) =>
        {
            var (seconds, service) = (arguments.Count("seconds", DefaultSeconds), arguments.ExistingFile("service"));
            var rounds = arguments.Count("rounds", DefaultRounds);
            arguments.End();
            return RunAsync(seconds, service, rounds, end);
        });

    public static async Task<bool> RunAsync(int seconds, string? service, int rounds, CancellationToken end)
    {
        if (Array.Find(H2Load.Programs, program => Tool.Find(program) is null) is { } missing)
        {
            Console.WriteLine($"Skipped: {missing} is not installed (Debian: nghttp2-client has h2load, util-linux has taskset).");
            return true;
        }

        var command = ServiceBuild.CommandOf(service ?? await ServiceBuild.FindAsync(ServiceBuild.Release, end));
        if (File.Exists(LoadAverage))
        {
            var load = (await File.ReadAllTextAsync(LoadAverage, end)).Split(' ')[0];
            Console.WriteLine($"Load of the machine before it: {load}; over 1, the figures tell of something else.");
        }

        using var work = new WorkFolder();
        // The server and its callers have a core each; the memory of the server is set as in its image.
        await using var server = await ServiceProcess.StartServingAsync(
            ["taskset", "-c", "0", .. command], ServiceAddresses.Free(), work["log"], end,
            ("DOTNET_gcServer", "0"), ("DOTNET_GCgen0size", "0x4000000"));
        return Report(await OverloadRounds.MeasureAsync(server.Addresses.Grpc, work["body"], seconds, rounds, end));
    }

    private static bool Report(OverloadRounds measured)
    {
        var peak = measured.Peak;
        Console.WriteLine("| load | asked/s | answered/s | of the peak, by round | shed | probe served: p50, p99 | probe shed |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var figures in (LoadFigures[])[peak, measured.Twice, measured.Flood])
        {
            Console.WriteLine(figures.Row(peak));
        }

        var (share, p99) = (measured.Twice.ShareOf(peak), measured.Twice.ProbeP99);
        var isHeld = share >= 0.9 && p99 <= 50;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"At twice the peak: {100 * share:F0}% of it answered (aim: 90%), "
            + $"p99 {p99:F1} ms (aim: 50 ms): {(isHeld ? "held" : "MISSED")}"));
        return isHeld;
    }
}
