using CodeReference.Eng.Load;
using CodeReference.Eng.Processes;

namespace CodeReference.Eng.Restarting;

/// <summary>Restarts two replicas in turn under load: no call may be lost, and every answer has to be that of the book.</summary>
internal static class RestartCommand
{
    public const string Term = "TERM";
    public const string Kill = "KILL";

    private const int DefaultRestarts = 10;

    private static readonly TimeSpan BeforeRestart = TimeSpan.FromSeconds(1);

    // A client asks after a lost replica at least once a second: by then it is back, before the other goes.
    private static readonly TimeSpan AfterRestart = TimeSpan.FromSeconds(2);

    public static Command Command { get; } = new(
        "restart",
        "[restarts=10] [TERM|KILL]",
        """
        Restarts two replicas of the Debug build in turn under load. Fails when a call is lost or an answer is not that
        of the book. TERM: they drain behind HAProxy (skipped without it), and callers do not repeat a call. KILL: they
        go without a word, and callers are clients that balance over both and repeat. It takes about ten seconds a restart.
        """,
        (arguments, end) =>
        {
            var (restarts, signal) = (arguments.Count("restarts", DefaultRestarts), arguments.OneOf("the signal", Term, Kill));
            arguments.End();
            return RunAsync(restarts, signal, end);
        });

    /// <summary>Restarts so many times by a signal.</summary>
    public static async Task<bool> RunAsync(int restarts, string signal, CancellationToken end)
    {
        var haproxy = Tool.Find(HaProxy.Program);
        if (signal == Term && haproxy is null)
        {
            Console.WriteLine($"Skipped: {HaProxy.Program} is not installed.");
            return true;
        }

        var command = ServiceBuild.CommandOf(await ServiceBuild.FindAsync(ServiceBuild.Debug, end));
        using var work = new WorkFolder();
        await using var one = new Replica(command, work["one.log"]);
        await using var two = new Replica(command, work["two.log"]);
        await one.StartAsync(end);
        await two.StartAsync(end);
        if (signal == Kill)
        {
            return await LoadAsync(new([one.Addresses.Grpc, two.Addresses.Grpc], maxAttempts: 8), [one, two], restarts, signal, end);
        }

        await using var proxy = await HaProxy.StartAsync(haproxy!, one.Addresses, two.Addresses, work["haproxy.sock"], end);
        return await LoadAsync(new([proxy.Address], maxAttempts: 1), [one, two], restarts, signal, end);
    }

    private static async Task<bool> LoadAsync(AskingLoad load, Replica[] replicas, int restarts, string signal, CancellationToken end)
    {
        using var endOfLoad = CancellationTokenSource.CreateLinkedTokenSource(end);
        var asking = load.RunAsync(endOfLoad.Token);
        try
        {
            for (var i = 0; i < restarts; i++)
            {
                var replica = replicas[i % replicas.Length];
                await Task.Delay(BeforeRestart, end);
                await replica.EndAsync(isKilled: signal == Kill);
                await replica.StartAsync(end);
                await Task.Delay(AfterRestart, end);
            }
        }
        finally
        {
            await endOfLoad.CancelAsync();
        }

        var isClean = await asking;
        Console.WriteLine($"{restarts} restarts by SIG{signal}");
        return isClean;
    }
}
