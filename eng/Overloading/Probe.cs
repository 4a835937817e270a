using System.Diagnostics;
using CodeReference.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CodeReference.Eng.Overloading;

/// <summary>A caller beside the load that asks every 20 ms over one connection, whether or not it has been answered.</summary>
/// <remarks>The question is ValidateModifiers of 14020 without modifiers.</remarks>
internal sealed class Probe(Uri grpc)
{
    // As many as the service lets a connection have: more would wait here and not there.
    private const int MaxInFlight = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    // What was asked last may take that much more, when it is turned away.
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(2);

    private static readonly ValidateModifiersRequest Request = new() { ProcedureCode = "14020" };

    /// <summary>Asks for some time.</summary>
    /// <returns>What became of each call that ended.</returns>
    public async Task<IReadOnlyList<ProbeAnswer>> RunAsync(TimeSpan duration, CancellationToken end)
    {
        using var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = false };
        using var channel = GrpcChannel.ForAddress(grpc, new() { HttpHandler = handler });
        var client = new CodeReferenceService.CodeReferenceServiceClient(channel);
        await channel.ConnectAsync(end);
        var inFlight = new List<Task<ProbeAnswer>>();
        var clock = Stopwatch.StartNew();
        for (var due = TimeSpan.Zero; clock.Elapsed < duration;)
        {
            if (due <= clock.Elapsed && inFlight.Count(call => !call.IsCompleted) < MaxInFlight)
            {
                inFlight.Add(AskAsync(client));
                due += Interval;
            }

            var early = due - clock.Elapsed;
            await Task.Delay(early > TimeSpan.FromMilliseconds(1) ? early : TimeSpan.FromMilliseconds(1), end);
        }

        await Task.WhenAny(Task.WhenAll(inFlight), Task.Delay(LastAnswers, end));
        end.ThrowIfCancellationRequested();
        return [.. inFlight.Where(call => call.IsCompletedSuccessfully).Select(call => call.Result)];
    }

    private static async Task<ProbeAnswer> AskAsync(CodeReferenceService.CodeReferenceServiceClient client)
    {
        var begun = Stopwatch.GetTimestamp();
        var status = StatusCode.OK;
        try
        {
            await client.ValidateModifiersAsync(Request);
        }
        catch (RpcException exception)
        {
            status = exception.StatusCode;
        }

        return new(status == StatusCode.OK, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }
}

/// <summary>What became of a call of the probe.</summary>
internal sealed record ProbeAnswer(bool IsServed, double Milliseconds);
