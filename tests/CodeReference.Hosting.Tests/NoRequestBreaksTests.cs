using System.Net;
using System.Text;
using CsCheck;
using Grpc.Core;

namespace CodeReference.Hosting.Tests;

/// <summary>Whatever is asked, the answer is one that the contract knows.</summary>
public sealed class NoRequestBreaksTests(RunningService service)
{
    private const int Threads = 4;

    private static readonly StatusCode[] Known = [StatusCode.OK, StatusCode.InvalidArgument, StatusCode.NotFound, StatusCode.FailedPrecondition];

    [Fact]
    public Task Grpc_AnyRequest_IsAnsweredByTheContract() =>
        RequestGen.Request.SampleAsync(
            async asked => Assert.Contains(await StatusAsync(() => service.Caller.OverGrpcAsync(asked.Rpc, asked.Request)), Known),
            iter: 3000,
            threads: Threads);

    [Fact]
    public Task Grpc_AnyBytes_AreAnsweredByTheContract() =>
        Gen.Select(Gen.OneOf<string>([.. Wire.CodeReferenceService.Descriptor.Methods.Select(method => method.Name)]), Gen.Byte.Array[0, 40]).SampleAsync(
            async (rpc, bytes) => Assert.Contains(await StatusAsync(() => service.Caller.OverGrpcAsync(rpc, bytes)), Known),
            iter: 2000,
            threads: Threads);

    [JsonFact]
    public Task Json_AnyRequest_IsNoFaultOfTheServer() =>
        RequestGen.Request.SampleAsync(
            async asked => AssertNoFault(await service.Caller.OverJsonAsync(asked.Rpc, asked.Request)),
            iter: 3000,
            threads: Threads);

    [JsonFact]
    public Task Json_AnyBody_IsNoFaultOfTheServer() =>
        Gen.Select(
            Gen.OneOf("/v1/codes:select", "/v1/modifiers:validate"),
            Gen.OneOf(
                "{", "}", "[", "]", ",", ":", "\"", "null", "true", "0", "-1", "1e999", "\"\\ud800\"", "\"NaN\"", " ", "\"size\"", "\"value\"", "\"unit\"", "\"view\"",
                "\"procedureCode\"", "\"14020\"", "\"modifiers\"", "\"maxCandidates\"", "{\"size\":{\"value\":", "{\"modifiers\":[", "\uFEFF", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[").Array[0, 12]).SampleAsync(
            async (path, parts) =>
            {
                using var body = new StringContent(string.Concat(parts), Encoding.UTF8, "application/json");
                AssertNoFault(await service.Caller.Http.PostAsync(path, body));
            },
            iter: 2000,
            threads: Threads);

    [Fact]
    public Task Json_AnyPath_IsNoFaultOfTheServer() =>
        Gen.Select(
            Gen.OneOf("/v1/codes/", "/v1/publications/", "/v1/publications?pageToken=", "/v1/codes/14020?view=", "/v1/codes/14020?view.x=", "/v1/codes:", "/", "/v1/codes/14020?", "/v1/codes:search?query=", "/v1/codes:search?systems=", "/v1/diagnostics?pageToken="),
            Gen.OneOf(
                Gen.OneOf("%00", "%ZZ", "%", "%2F", "%2e%2e", "..", "%ED%A0%80", "%FF", "a=b=c", "&&&", "//", ";", "+", "14020", "view=1", "edition", "=").Array[0, 8].Select(string.Concat),
                RequestGen.Text.Select(Uri.EscapeDataString),
                Gen.Int[100, 20_000].Select(length => new string('9', length)))).SampleAsync(
            async (path, rest) => AssertNoFault(await service.Caller.Http.GetAsync(AsIs(path + rest))),
            iter: 2000,
            threads: Threads);

    /// <summary>An address whose path is sent as it stands.</summary>
    private Uri AsIs(string path) =>
        new($"{service.Server.Json.GetLeftPart(UriPartial.Authority)}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static void AssertNoFault(HttpResponseMessage response)
    {
        Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{(int)response.StatusCode}");
        response.Dispose();
    }

    private static async Task<StatusCode> StatusAsync(Func<Task> call)
    {
        try
        {
            await call();
            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }
}
