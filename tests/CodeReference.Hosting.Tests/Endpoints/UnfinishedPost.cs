using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;

namespace CodeReference.Hosting.Tests;

/// <summary>A question over HTTP/1.1 whose last byte is held back: a call that is in flight for as long as a test wants.</summary>
internal sealed class UnfinishedPost : IDisposable
{
    private readonly TcpClient _client = new();
    private readonly byte[] _body;

    private UnfinishedPost(byte[] body) => _body = body;

    public static Task<UnfinishedPost> BeginJsonAsync(Uri server) =>
        BeginAsync(server, "/v1/modifiers:validate", "application/json", """{"procedureCode":"14020"}"""u8.ToArray());

    public static Task<UnfinishedPost> BeginGrpcWebAsync(Uri server)
    {
        var message = new Wire.ValidateModifiersRequest { ProcedureCode = "14020" }.ToByteArray();
        return BeginAsync(server, "/codereference.v1.CodeReferenceService/ValidateModifiers", "application/grpc-web+proto", [0, 0, 0, 0, (byte)message.Length, .. message]);
    }

    /// <summary>Sends the last byte.</summary>
    /// <returns>The answer.</returns>
    public async Task<string> EndAsync()
    {
        await SendAsync(_body.AsMemory(^1..));
        return await new StreamReader(_client.GetStream()).ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private static async Task<UnfinishedPost> BeginAsync(Uri server, string path, string contentType, byte[] body)
    {
        var post = new UnfinishedPost(body);
        await post._client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await post.SendAsync(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: {contentType}\r\ncontent-length: {body.Length}\r\n\r\n")));
        await post.SendAsync(body.AsMemory(..^1));
        return post;
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> bytes) => _client.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken);
}
