using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace CodeReference.Client.Tests;

/// <summary>What goes with a call so that a service knows who makes it.</summary>
public sealed class CredentialsTests
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_ApiKeyAndToken_GoWithEveryCallAndWithThoseOfTheStub()
    {
        await using var server = await RecordingServer.StartAsync();
        var tokens = 0;
        using var client = new CodeReferenceClient(new CodeReferenceClientOptions { Addresses = [server.Address], ApiKey = "key-1", BearerToken = _ => new($"token-{++tokens}") });
        for (var i = 1; i <= 2; i++)
        {
            Assert.Equal("recorded", (await client.GetEditionAsync(Patience)).Label);
            Assert.Equal(("key-1", $"Bearer token-{i}"), (server.Headers["x-api-key"], server.Headers["authorization"]));
        }

        await client.Stub.GetEditionAsync(new(), new Grpc.Core.Metadata { { "x-own", "1" } }, cancellationToken: Patience);
        Assert.Equal(("key-1", "1"), (server.Headers["x-api-key"], server.Headers["x-own"]));
    }

    [Fact]
    public async Task Ask_EveryCall_HasADeadline()
    {
        await using var server = await RecordingServer.StartAsync();
        using var client = new CodeReferenceClient(server.Address.ToString());
        await client.GetEditionAsync(Patience);
        Assert.Matches("^(9[0-9]{3}m|9[0-9]{6}u|10S)$", server.Headers["grpc-timeout"]);
        Assert.DoesNotContain("x-api-key", server.Headers.Keys);
        Assert.DoesNotContain("authorization", server.Headers.Keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Ask_OverTls_TrustsTheGivenRootsAndShowsItsCertificate(int connections)
    {
        using var own = CertificateOf("CN=localhost");
        using var mine = CertificateOf("CN=billing office");
        await using var server = await RecordingServer.StartAsync(own);
        using var client = new CodeReferenceClient(new CodeReferenceClientOptions { Addresses = [server.Address], TrustedRoots = [own], ClientCertificate = mine, Connections = connections, ApiKey = "key-1" });
        Assert.Equal("recorded", (await client.GetEditionAsync(Patience)).Label);
        Assert.Equal(("CN=billing office", "key-1"), (server.Caller, server.Headers["x-api-key"]));
    }

    [Fact]
    public async Task AddCodeReferenceClient_Credentials_GoWithEveryCall()
    {
        using var own = CertificateOf("CN=localhost");
        await using var server = await RecordingServer.StartAsync(own);
        var services = new ServiceCollection();
        services.AddCodeReferenceClient(options =>
            (options.Addresses, options.TrustedRoots, options.ApiKey, options.BearerToken) = ([server.Address], [own], "key-2", _ => new("token-2")));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ICodeReference>().GetEditionAsync(Patience);
        Assert.Equal(("key-2", "Bearer token-2"), (server.Headers["x-api-key"], server.Headers["authorization"]));
    }

    private static X509Certificate2 CertificateOf(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
