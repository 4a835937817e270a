using CodeReference.Hosting.Tests;

namespace CodeReference.Client.Tests;

/// <summary>Real services that take turns, by a list of addresses and by a name that is resolved.</summary>
public sealed class BalancingTests(ClientRunningService service) : IDisposable
{
    private readonly StartedServices _services = new();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Ask_TwoAddresses_TakeTurns()
    {
        ServerProcess[] services = [await _services.StartAsync(), await _services.StartAsync()];
        using var client = new CodeReferenceClient([.. services.Select(each => each.Grpc.ToString())]);

        // Until both are connected, all calls go to the one that is.
        var asked = 0;
        int[] before;
        do
        {
            await AskAsync(10);
            before = await LinesAsync(services, asked);
        }
        while (before.Contains(0));

        await AskAsync(20);
        Assert.Equal(before.Select(count => count + 10), await LinesAsync(services, asked));

        async Task AskAsync(int times)
        {
            for (var i = 0; i < times; i++, asked++)
            {
                Assert.Equal(Outcome.Accept, await OutcomeAsync(client));
            }
        }
    }

    [Fact]
    public async Task Ask_ANameToResolve_IsAnswered()
    {
        using var client = ClientOf(service.Server);
        Assert.Equal(Outcome.Accept, await OutcomeAsync(client));
        Assert.Equal("14020", (await client.LookupCodeAsync("14020", cancellationToken: Patience)).Code);
    }

    [Fact]
    public async Task Ask_ANameWhoseServiceIsRestarted_IsAnsweredAgain()
    {
        var first = await _services.StartAsync();
        using var client = ClientOf(first);
        Assert.Equal(Outcome.Accept, await OutcomeAsync(client));
        await first.KillAsync();
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => OutcomeAsync(client));
        await _services.StartAtAsync(first.Grpc);
        Assert.Equal(Outcome.Accept, await OutcomeAsync(client));
    }

    [Fact]
    public async Task Ask_ANameThatNobodyHas_SaysThatTheServiceIsUnavailable()
    {
        using var client = new CodeReferenceClient(new CodeReferenceClientOptions { Addresses = [new("dns:///nobody.invalid:5081")], Tls = false, MaxAttempts = 2 });
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => OutcomeAsync(client));
    }

    private static CodeReferenceClient ClientOf(ServerProcess process) =>
        new(new CodeReferenceClientOptions { Addresses = [new($"dns:///localhost:{process.Grpc.Port}")], Tls = false });

    private static async Task<Outcome> OutcomeAsync(CodeReferenceClient client) =>
        (await client.ValidateModifiersAsync(new ValidationQuery("14020", "59", "LT"), cancellationToken: Patience)).Outcome;

    /// <summary>How many claim lines each service has validated, as it says itself, once that is all that were asked: what it says may be a moment old.</summary>
    private static async Task<int[]> LinesAsync(ServerProcess[] services, int asked)
    {
        int[] lines;
        do
        {
            lines = await Task.WhenAll(services.Select(StartedServices.ValidatedLinesAsync));
        }
        while (lines.Sum() < asked);
        return lines;
    }
}
