using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CodeReference.Service.Tests.Hosting;

/// <summary>A question over JSON whose last byte is held back: a call that is in flight for as long as a test wants.</summary>
internal sealed class UnfinishedPost : IDisposable
{
    private const string Question = """{"procedureCode":"14020"}""";

    private readonly TcpClient _client = new();

    public static async Task<UnfinishedPost> BeginAsync(Uri json)
    {
        var post = new UnfinishedPost();
        await post._client.ConnectAsync(json.Host, json.Port, TestContext.Current.CancellationToken);
        await post.SendAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /v1/modifiers:validate HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {Question.Length}\r\n\r\n{Question[..^1]}"));
        return post;
    }

    /// <summary>Sends the last byte.</summary>
    /// <returns>The answer.</returns>
    public async Task<string> EndAsync()
    {
        await SendAsync(Question[^1..]);
        return await new StreamReader(_client.GetStream()).ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private ValueTask SendAsync(string text) => _client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
}
