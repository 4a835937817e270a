using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace CodeReference.Hosting.Tests;

/// <summary>A gRPC call whose last byte is held back: one that is in flight for as long as a test wants.</summary>
internal sealed class UnfinishedCall : IDisposable
{
    private readonly LastByteLater _question = new();
    private readonly Task<HttpResponseMessage> _answer;

    private UnfinishedCall(Caller caller)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/codereference.v1.CodeReferenceService/ValidateModifiers")
        {
            Content = _question,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TE.Add(new("trailers"));
        _answer = caller.Http2.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static UnfinishedCall Begin(Caller caller) => new(caller);

    /// <summary>Sends the last byte.</summary>
    /// <returns>The status of the answer: "0" when all is well.</returns>
    public async Task<string> EndAsync()
    {
        _question.Send();
        using var answer = await _answer;
        return answer.TrailingHeaders.Concat(answer.Headers).Single(header => header.Key == "grpc-status").Value.Single();
    }

    public void Dispose() => _question.Dispose();

    private sealed class LastByteLater : HttpContent
    {
        private static readonly byte[] Message = new Wire.ValidateModifiersRequest { ProcedureCode = "14020" }.ToByteArray();
        private static readonly byte[] Body = [0, 0, 0, 0, (byte)Message.Length, .. Message];

        private readonly TaskCompletionSource _sent = new();

        public LastByteLater() => Headers.ContentType = new MediaTypeHeaderValue("application/grpc");

        public void Send() => _sent.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Body.AsMemory(..^1));
            await stream.FlushAsync();
            await _sent.Task;
            await stream.WriteAsync(Body.AsMemory(^1..));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Body.Length;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            Send();
            base.Dispose(disposing);
        }
    }
}
