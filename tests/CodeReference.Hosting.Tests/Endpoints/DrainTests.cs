using System.Diagnostics;
using Grpc.Core;
using Grpc.Health.V1;

namespace CodeReference.Hosting.Tests;

public sealed class DrainTests
{
    [Fact]
    public async Task Terminate_WithADelay_IsNotServingAndAnswersUntilItIsOver()
    {
        using var server = await ServerProcess.StartServingAsync("--Drain:DelaySeconds=3");
        using var caller = new Caller(server);
        var since = Stopwatch.GetTimestamp();
        await server.SignalAsync("TERM");
        await AuthenticationTests.EventuallyAsync(async () => await HealthAsync(caller) == HealthCheckResponse.Types.ServingStatus.NotServing);
        using var health = await caller.Http.GetAsync("/health", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, health.StatusCode);
        await caller.OverGrpcAsync("GetEdition", "{}");
        using var newcomer = new Caller(server);
        await newcomer.OverGrpcAsync("GetEdition", "{}");
        using var metrics = await newcomer.Http.GetAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.True(metrics.IsSuccessStatusCode);
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(3), "The machine is too slow for this test.");
        Assert.Equal(0, await server.ExitAsync(TimeSpan.FromSeconds(20)));
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(20));
        Assert.Empty(server.Errors);
    }

    [Fact]
    public async Task Terminate_WhileACallIsInFlight_FinishesIt()
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        using var call = UnfinishedCall.Begin(caller);
        await AuthenticationTests.EventuallyAsync(async () => (await InFlightAsync(server)) == 1);
        await server.SignalAsync("TERM");
        await AuthenticationTests.EventuallyAsync(() => Task.FromResult(server.Output.Any(line => line.Contains("Draining", StringComparison.Ordinal))));
        Assert.Equal("0", await call.EndAsync());
        Assert.Equal(0, await server.ExitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public Task Terminate_WhileACallOverGrpcWebIsInFlight_FinishesIt() => FinishAsync(UnfinishedPost.BeginGrpcWebAsync, "grpc-status: 0");

    [JsonFact]
    public Task Terminate_WhileACallOverJsonIsInFlight_FinishesIt() => FinishAsync(UnfinishedPost.BeginJsonAsync, "OUTCOME_ACCEPT");

    [Theory]
    [InlineData("")]
    [InlineData("codereference.v1.CodeReferenceService")]
    public async Task Health_OfTheServerAndOfTheContract_IsServing(string name)
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        var health = await new Health.HealthClient(caller.Channel).CheckAsync(new() { Service = name }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    [Fact]
    public async Task Health_OverHttp_IsOk()
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        using var health = await caller.Http.GetAsync("/health", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, health.StatusCode);
    }

    [Theory]
    [InlineData("Drain:DelaySeconds", "5s", "expected a whole number from 0 to 300")]
    [InlineData("Drain:Delay", "5", "no such setting")]
    public async Task Start_BadSetting_SaysSo(string name, string value, string expected)
    {
        using var server = ServerProcess.Start($"--{name}={value}");
        Assert.Equal(1, await server.ExitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains(expected, Assert.Single(server.Errors), StringComparison.Ordinal);
    }

    internal static async Task<int> InFlightAsync(ServerProcess server)
    {
        using var http = new HttpClient { BaseAddress = server.Json };
        // The exporter keeps its answer for a third of a second.
        var line = (await http.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Split('\n').Single(line => line.StartsWith("codereference_calls_in_flight", StringComparison.Ordinal));
        return int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task FinishAsync(Func<Uri, Task<UnfinishedPost>> begin, string expected)
    {
        using var server = await ServerProcess.StartServingAsync();
        using var post = await begin(server.Json);
        await AuthenticationTests.EventuallyAsync(async () => (await InFlightAsync(server)) == 1);
        await server.SignalAsync("TERM");
        await AuthenticationTests.EventuallyAsync(() => Task.FromResult(server.Output.Any(line => line.Contains("Draining", StringComparison.Ordinal))));
        var answer = await post.EndAsync();
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Equal(0, await server.ExitAsync(TimeSpan.FromSeconds(20)));
    }

    private static async Task<HealthCheckResponse.Types.ServingStatus> HealthAsync(Caller caller) =>
        (await new Health.HealthClient(caller.Channel).CheckAsync(new(), deadline: DateTime.UtcNow.AddSeconds(10))).Status;
}
