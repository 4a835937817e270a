using System.Diagnostics;

namespace CodeReference.Eng.Processes;

/// <summary>The service as a process of its own on two addresses of this machine, which ends with this object.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Lock _logLock = new();
    private readonly StreamWriter _log;
    private readonly TaskCompletionSource<bool> _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(ProcessStartInfo start, ServiceAddresses addresses, string log)
    {
        Addresses = addresses;
        LogPath = log;
        _log = new(new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        _process = Tool.Start(start);
        _process.OutputDataReceived += (_, line) =>
        {
            Write(line.Data);
            // Without a line the output has ended.
            if (line.Data is null || line.Data.Contains("Listening on", StringComparison.Ordinal))
            {
                _listens.TrySetResult(line.Data is not null);
            }
        };
        _process.ErrorDataReceived += (_, line) => Write(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public ServiceAddresses Addresses { get; }

    /// <summary>The id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether the process has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The file that holds all that the process has written.</summary>
    public string LogPath { get; }

    /// <summary>Starts the service; it may not serve yet.</summary>
    /// <param name="command">The words of the command, without the addresses.</param>
    /// <param name="addresses">Where it is to listen.</param>
    /// <param name="log">The file that its output is added to.</param>
    /// <param name="environment">Variables for it alone.</param>
    public static ServiceProcess Start(
        IEnumerable<string> command, ServiceAddresses addresses, string log, params IEnumerable<(string Name, string Value)> environment)
    {
        string[] words = [.. command, .. addresses.Settings];
        var start = Tool.StartOf(words[0], words[1..]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(start, addresses, log);
    }

    /// <summary>Starts the service and waits until it listens.</summary>
    public static async Task<ServiceProcess> StartServingAsync(
        IEnumerable<string> command,
        ServiceAddresses addresses,
        string log,
        CancellationToken end,
        params IEnumerable<(string Name, string Value)> environment)
    {
        var service = Start(command, addresses, log, environment);
        try
        {
            await service.ListensAsync(end);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it listens.</summary>
    public async Task ListensAsync(CancellationToken end)
    {
        try
        {
            if (await _listens.Task.WaitAsync(StartPatience, end))
            {
                return;
            }
        }
        catch (TimeoutException)
        {
            // It is told with what the service has written.
        }

        throw new ProcessException($"The service does not listen.\n{string.Join('\n', ReadLog())}");
    }

    /// <summary>The lines that the process has written so far.</summary>
    public IReadOnlyList<string> ReadLog()
    {
        lock (_logLock)
        {
            using var reader = new StreamReader(new FileStream(LogPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd().Split('\n');
        }
    }

    /// <summary>Megabytes of memory that the process has now.</summary>
    public double ResidentMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / (1024.0 * 1024);
    }

    /// <summary>Ends the process without warning.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop (SIGTERM), and kills it half a minute later, or at once where there are no signals.</summary>
    /// <returns>Whether it stopped by itself and had no error to tell.</returns>
    public async Task<bool> StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            await KillAsync();
            return true;
        }

        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await kill.WaitForExitAsync();
        }

        using var deadline = new CancellationTokenSource(StopPatience);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
            return _process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        await _log.DisposeAsync();
    }

    private void Write(string? line)
    {
        lock (_logLock)
        {
            if (line is not null)
            {
                _log.WriteLine(line);
            }
        }
    }
}
