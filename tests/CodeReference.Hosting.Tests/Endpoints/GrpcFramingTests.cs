using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Rpc;

namespace CodeReference.Hosting.Tests;

/// <summary>The bytes around a message of gRPC, sent over bare HTTP/2.</summary>
public sealed class GrpcFramingTests(RunningService service)
{
    private const string Ask = "/codereference.v1.CodeReferenceService/ValidateModifiers";
    private const string Stream = "/codereference.v1.CodeReferenceService/StreamValidateModifiers";

    [Theory]
    [InlineData("02000000070a053134303230")]
    [InlineData("ff000000070a053134303230")]
    public async Task Call_UnknownFlag_IsMessageInvalid(string body) =>
        AssertRefused(await PostAsync(service.Caller, body), Code.InvalidArgument, "MESSAGE_INVALID");

    [Theory]
    [InlineData("00ffffffff0a053134303230")]
    [InlineData("0080000000")]
    [InlineData("01ffffffff")]
    [InlineData("0000100001")]
    public async Task Call_LengthPastTheLimit_IsMessageTooLarge(string body) =>
        AssertRefused(await PostAsync(service.Caller, body), Code.ResourceExhausted, "MESSAGE_TOO_LARGE");

    /// <summary>The second message of a stream; the first is answered.</summary>
    [Theory]
    [InlineData("02000000070a053134303230", Code.InvalidArgument, "MESSAGE_INVALID")]
    [InlineData("00ffffffff0a053134303230", Code.InvalidArgument, "MESSAGE_INVALID")]
    [InlineData("0000100001", Code.ResourceExhausted, "MESSAGE_TOO_LARGE")]
    public async Task Stream_LaterFrameThatIsNone_IsRefused(string second, Code code, string reason)
    {
        using var content = new ByteArrayContent(Convert.FromHexString($"000000000912070a053134303230{second}"));
        using var response = await SendAsync(service.Caller, content, Stream);
        var answered = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Wire.Outcome.Accept, Wire.StreamValidateModifiersResponse.Parser.ParseFrom(answered.AsSpan(5)).Response.Outcome);
        AssertStatus(response.TrailingHeaders, code, reason);
    }

    /// <summary>Five bytes that come one at a time.</summary>
    [Fact]
    public async Task Call_PrefixInPieces_IsReadWhole()
    {
        using var content = new Pieces(Convert.FromHexString("00000000070a053134303230"));
        using var response = await SendAsync(service.Caller, content);
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("0", Assert.Single(response.TrailingHeaders.GetValues("grpc-status")));
    }

    [Fact]
    public async Task Call_FramesThatAreNone_LogNothing()
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        foreach (var body in (string[])["02000000070a053134303230", "00ffffffff0a053134303230", "0080000000"])
        {
            (await PostAsync(caller, body)).Dispose();
            using var content = new ByteArrayContent(Convert.FromHexString(body));
            (await SendAsync(caller, content, Stream)).Dispose();
        }

        await server.TerminateAsync(TimeSpan.FromSeconds(5));
        Assert.DoesNotMatch("(warn|fail|crit): ", string.Join('\n', server.Output));
    }

    private static void AssertRefused(HttpResponseMessage response, Code code, string reason)
    {
        using (response)
        {
            AssertStatus(response.Headers, code, reason);
        }
    }

    private static void AssertStatus(HttpResponseHeaders headers, Code code, string reason)
    {
        Assert.Equal($"{(int)code}", Assert.Single(headers.GetValues("grpc-status")));
        var details = Assert.Single(headers.GetValues("grpc-status-details-bin"));
        var status = Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '=')));
        Assert.Equal((int)code, status.Code);
        Assert.Equal(("codereference", reason), (status.GetDetail<ErrorInfo>().Domain, status.GetDetail<ErrorInfo>().Reason));
    }

    private static async Task<HttpResponseMessage> PostAsync(Caller caller, string body)
    {
        using var content = new ByteArrayContent(Convert.FromHexString(body));
        return await SendAsync(caller, content);
    }

    private static async Task<HttpResponseMessage> SendAsync(Caller caller, HttpContent content, string path = Ask)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = content };
        request.Headers.TE.Add(new("trailers"));
        return await caller.Http2.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class Pieces(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var octet in bytes)
            {
                await stream.WriteAsync(new[] { octet });
                await stream.FlushAsync();
                await Task.Yield();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
