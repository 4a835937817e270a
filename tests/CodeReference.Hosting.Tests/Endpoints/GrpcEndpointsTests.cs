using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;
using Grpc.Core;

namespace CodeReference.Hosting.Tests;

public sealed class GrpcEndpointsTests(RunningService service)
{
    private const string Ask = "/codereference.v1.CodeReferenceService/ValidateModifiers";

    /// <summary>The request for 14020 without modifiers.</summary>
    private static readonly byte[] Question = Convert.FromHexString("0a053134303230");

    /// <summary>Bytes that are no ValidateModifiersRequest.</summary>
    public static TheoryData<string, string> Malformed => new()
    {
        { "a field cut short", "0a053134" },
        { "a length of ten bytes, all ones", "0affffffffffffffffff01" },
        { "a varint without end", "20ffffffffffffffffffffff" },
        { "a tag of field 0", "0005" },
        { "an end of group without a start", "0c" },
        { "a group without an end", "0b" },
        { "a wire type that is none", "0f" },
        { "text that is no UTF-8", "0a05ff34303230" },
        { "a lone surrogate in UTF-8", "0a03eda080" },
        { "an overlong NUL in UTF-8", "1202c080" },
    };

    [Fact]
    public async Task Call_RightBytes_IsAnswered() =>
        Assert.Equal(StatusCode.OK, StatusOf(await PostAsync(Framed(Question))));

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Call_BytesThatAreNoMessage_IsMessageInvalid(string what, string message)
    {
        Assert.NotEmpty(what);
        var bytes = Convert.FromHexString(message);
        Assert.Equal(StatusCode.InvalidArgument, StatusOf(await PostAsync(Framed(bytes))));
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Caller.OverGrpcAsync("ValidateModifiers", bytes));
        var info = error.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        Assert.Equal(("codereference", "MESSAGE_INVALID"), (info.Domain, info.Reason));
    }

    [Theory]
    [InlineData("0a053134303230a20603616263")]
    [InlineData("0a0531343032300a053134303230")]
    public async Task Call_UnknownOrRepeatedField_IsAnswered(string message) =>
        Assert.Equal(StatusCode.OK, StatusOf(await PostAsync(Framed(Convert.FromHexString(message)))));

    [Fact]
    public async Task Call_Compressed_IsUnimplemented()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Question, TestContext.Current.CancellationToken);
        }

        Assert.Equal(StatusCode.Unimplemented, StatusOf(await PostAsync(Framed(packed.ToArray(), compressed: 1), ("grpc-encoding", "gzip"))));
    }

    [Fact]
    public async Task Call_LargestMessage_IsAnswered()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Caller.OverGrpcAsync("ValidateModifiers", new byte[ServerLimits.MaxMessage]));
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public async Task Call_OversizeMessage_IsResourceExhausted(int excess)
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Caller.OverGrpcAsync("ValidateModifiers", new byte[ServerLimits.MaxMessage + excess]));
        Assert.True(error.StatusCode == StatusCode.ResourceExhausted, $"{error.Status}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Call_OversizeMessageOfStatedLength_IsResourceExhausted(int excess) =>
        Assert.Equal(StatusCode.ResourceExhausted, StatusOf(await PostAsync(Framed(new byte[ServerLimits.MaxMessage + excess]))));

    /// <summary>Bodies that are no gRPC frame.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0000000007")]
    [InlineData("00000000070a0531")]
    public async Task Call_BrokenFrame_IsNotUnknown(string body)
    {
        var status = StatusOf(await PostAsync(Convert.FromHexString(body)));
        Assert.NotEqual(StatusCode.OK, status);
        Assert.NotEqual(StatusCode.Unknown, status);
    }

    [Fact]
    public async Task Get_OfAGrpcPath_RunsNoMethod()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Ask) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        using var response = await service.Caller.Http2.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.NotEqual(StatusCode.OK, StatusOf(response));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Call_UnknownMethod_IsUnimplemented()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Caller.OverGrpcAsync("ValidateModifiersTwice", Question));
        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    [Fact]
    public async Task Call_EveryMalformedMessage_LogsNothingAboveInformation()
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        foreach (var row in Malformed)
        {
            await Assert.ThrowsAsync<RpcException>(() => caller.OverGrpcAsync("ValidateModifiers", Convert.FromHexString(row.Data.Item2)));
        }

        await server.TerminateAsync(TimeSpan.FromSeconds(5));
        Assert.DoesNotMatch("(warn|fail|crit): ", string.Join('\n', server.Output));
        Assert.Empty(server.Errors);
    }

    private static byte[] Framed(byte[] message, byte compressed = 0) =>
        [compressed, (byte)(message.Length >> 24), (byte)(message.Length >> 16), (byte)(message.Length >> 8), (byte)message.Length, .. message];

    /// <summary>Posts a body as a gRPC call, over bare HTTP/2.</summary>
    private async Task<HttpResponseMessage> PostAsync(byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Ask)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        request.Headers.TE.Add(new("trailers"));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await service.Caller.Http2.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The status of a call: in the trailers, or in the headers when nothing else was sent.</summary>
    private static StatusCode? StatusOf(HttpResponseMessage response) =>
        response.TrailingHeaders.TryGetValues("grpc-status", out var values) || response.Headers.TryGetValues("grpc-status", out values)
            ? (StatusCode)int.Parse(Assert.Single(values), System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
