using System.Globalization;
using System.Text.RegularExpressions;
using CodeReference.Eng.Processes;

namespace CodeReference.Eng.Overloading;

/// <summary>Callers that ask one question again and again, by h2load on a core of its own.</summary>
/// <param name="method">The address of the method.</param>
/// <param name="body">The file that holds the question with its frame.</param>
/// <param name="replySize">How many bytes an answer has.</param>
internal sealed partial class H2Load(Uri method, string body, int replySize)
{
    private const int Core = 1;

    /// <summary>The programs that it needs.</summary>
    public static readonly string[] Programs = ["h2load", "taskset"];

    /// <summary>Asks for some time.</summary>
    /// <param name="connections">How many connections.</param>
    /// <param name="calls">How many calls are in flight on each.</param>
    public async Task<Throughput> RunAsync(int connections, int calls, int seconds, CancellationToken end)
    {
        var output = await Tool.OutputOfAsync(
            "taskset",
            [
                "-c", $"{Core}", "h2load", "-t1", $"-c{connections}", $"-m{calls}", $"-D{seconds}", "-d", body,
                "-H", "content-type: application/grpc", "-H", "te: trailers", $"{method}",
            ],
            end);
        // An error of gRPC is a success of HTTP without data: the bytes say how many were answered.
        var (succeeded, bytes) = (Number(Requests(), output), Number(DataBytes(), output));
        return new(succeeded / seconds, bytes / replySize / seconds);
    }

    private static double Number(Regex figure, string output) =>
        figure.Match(output) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : throw new ProcessException($"h2load has not written what was expected: {output}");

    [GeneratedRegex("^requests: .* ([0-9]+) succeeded", RegexOptions.Multiline)]
    private static partial Regex Requests();

    [GeneratedRegex(@"^traffic: .* \(([0-9]+)\) data", RegexOptions.Multiline)]
    private static partial Regex DataBytes();
}

/// <summary>What a load did, a second.</summary>
/// <param name="Asked">Calls that ended, turned away or not.</param>
/// <param name="Answered">Calls that were answered.</param>
internal sealed record Throughput(double Asked, double Answered);
