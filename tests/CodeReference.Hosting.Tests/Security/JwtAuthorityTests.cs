using System.Net;
using System.Text;
using Grpc.Core;

namespace CodeReference.Hosting.Tests;

/// <summary>Keys that a provider of OpenID Connect publishes at its address.</summary>
public sealed class JwtAuthorityTests : IDisposable
{
    private readonly Authority _authority = new();
    private readonly HttpListener _provider = new();
    private readonly string _address = Loopback.FreeAddress().GetLeftPart(UriPartial.Authority);

    public JwtAuthorityTests()
    {
        _provider.Prefixes.Add($"{_address}/");
        _provider.Start();
        _ = PublishAsync();
    }

    public void Dispose()
    {
        _provider.Close();
        _authority.Dispose();
    }

    [Fact]
    public async Task Ask_WithATokenOfTheProvider_IsAnsweredAndWithOthersIsNot()
    {
        using var server = await ServerProcess.StartServingAsync($"--Authentication:Jwt:Authority={_address}", $"--Authentication:Jwt:Issuer={Authority.Issuer}", $"--Authentication:Jwt:Audience={Authority.Audience}");
        using var stranger = new Authority();
        using var known = new TlsCaller(server.Grpc, null, token: _authority.Token());
        using var other = new TlsCaller(server.Grpc, null, token: stranger.Token());
        using var elsewhere = new TlsCaller(server.Grpc, null, token: _authority.Token(audience: "another"));
        Assert.Equal((StatusCode.OK, null), await known.AskAsync());
        Assert.Equal((StatusCode.Unauthenticated, "CREDENTIALS_INVALID"), await other.AskAsync());
        Assert.Equal((StatusCode.Unauthenticated, "CREDENTIALS_INVALID"), await elsewhere.AskAsync());
    }

    private async Task PublishAsync()
    {
        while (_provider.IsListening)
        {
            try
            {
                var context = await _provider.GetContextAsync();
                var body = context.Request.Url!.AbsolutePath == "/keys"
                    ? await File.ReadAllBytesAsync(_authority.PathOf("keys.json"))
                    : Encoding.UTF8.GetBytes($$"""{"issuer":"{{Authority.Issuer}}","jwks_uri":"{{_address}}/keys"}""");
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
