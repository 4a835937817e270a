using System.Globalization;
using System.Text.RegularExpressions;
using CodeReference.Hosting.Tests;

namespace CodeReference.Client.Tests;

/// <summary>All services that a test has started: they end with it, however it ends.</summary>
internal sealed partial class StartedServices : IDisposable
{
    private readonly List<ServerProcess> _started = [];

    /// <summary>Starts a service and waits until it listens.</summary>
    public Task<ServerProcess> StartAsync(params IEnumerable<string> settings) => StartAtAsync(Loopback.FreeAddress(), settings);

    /// <summary>Starts a service at an address and waits until it listens.</summary>
    public async Task<ServerProcess> StartAtAsync(Uri grpc, params IEnumerable<string> settings)
    {
        // What makes the machine of the tests busy is not always the tests.
        var service = await ServerProcess.StartServingAtAsync(grpc, ["--Overload:MaxWaitMilliseconds=10000", .. settings]);
        _started.Add(service);
        return service;
    }

    public void Dispose() => _started.ForEach(service => service.Dispose());

    /// <summary>How many claim lines a service has validated and found nothing against, as it says itself; what it says may be a moment old.</summary>
    public static async Task<int> ValidatedLinesAsync(ServerProcess service)
    {
        using var http = new HttpClient();
        var counts = AcceptedLines().Matches(await http.GetStringAsync(new Uri(service.Json, "/metrics"), TestContext.Current.CancellationToken));
        return counts.Count == 0 ? 0 : int.Parse(counts.Single().Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^codereference_validation_outcomes_total\\{[^}]*outcome=\"[Aa][^}]*\\} ([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex AcceptedLines();
}
