using System.Diagnostics;
using System.Globalization;
using CodeReference.Eng.Processes;

namespace CodeReference.Eng;

/// <summary>Measures how long the service takes from its start to its first answer.</summary>
internal static class StartUpCommand
{
    private const int DefaultStarts = 7;
    private const int GoalMilliseconds = 1000;
    private const string Method = "/codereference.v1.CodeReferenceService/LookupCode";

    // LookupCode of 14020 over gRPC-Web, which every build serves: a flag, the length and the message.
    private static readonly byte[] Request = [0, 0, 0, 0, 7, 0x12, 5, .. "14020"u8];

    public static Command Command { get; } = new(
        "start-up",
        "[starts=7] [service]",
        """
        Measures the time from the start of the service to its first answer, and its memory then: the median of so
        many starts, after one that is not counted. The service is an assembly or an executable, otherwise the Release
        build, which is built where there is none. Fails over 1000 ms. It takes about a second a start.
        """,
        (arguments, end) =>
        {
            var (starts, service) = (arguments.Count("starts", DefaultStarts), arguments.ExistingFile("service"));
            arguments.End();
            return RunAsync(starts, service, end);
        });

    /// <summary>Measures the service at a path, or the Release build.</summary>
    public static async Task<bool> RunAsync(int starts, string? service, CancellationToken end)
    {
        var command = ServiceBuild.CommandOf(service ?? await ServiceBuild.FindAsync(ServiceBuild.Release, end));
        // In the first start this process compiles its own code, too.
        await MeasureAsync(command, end);
        var measured = new List<(double Milliseconds, double Megabytes)>();
        for (var i = 0; i < starts; i++)
        {
            measured.Add(await MeasureAsync(command, end));
        }

        measured.Sort();
        var (took, resident) = measured[starts / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"first answer after {took:F0} ms ({measured[0].Milliseconds:F0} to {measured[^1].Milliseconds:F0} in {starts} starts), "
            + $"{resident:F0} MB resident"));
        return took <= GoalMilliseconds;
    }

    private static async Task<(double Milliseconds, double Megabytes)> MeasureAsync(string[] command, CancellationToken end)
    {
        using var work = new WorkFolder();
        using var http = new HttpClient();
        var addresses = ServiceAddresses.Free();
        var begun = Stopwatch.GetTimestamp();
        await using var service = ServiceProcess.Start(command, addresses, work["log"]);
        // It is not asked before it listens: a caller that tries again and again takes the time that it starts in.
        await service.ListensAsync(end);
        using var content = new ByteArrayContent(Request) { Headers = { ContentType = new("application/grpc-web") } };
        using var response = await http.PostAsync(new Uri(addresses.Json, Method), content, end);
        // A message begins with the flag 0, an error does not.
        return await response.Content.ReadAsByteArrayAsync(end) is [0, ..]
            ? (Stopwatch.GetElapsedTime(begun).TotalMilliseconds, service.ResidentMegabytes())
            : throw new ProcessException($"The service has answered with an error: {response}");
    }
}
