using System.Net;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace CodeReference.Hosting.Tests;

/// <summary>A server that takes one call at a time, and has one.</summary>
public sealed class OverloadProtectionTests : IAsyncLifetime
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    private ServerProcess? _server;
    private Caller? _caller;
    private UnfinishedCall? _call;

    public async ValueTask InitializeAsync()
    {
        _server = await ServerProcess.StartServingAsync("--Overload:MaxInFlight=1");
        _caller = new(_server);
        _call = UnfinishedCall.Begin(_caller);
        await AuthenticationTests.EventuallyAsync(async () => await DrainTests.InFlightAsync(_server) == 1);
    }

    public ValueTask DisposeAsync()
    {
        _call?.Dispose();
        _caller?.Dispose();
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Ask_WhileTooMuchIsInFlight_IsOverloadedWithATimeToRetry()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _caller!.OverGrpcAsync("GetEdition", "{}"));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        AssertOverloaded(error.GetRpcStatus()!);

        // Whatever is asked in HTTP alone is refused in JSON.
        using var json = await _caller!.OverJsonAsync("GetEdition", "{}");
        Assert.Equal(HttpStatusCode.TooManyRequests, json.StatusCode);
        AssertOverloaded(Json.Parse<Google.Rpc.Status>(await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

        Assert.Contains("codereference_sheds_total{reason=\"in_flight\"} 2", await MetricsTests.ScrapeAsync(_server!.Json, "codereference_sheds"), StringComparison.Ordinal);
    }

    [Fact]
    public Task Health_WhileTooMuchIsInFlight_IsAnswered() => _caller!.WaitUntilHealthyAsync(TimeSpan.FromSeconds(10));

    [Fact]
    public async Task Ask_OnceThatIsOver_IsAnswered()
    {
        Assert.Equal("0", await _call!.EndAsync());
        await _caller!.OverGrpcAsync("GetEdition", "{}");
        await _caller.OverGrpcAsync("GetEdition", "{}");
    }

    private static void AssertOverloaded(Google.Rpc.Status status)
    {
        Assert.Equal(("codereference", "OVERLOADED"), (status.GetDetail<ErrorInfo>().Domain, status.GetDetail<ErrorInfo>().Reason));
        Assert.Equal(TimeSpan.FromSeconds(1), status.GetDetail<RetryInfo>().RetryDelay.ToTimeSpan());
    }
}
