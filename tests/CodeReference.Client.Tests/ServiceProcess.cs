using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace CodeReference.Client.Tests;

/// <summary>The service as its users run it: a process of its own, at an address that a test chooses, so that another may take its place.</summary>
public sealed partial class ServiceProcess : IDisposable
{
    private readonly Process _process;

    private ServiceProcess(Uri address, string[] settings)
    {
        (Address, Json) = (address, FreeAddress());
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "CodeReference.Service.dll"),
            $"--Kestrel:Endpoints:Json:Url={Text(Json)}",
            $"--Kestrel:Endpoints:Grpc:Url={Text(address)}",
            // What makes the machine of the tests busy is not always the tests.
            "--Overload:MaxWaitMilliseconds=10000",
            .. settings,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it answers over gRPC.</summary>
    public Uri Address { get; }

    /// <summary>Where it answers JSON.</summary>
    public Uri Json { get; }

    /// <summary>Where it answers over gRPC, as a text.</summary>
    public string AddressText => Text(Address);

    /// <summary>Starts the service and waits until it answers.</summary>
    public static Task<ServiceProcess> StartAsync(params string[] settings) => StartAtAsync(FreeAddress(), settings);

    /// <summary>Starts the service at an address and waits until it answers.</summary>
    public static async Task<ServiceProcess> StartAtAsync(Uri address, params string[] settings)
    {
        // A connection of another test may take the port for JSON between its choice and its use; the next is another.
        for (var attempt = 1; ; attempt++)
        {
            var service = new ServiceProcess(address, settings);
            try
            {
                if (await service.IsListeningAsync())
                {
                    return service;
                }

                Assert.True(attempt < 3, "The service has ended.");
                service.Dispose();
            }
            catch
            {
                service.Dispose();
                throw;
            }
        }
    }

    /// <summary>An address of this machine that nobody listens at.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://{listener.LocalEndpoint}");
    }

    /// <summary>Sends the process a signal: "TERM", "KILL", "STOP", "CONT".</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>How many claim lines it has validated and found nothing against, as it says itself; what it says may be a moment old.</summary>
    public async Task<int> ValidatedLinesAsync()
    {
        using var http = new HttpClient();
        var counts = AcceptedLines().Matches(await http.GetStringAsync(new Uri(Json, "/metrics"), TestContext.Current.CancellationToken));
        return counts.Count == 0 ? 0 : int.Parse(counts.Single().Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Ends the process without warning.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>Waits until both ports answer.</summary>
    /// <returns>False when the process has ended instead.</returns>
    private async Task<bool> IsListeningAsync()
    {
        var patience = Stopwatch.StartNew();
        while (!await ListensAsync(Address) || !await ListensAsync(Json))
        {
            if (_process.HasExited)
            {
                return false;
            }

            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "The service does not listen.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return true;
    }

    private static async Task<bool> ListensAsync(Uri address)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);

    [GeneratedRegex("^codereference_validation_outcomes_total\\{[^}]*outcome=\"[Aa][^}]*\\} ([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex AcceptedLines();
}
