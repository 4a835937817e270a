using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CodeReference.Hosting.Tests;

public sealed class LogTests
{
    private const string Marker = "phicanary5e1f";

    /// <summary>Queries of a search, and what else a query may hold: the path of a GET has them in sight of every log.</summary>
    private static readonly string[] Searches =
    [
        $"/v1/codes:search?query={Marker}",
        $"/v1/codes:search?query=flap+{Marker}&systems=CODE_SYSTEM_ICD10CM&maxResults=5",
        $"/v1/codes:search?query={Marker}{new string('x', 256)}",
        $"/v1/codes:search?query={Marker}&maxResults=-1",
        $"/v1/codes:search?query={Marker}&maxResults={Marker}",
        $"/v1/codes:search?query=flap&systems={Marker}",
        $"/v1/codes:search?query={Marker}&{Marker}={Marker}",
        $"/v1/codes:search?query={Marker}%ZZ%ED%A0%80",
        $"/v1/codes:search?query={Marker}{new string('x', 20_000)}",
        $"/v1/codes:{Marker}?query={Marker}",
        $"/v1/codes/{Marker}?view={Marker}",
        $"/v1/{Marker}",
    ];

    [Fact]
    public async Task Log_OfEveryRequestAtTrace_HoldsNothingThatTheCallerSent() =>
        Assert.Empty(await MarkedLinesAsync("--Logging:LogLevel:Default=Trace"));

    [Fact]
    public async Task Log_AsShipped_HoldsNothingThatTheCallerSent() => Assert.Empty(await MarkedLinesAsync());

    /// <summary>The framework logs addresses and values, and no setting lets it.</summary>
    [Fact]
    public async Task Log_OfTheFrameworkAtTrace_HoldsNothingThatTheCallerSent() => Assert.Empty(await MarkedLinesAsync(
        "--Logging:LogLevel:Default=Trace",
        "--Logging:LogLevel:Microsoft=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal.Binding=Trace",
        "--Logging:LogLevel:Grpc=Trace",
        "--Logging:Console:LogLevel:Default=Trace",
        "--Logging:Console:LogLevel:Microsoft=Trace"));

    /// <summary>Starts a server, sends it the marker in every string field of every method and in many an address, and stops it.</summary>
    /// <returns>The lines of its output that hold the marker.</returns>
    private static async Task<IEnumerable<string>> MarkedLinesAsync(params IEnumerable<string> settings)
    {
        using var server = await ServerProcess.StartServingAsync(settings);
        using var caller = new Caller(server);
        string[] lines = [.. MarkedRequests(Wire.CodeReferenceService.Descriptor.FindMethodByName("ValidateModifiers")).Select(line => line.Request)];
        IEnumerable<(string, string)> batches =
        [
            .. lines.Select(line => ("BatchValidateModifiers", $$"""{"lines":[{{line}}]}""")),
            .. MarkedRequests(Wire.CodeReferenceService.Descriptor.FindMethodByName("LookupCode")).Select(lookup => ("BatchLookupCodes", $$"""{"lookups":[{{lookup.Request}}]}""")),
        ];
        using (var stream = caller.Stream())
        {
            foreach (var line in lines)
            {
                await stream.RequestStream.WriteAsync(new() { LineId = Marker, Line = JsonParser.Default.Parse<Wire.ValidateModifiersRequest>(line) });
                Assert.True(await stream.ResponseStream.MoveNext(default));
            }
        }

        var methods = Wire.CodeReferenceService.Descriptor.Methods.Where(method => !method.IsClientStreaming);
        foreach (var (rpc, request) in methods.SelectMany(MarkedRequests).Concat(batches).Concat(MarkedSearches))
        {
            Assert.True(await Record.ExceptionAsync(() => caller.OverGrpcAsync(rpc, request)) is null or RpcException);
            (await caller.OverJsonAsync(rpc, request)).Dispose();
        }

        foreach (var path in Searches)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"{server.Json.GetLeftPart(UriPartial.Authority)}{path}");
            (await caller.Http.GetAsync(new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }))).Dispose();
        }

        await server.TerminateAsync(TimeSpan.FromSeconds(5));
        return server.Output.Concat(server.Errors).Where(line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Searches that are answered and that are refused.</summary>
    private static IEnumerable<(string Rpc, string Request)> MarkedSearches =>
    [
        ("SearchCodes", $$"""{"query":"flap {{Marker}}","systems":["CODE_SYSTEM_ICD10CM"]}"""),
        ("SearchCodes", $$"""{"query":"{{Marker}}","maxResults":-1}"""),
        ("SearchCodes", $$"""{"query":"{{Marker}}{{new string('x', 256)}}"}"""),
    ];

    /// <summary>One request for each string field, marked in that field and otherwise right.</summary>
    private static IEnumerable<(string Rpc, string Request)> MarkedRequests(MethodDescriptor method) =>
        method.InputType.Fields.InFieldNumberOrder().Where(field => field.FieldType == FieldType.String).Select(marked =>
        {
            var fields = method.InputType.Fields.InFieldNumberOrder()
                .Where(field => field == marked || field.Name is "procedure_code" or "code" or "query")
                .Select(field => (field.JsonName, Value: field == marked ? Marker : "14020", field.IsRepeated))
                .Select(field => $"\"{field.JsonName}\":" + (field.IsRepeated ? $"[\"{field.Value}\"]" : $"\"{field.Value}\""));
            return (method.Name, $"{{{string.Join(',', fields)}}}");
        });
}
