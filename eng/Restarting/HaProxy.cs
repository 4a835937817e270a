using System.Diagnostics;
using CodeReference.Eng.Processes;

namespace CodeReference.Eng.Restarting;

/// <summary>HAProxy in front of two replicas, with the configuration of deploy/haproxy; it ends with this object.</summary>
internal sealed class HaProxy : IAsyncDisposable
{
    /// <summary>The name of the program.</summary>
    public const string Program = "haproxy";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(1);

    private readonly Process _process;

    private HaProxy(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where callers ask.</summary>
    public Uri Address { get; }

    /// <summary>Starts it in front of replicas that serve.</summary>
    public static async Task<HaProxy> StartAsync(
        string program, ServiceAddresses one, ServiceAddresses two, string socket, CancellationToken end)
    {
        var address = Loopback.FreeAddress();
        var start = Tool.StartOf(program, ["-db", "-f", "deploy/haproxy/haproxy.cfg"]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["HAPROXY_PORT"] = $"{address.Port}";
        start.Environment["HAPROXY_SOCKET"] = socket;
        start.Environment["REPLICA_ONE_GRPC"] = $"{one.Grpc.Port}";
        start.Environment["REPLICA_ONE_JSON"] = $"{one.Json.Port}";
        start.Environment["REPLICA_TWO_GRPC"] = $"{two.Grpc.Port}";
        start.Environment["REPLICA_TWO_JSON"] = $"{two.Json.Port}";
        var proxy = new HaProxy(Tool.Start(start), address);
        try
        {
            var output = proxy._process.StandardOutput.ReadToEndAsync(end);
            var errors = proxy._process.StandardError.ReadToEndAsync(end);
            await Task.Delay(StartTime, end);
            return !proxy._process.HasExited ? proxy
                : throw new ProcessException($"HAProxy has ended at its start.\n{await output}{await errors}");
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
