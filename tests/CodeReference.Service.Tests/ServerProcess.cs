using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CodeReference.Service.Tests;

/// <summary>The service, run as its users run it: a process of its own, on two free ports of this machine.</summary>
public sealed class ServerProcess : IDisposable
{
    /// <summary>What is tested: the service as it is built, or the published executable that a variable names.</summary>
    private static readonly string[] Service =
        Environment.GetEnvironmentVariable("CODEREFERENCE_SERVICE") is { Length: > 0 } published ? [published] : ["dotnet", typeof(Answers).Assembly.Location];

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly SemaphoreSlim _written = new(0);

    private ServerProcess(Uri json, Uri grpc, IEnumerable<string> settings, string[]? under = null)
    {
        Json = json;
        Grpc = grpc;
        string[] command = [.. under ?? [], .. Service];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [.. command[1..], $"--Kestrel:Endpoints:Json:Url={Authority(json)}", $"--Kestrel:Endpoints:Grpc:Url={Authority(grpc)}", .. settings];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            Keep(_output, line.Data);
            _written.Release();
        };
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public Uri Json { get; }

    public Uri Grpc { get; }

    /// <summary>The lines written to standard output so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>The lines written to standard error so far.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Starts the service; it may not serve yet.</summary>
    public static ServerProcess Start(params IEnumerable<string> settings) => StartAt(FreeAddress(), settings);

    /// <summary>Starts the service with its JSON endpoint at an address of one's choice.</summary>
    public static ServerProcess StartAt(Uri json, params IEnumerable<string> settings) => new(json, FreeAddress(), settings);

    /// <summary>Starts the service by another command, which is given that of the service as its arguments.</summary>
    public static ServerProcess StartUnder(string[] command, params IEnumerable<string> settings) => new(FreeAddress(), FreeAddress(), settings, command);

    /// <summary>Starts the service and waits until it is healthy.</summary>
    public static Task<ServerProcess> StartServingAsync(params IEnumerable<string> settings) => StartServingAtAsync(FreeAddress(), settings);

    /// <summary>Starts the service at an address of one's choice and waits until it is healthy.</summary>
    public static async Task<ServerProcess> StartServingAtAsync(Uri json, params IEnumerable<string> settings)
    {
        var server = StartAt(json, settings);
        try
        {
            using var caller = new Caller(server);
            await caller.WaitUntilHealthyAsync(TimeSpan.FromSeconds(60));
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>An address of this machine that nobody listens at.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://{listener.LocalEndpoint}");
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

    /// <summary>Asks the process to stop (SIGTERM).</summary>
    public async Task SignalAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop (SIGTERM).</summary>
    /// <returns>Its exit code, once all its output is read.</returns>
    public async Task<int> TerminateAsync(TimeSpan patience)
    {
        await SignalAsync();
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
