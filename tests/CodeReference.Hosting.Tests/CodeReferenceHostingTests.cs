using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using static CodeReference.V1.CodeReferenceService;

namespace CodeReference.Hosting.Tests;

/// <summary>A book without publications and rules, served as anybody may serve a book.</summary>
public sealed class CodeReferenceHostingTests : IAsyncLifetime
{
    private readonly Uri _json = Loopback.FreeAddress();
    private readonly Uri _grpc = Loopback.FreeAddress();
    private WebApplication? _app;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(
        [
            $"--Kestrel:Endpoints:Json:Url={_json}", $"--Kestrel:Endpoints:Grpc:Url={_grpc}", "--Logging:LogLevel:Default=None",
        ]);
        _app = builder.AddCodeReference(OfficialBook.Instance).Build().MapCodeReference();
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app!.DisposeAsync();

    [Fact]
    public async Task MapCodeReference_OtherBook_AnswersOverGrpcFromIt()
    {
        using var channel = GrpcChannel.ForAddress(_grpc);
        var client = new CodeReferenceServiceClient(channel);
        var cancellationToken = TestContext.Current.CancellationToken;
        Assert.Equal(OfficialBook.Instance.Edition.Id, (await client.GetEditionAsync(new(), cancellationToken: cancellationToken)).Edition.Id);
        var code = (await client.LookupCodeAsync(new() { Code = "207q00000x" }, cancellationToken: cancellationToken)).Code;
        Assert.Equal("Family Medicine Physician", code.OfficialTitle);
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await client.GetPublicationAsync(new() { ProcedureCode = "14020" }, cancellationToken: cancellationToken));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task MapCodeReference_OtherBook_AnswersOverJsonFromIt()
    {
        using var http = new HttpClient { BaseAddress = _json };
        using var body = new StringContent("""{"procedureCode":"14020","modifiers":["LT"]}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/v1/modifiers:validate", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var validation = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(OfficialBook.Instance.Edition.Id, (string?)validation["edition"]);
        Assert.Equal("VERDICT_NO_DATA", (string?)validation["modifiers"]![0]!["verdict"]);
    }

    [Fact]
    public void AddCodeReference_NoSettings_ListensOnThisMachineAlone()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.AddCodeReference(OfficialBook.Instance);
        Assert.Equal("http://127.0.0.1:5080", builder.Configuration["Kestrel:Endpoints:Json:Url"]);
        Assert.Equal("http://127.0.0.1:5081", builder.Configuration["Kestrel:Endpoints:Grpc:Url"]);
    }
}
