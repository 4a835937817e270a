using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;

namespace CodeReference.Hosting.Tests;

/// <summary>What /metrics says after one call of each kind.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_AfterCallsOfGrpc_CountThemByMethodStatusAndWire()
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        await caller.OverGrpcAsync("ValidateModifiers", """{"procedureCode":"14020"}""");
        await Assert.ThrowsAsync<RpcException>(() => caller.OverGrpcAsync("LookupCode", """{"code":"99999"}"""));
        await Assert.ThrowsAsync<RpcException>(() => caller.OverGrpcAsync("LookupCode", [0xff]));
        using var channel = GrpcChannel.ForAddress(server.Json, new() { HttpHandler = new GrpcWebHandler(new HttpClientHandler()), DisposeHttpClient = true, HttpVersion = new(1, 1) });
        var web = new Wire.CodeReferenceService.CodeReferenceServiceClient(channel);
        await web.GetEditionAsync(new(), cancellationToken: TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<RpcException>(() => web.LookupCodeAsync(new() { Code = "99999" }, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);

        await AssertCountedAsync(
            server,
            "method=\"ValidateModifiers\",status=\"OK\",wire=\"grpc\"",
            "method=\"LookupCode\",status=\"NotFound\",wire=\"grpc\"",
            "method=\"LookupCode\",status=\"InvalidArgument\",wire=\"grpc\"",
            "method=\"GetEdition\",status=\"OK\",wire=\"grpc-web\"",
            "method=\"LookupCode\",status=\"NotFound\",wire=\"grpc-web\"");
    }

    [JsonFact]
    public async Task Metrics_AfterCallsOverJson_CountThemByMethodAndStatus()
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        (await caller.OverJsonAsync("ValidateModifiers", """{"procedureCode":"14020"}""")).Dispose();
        (await caller.OverJsonAsync("LookupCode", """{"code":"99999"}""")).Dispose();
        (await caller.OverJsonAsync("LookupCode", """{"code":"14020","edition":"0123456789abcdef"}""")).Dispose();
        (await caller.OverJsonAsync("SelectCode", "{")).Dispose();
        await AssertCountedAsync(
            server,
            "method=\"ValidateModifiers\",status=\"OK\",wire=\"json\"",
            "method=\"LookupCode\",status=\"NotFound\",wire=\"json\"",
            "method=\"LookupCode\",status=\"FailedPrecondition\",wire=\"json\"",
            "method=\"SelectCode\",status=\"InvalidArgument\",wire=\"json\"");
    }

    /// <summary>Single lines and those of a batch alike.</summary>
    [Fact]
    public async Task Metrics_AfterValidations_CountOutcomesAndVerdicts()
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        await caller.OverGrpcAsync("ValidateModifiers", """{"procedureCode":"14020","modifiers":["LT"]}""");
        await caller.OverGrpcAsync("BatchValidateModifiers", """{"lines":[{"procedureCode":"14020","modifiers":["LT","9"]},{"procedureCode":"14020","modifiers":["LT"]}]}""");
        var lines = await ScrapeAsync(server.Json, "codereference_validation");
        Assert.Contains("codereference_validation_outcomes_total{outcome=\"Accept\"} 2\n", lines, StringComparison.Ordinal);
        Assert.Contains("codereference_validation_verdicts_total{verdict=\"Listed\"} 3\n", lines, StringComparison.Ordinal);
        Assert.Contains("codereference_validation_verdicts_total{verdict=\"Malformed\"} 1\n", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_OfAServer_NameTheEdition()
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        var edition = ((Wire.GetEditionResponse)await caller.OverGrpcAsync("GetEdition", "{}")).Edition.Id;
        Assert.Contains($"codereference_edition{{edition=\"{edition}\"}} 1\n", await ScrapeAsync(server.Json, "codereference_edition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MetricsEndpoint_BeyondThisMachine_AnswersMetricsAlone()
    {
        var port = Loopback.FreeAddress().Port;
        using var authority = new Authority();
        using var server = await ServerProcess.StartServingAsync($"--Kestrel:Endpoints:Metrics:Url=http://0.0.0.0:{port}", $"--Authentication:ApiKeys={authority.WriteApiKeys("key")}");
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        using var metrics = await http.GetAsync("/metrics", TestContext.Current.CancellationToken);
        using var edition = await http.GetAsync("/v1/edition", TestContext.Current.CancellationToken);
        Assert.Equal((System.Net.HttpStatusCode.OK, System.Net.HttpStatusCode.NotFound), (metrics.StatusCode, edition.StatusCode));
    }

    private static async Task AssertCountedAsync(ServerProcess server, params string[] labels)
    {
        var lines = await ScrapeAsync(server.Json, "codereference_call_duration_seconds_count");
        Assert.All(labels, expected => Assert.Contains($"codereference_call_duration_seconds_count{{{expected}}} 1\n", lines, StringComparison.Ordinal));
    }

    /// <summary>The lines that begin with a name, each with its end. Scopes and time stamps are left out.</summary>
    internal static async Task<string> ScrapeAsync(Uri json, string name)
    {
        // The exporter answers from what it has for a third of a second.
        await Task.Delay(500, TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = json };
        var lines = (await http.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Split('\n')
            .Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "otel_scope_\\w+=\"[^\"]*\",?", "").Replace(",}", "}", StringComparison.Ordinal));
        return string.Concat(lines.Select(line => string.Join(' ', line.Split(' ').Take(2)) + "\n"));
    }
}
