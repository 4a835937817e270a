using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Grpc.Core;

namespace CodeReference.Hosting.Tests;

/// <summary>What is sent to a collector of OTLP: all signals, and in none of them anything that a caller sends.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Marker = "phicanary5e1f";

    private readonly HttpListener _collector = new();
    private readonly ConcurrentQueue<(string Path, string Body)> _received = [];
    private readonly Uri _address = Loopback.FreeAddress();

    public TelemetryTests()
    {
        _collector.Prefixes.Add($"{_address.GetLeftPart(UriPartial.Authority)}/");
        _collector.Start();
        _ = CollectAsync();
    }

    public void Dispose() => _collector.Close();

    [Fact]
    public async Task Otlp_OfEveryCallAtTrace_HoldsEverySignalAndNothingThatTheCallerSent()
    {
        using (var server = StartServer())
        {
            using var caller = new Caller(server);
            await caller.WaitUntilHealthyAsync(TimeSpan.FromSeconds(60));
            await AskAllAsync(caller);
            Assert.DoesNotContain(Marker, await caller.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(0, await server.TerminateAsync(TimeSpan.FromSeconds(30)));
            Assert.DoesNotContain(server.Output.Concat(server.Errors), line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        }

        AssertReceived("/v1/traces", "/codereference.v1.CodeReferenceService/ValidateModifiers", "service-of-the-tests");
        AssertReceived("/v1/metrics", "codereference.call.duration", "ValidateModifiers");
        AssertReceived("/v1/logs", "Serving edition");
        Assert.DoesNotContain(_received, sent => sent.Body.Contains(Marker, StringComparison.OrdinalIgnoreCase));
    }

    [JsonFact]
    public async Task Otlp_OfACallOverJson_NamesItsRoute()
    {
        using (var server = StartServer())
        {
            using var caller = new Caller(server);
            await caller.WaitUntilHealthyAsync(TimeSpan.FromSeconds(60));
            (await caller.OverJsonAsync("LookupCode", $$"""{"code":"{{Marker}}"}""")).Dispose();
            Assert.Equal(0, await server.TerminateAsync(TimeSpan.FromSeconds(30)));
        }

        AssertReceived("/v1/traces", "/v1/codes/{code}");
    }

    private ServerProcess StartServer() => ServerProcess.StartUnder(
        [
            "env",
            $"OTEL_EXPORTER_OTLP_ENDPOINT={_address.GetLeftPart(UriPartial.Authority)}",
            "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "OTEL_SERVICE_NAME=service-of-the-tests",
        ],
        "--Logging:LogLevel:Default=Trace",
        "--Logging:LogLevel:Microsoft=Trace",
        "--Logging:LogLevel:Grpc=Trace");

    private static async Task AskAllAsync(Caller caller)
    {
        caller.Http.DefaultRequestHeaders.Add("user-agent", Marker);
        caller.Http.DefaultRequestHeaders.Add("tracestate", $"a={Marker}");
        caller.Http.DefaultRequestHeaders.Add("baggage", $"a={Marker}");
        foreach (var path in (string[])[$"/v1/codes/{Marker}", $"/v1/codes/14020?edition={Marker}", $"/v1/codes:search?query={Marker}", $"/{Marker}", $"/v1/codes/14020?view={Marker}"])
        {
            (await caller.Http.GetAsync(path, TestContext.Current.CancellationToken)).Dispose();
        }

        using var body = new StringContent($$"""{"procedureCode":"{{Marker}}","{{Marker}}":1}""", Encoding.UTF8, "application/json");
        (await caller.Http.PostAsync("/v1/modifiers:validate", body, TestContext.Current.CancellationToken)).Dispose();
        await caller.OverGrpcAsync("ValidateModifiers", $$"""{"procedureCode":"14020","modifiers":["{{Marker}}"],"payer":"{{Marker}}"}""");
        await Assert.ThrowsAsync<RpcException>(() => caller.OverGrpcAsync("LookupCode", $$"""{"code":"{{Marker}}"}"""));
        await Assert.ThrowsAsync<RpcException>(() => caller.OverGrpcAsync($"Lookup{Marker}", []));
    }

    private void AssertReceived(string path, params string[] texts)
    {
        var sent = string.Concat(_received.Where(one => one.Path == path).Select(one => one.Body));
        foreach (var text in texts)
        {
            Assert.True(sent.Contains(text, StringComparison.Ordinal), string.Create(CultureInfo.InvariantCulture, $"{path} ({sent.Length} bytes) lacks {text}"));
        }
    }

    private async Task CollectAsync()
    {
        while (_collector.IsListening)
        {
            try
            {
                var context = await _collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
