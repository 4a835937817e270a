using CodeReference.V1;
using Google.Protobuf;

namespace CodeReference.Eng.Overloading;

/// <summary>Loads of three kinds in rounds that take turns.</summary>
internal sealed class OverloadRounds
{
    private const int Connections = 32;
    private const int MaxCalls = 100;
    private const double AimedWaitSeconds = 0.02;
    private const int WarmUps = 12;
    private const string Method = "/codereference.v1.CodeReferenceService/SelectCode";

    // Callers that were turned away before are served again within that time.
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(2);

    // The dearest of the small questions, so that it is the server and not the load that has no time left.
    private static readonly SelectCodeRequest Request = new()
    {
        Narrative = "Rotation flap of the left thigh, primary defect 2.5 x 3.2 cm, secondary defect 1 x 2 cm. No graft.",
    };

    private readonly Probe _probe;
    private readonly H2Load _load;
    private readonly int _seconds;

    private OverloadRounds(Probe probe, H2Load load, int seconds) => (_probe, _load, _seconds) = (probe, load, seconds);

    /// <summary>What the service does at its best.</summary>
    public LoadFigures Peak { get; } = new("peak");

    /// <summary>What it does at twice what it is to carry.</summary>
    public LoadFigures Twice { get; } = new("twice");

    /// <summary>What it does with 6,400 calls in flight.</summary>
    public LoadFigures Flood { get; } = new("6400");

    /// <summary>Measures a service that serves.</summary>
    /// <param name="grpc">Its address.</param>
    /// <param name="body">A file that is written for it: the question.</param>
    public static async Task<OverloadRounds> MeasureAsync(Uri grpc, string body, int seconds, int rounds, CancellationToken end)
    {
        var frame = FrameOf(Request);
        await File.WriteAllBytesAsync(body, frame, end);
        var method = new Uri(grpc, Method);
        var measured = new OverloadRounds(new(grpc), new(method, body, await ReplySizeAsync(method, frame, end)), seconds);
        await measured.WarmUpAsync(end);
        for (var round = 0; round < rounds; round++)
        {
            await measured.RoundAsync(end);
        }

        return measured;
    }

    // The compiler of hot code takes its turn in the pauses: on one core, under load, it would have none.
    private async Task WarmUpAsync(CancellationToken end)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            await _load.RunAsync(Connections, 2, 2, end);
            // The probe is this process, whose code is to be compiled, too.
            await _probe.RunAsync(TimeSpan.FromSeconds(1), end);
        }
    }

    private async Task RoundAsync(CancellationToken end)
    {
        Throughput[] peaks = [await MeasureAsync(Peak, Connections, 4, end), await MeasureAsync(Peak, Connections, 8, end)];
        var peak = peaks.MaxBy(round => round.Answered)!;
        Peak.Rounds.Add(peak);
        var calls = Math.Min(MaxCalls, (int)(peak.Answered * AimedWaitSeconds / Connections) + 1);
        Twice.Rounds.Add(await MeasureAsync(Twice, Connections, calls, end));
        Flood.Rounds.Add(await MeasureAsync(Flood, 2 * Connections, MaxCalls, end));
    }

    private async Task<Throughput> MeasureAsync(LoadFigures figures, int connections, int calls, CancellationToken end)
    {
        await Task.Delay(Recovery, end);
        var probing = Task.Run(() => _probe.RunAsync(TimeSpan.FromSeconds(_seconds), end), end);
        var throughput = await _load.RunAsync(connections, calls, _seconds, end);
        figures.Add(await probing);
        return throughput;
    }

    /// <summary>The message as gRPC frames it: a flag, four bytes of length, and the message.</summary>
    private static byte[] FrameOf(SelectCodeRequest request)
    {
        var message = request.ToByteArray();
        return [0, 0, 0, 0, checked((byte)message.Length), .. message];
    }

    private static async Task<int> ReplySizeAsync(Uri method, byte[] frame, CancellationToken end)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Version = new(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(frame) { Headers = { ContentType = new("application/grpc") } },
        };
        request.Headers.TE.Add(new("trailers"));
        using var response = await http.SendAsync(request, end);
        return (await response.Content.ReadAsByteArrayAsync(end)).Length;
    }
}
