using System.Net;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;

namespace CodeReference.Hosting.Tests;

/// <summary>gRPC as browsers speak it, on the port of JSON, whose HTTP they have.</summary>
public sealed class GrpcWebTests(RunningService service)
{
    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task Call_OverGrpcWeb_IsAnswered(GrpcWebMode mode)
    {
        using var channel = Channel(mode);
        var answer = await new Wire.CodeReferenceService.CodeReferenceServiceClient(channel).ValidateModifiersAsync(new() { ProcedureCode = "14020", Modifiers = { "LT" } }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Wire.Outcome.Accept, answer.Outcome);
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb, "", "FIELD_INVALID")]
    [InlineData(GrpcWebMode.GrpcWebText, "", "FIELD_INVALID")]
    [InlineData(GrpcWebMode.GrpcWeb, "99999", "CODE_NOT_FOUND")]
    public async Task Error_OverGrpcWeb_IsThatOfGrpc(GrpcWebMode mode, string code, string reason)
    {
        using var channel = Channel(mode);
        var error = await Assert.ThrowsAsync<RpcException>(() => new Wire.CodeReferenceService.CodeReferenceServiceClient(channel).LookupCodeAsync(new() { Code = code }, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);
        Assert.True(reason == error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason, $"{error}");
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task Oversize_OverGrpcWeb_IsMessageTooLarge(GrpcWebMode mode)
    {
        using var channel = Channel(mode);
        var request = new Wire.ValidateModifiersRequest { ProcedureCode = "14020", Payer = new('x', ServerLimits.MaxMessage) };
        var error = await Assert.ThrowsAsync<RpcException>(() => new Wire.CodeReferenceService.CodeReferenceServiceClient(channel).ValidateModifiersAsync(request, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);
        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), (error.StatusCode, error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason));
    }

    private GrpcChannel Channel(GrpcWebMode mode) =>
        GrpcChannel.ForAddress(service.Server.Json, new() { HttpHandler = new GrpcWebHandler(mode, new HttpClientHandler()), DisposeHttpClient = true, HttpVersion = HttpVersion.Version11 });
}
