using System.Collections.Concurrent;
using System.Diagnostics;

namespace CodeReference.Hosting.Tests;

/// <summary>The service, run as its users run it: a process of its own, on two free ports of this machine.</summary>
public sealed class ServerProcess : IDisposable
{
    /// <summary>The published executable that is tested; null when it is the service as it is built.</summary>
    private static readonly string? Published = Environment.GetEnvironmentVariable("CODEREFERENCE_SERVICE") is { Length: > 0 } path ? path : null;

    private static readonly string[] Service = Published is null ? ["dotnet", Path.Combine(AppContext.BaseDirectory, "CodeReference.Service.dll")] : [Published];

    private readonly Process _process;
    private readonly TaskCompletionSource<bool> _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _output = [];
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly SemaphoreSlim _written = new(0);

    private ServerProcess(string[] under, Uri grpc, IEnumerable<string> settings)
    {
        Json = Loopback.FreeAddress();
        Grpc = grpc;
        string[] command = [.. under, .. Service];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [.. command[1..], $"--Kestrel:Endpoints:Json:Url={Authority(Json)}", $"--Kestrel:Endpoints:Grpc:Url={Authority(grpc)}", .. settings];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            Keep(_output, line.Data);
            _written.Release();
            // Without a line its output has ended.
            if (line.Data is null || line.Data.Contains("Listening on", StringComparison.Ordinal))
            {
                _listens.TrySetResult(line.Data is not null);
            }
        };
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether JSON is served: by all but a native executable, which has no assembly beside it.</summary>
    public static bool ServesJson => Published is null || File.Exists($"{Published}.dll");

    public Uri Json { get; }

    public Uri Grpc { get; }

    /// <summary>The lines written to standard output so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>The lines written to standard error so far.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Starts the service; it may not serve yet.</summary>
    public static ServerProcess Start(params IEnumerable<string> settings) => StartUnder([], settings);

    /// <summary>Starts the service by another command, which is given that of the service as its arguments.</summary>
    public static ServerProcess StartUnder(string[] command, params IEnumerable<string> settings) => new(command, Loopback.FreeAddress(), settings);

    /// <summary>Starts the service and waits until it listens.</summary>
    public static Task<ServerProcess> StartServingAsync(params IEnumerable<string> settings) => StartServingAtAsync(Loopback.FreeAddress(), settings);

    /// <summary>Starts the service with its gRPC endpoint at an address of one's choice, so that it may take the place of another, and waits until it listens.</summary>
    public static async Task<ServerProcess> StartServingAtAsync(Uri grpc, params IEnumerable<string> settings)
    {
        var server = new ServerProcess([], grpc, settings);
        try
        {
            Assert.True(await server._listens.Task.WaitAsync(TimeSpan.FromSeconds(60)), $"The service has ended. {string.Join('\n', server.Errors)}");
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Waits until so many lines are written to standard output.</summary>
    public async Task<string[]> FirstLinesAsync(int count, TimeSpan patience)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await _written.WaitAsync(patience), $"{_output.Count} lines written");
        }

        return [.. _output.Take(count)];
    }

    /// <summary>Sends the process a signal: "TERM", "KILL", "STOP", "CONT".</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends the process without warning.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop (SIGTERM).</summary>
    /// <returns>Its exit code, once all its output is read.</returns>
    public async Task<int> TerminateAsync(TimeSpan patience)
    {
        await SignalAsync("TERM");
        return await ExitAsync(patience);
    }

    /// <summary>Waits until the process stops by itself.</summary>
    /// <returns>Its exit code, once all its output is read.</returns>
    public async Task<int> ExitAsync(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _written.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private static string Authority(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
