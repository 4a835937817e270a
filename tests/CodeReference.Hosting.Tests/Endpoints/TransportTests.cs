using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace CodeReference.Hosting.Tests;

public sealed class TransportTests : IDisposable
{
    private readonly Authority _authority = new();
    private readonly int _port = Loopback.FreeAddress().Port;

    private string Tls => $"--Kestrel:Endpoints:Tls:Url=https://127.0.0.1:{_port}";

    public void Dispose() => _authority.Dispose();

    [Theory]
    [InlineData("http://0.0.0.0:{0}", "", "Transport:AllowPlaintext")]
    [InlineData("http://*:{0}", "", "Transport:AllowPlaintext")]
    [InlineData("http://[::]:{0}", "", "Transport:AllowPlaintext")]
    [InlineData("http://0.0.0.0:{0}", "--Authentication:AllowAnonymous=true", "Transport:AllowPlaintext")]
    [InlineData("http://0.0.0.0:{0}", "--Transport:AllowPlaintext=true", "Authentication:AllowAnonymous")]
    [InlineData("https://0.0.0.0:{0}", "", "Authentication:AllowAnonymous")]
    [InlineData("https://127.0.0.1:{0}", "--Transport:Certificate=", "Transport:Certificate is not set")]
    [InlineData("https://127.0.0.1:{0}", "--Transport:Certificate=/nowhere.pem", "expected the path of a certificate in PEM")]
    [InlineData("https://127.0.0.1:{0}", "--Transport:CertificateKey=", "Transport:CertificateKey is not set")]
    [InlineData("https://127.0.0.1:{0}", "--Authentication:Jwt:Issuer=https://issuer.test", "Authentication:Jwt:Authority is not set")]
    [InlineData("https://127.0.0.1:{0}", "--Authentication:Jwt:Authority=http://login.example.org", "expected https")]
    [InlineData("https://127.0.0.1:{0}", "--Authentication:Jwt:Authority=https://login.example.org", "Authentication:Jwt:Audience is not set")]
    [InlineData("https://127.0.0.1:{0}", "--Authentication:ClientCertificates:Names:0=billing", "Authentication:ClientCertificates:Authorities is not set")]
    [InlineData("https://127.0.0.1:{0}", "--Authentication:ApiKey=keys", "no such setting; Authentication has")]
    public async Task Start_UnsafeOrHalfSet_SaysWhatIsMissing(string url, string setting, string expected)
    {
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, url, _port);
        using var server = ServerProcess.Start([$"--Kestrel:Endpoints:Tls:Url={address}", .. _authority.Tls, .. setting.Length > 0 ? new[] { setting } : []]);
        Assert.Equal(1, await server.ExitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains(expected, Assert.Single(server.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("not PEM")]
    [InlineData("the key of another")]
    public async Task Start_CertificateThatIsNoGood_SaysSo(string what)
    {
        switch (what)
        {
            case "expired": _authority.Write("server", "localhost", days: -1).Dispose(); break;
            case "not PEM": await File.WriteAllTextAsync(_authority.PathOf("server.pem"), "nonsense", TestContext.Current.CancellationToken); break;
            default:
                _authority.Write("other", "localhost").Dispose();
                File.Copy(_authority.PathOf("other.key"), _authority.PathOf("server.key"), overwrite: true);
                break;
        }

        using var server = ServerProcess.Start([Tls, .. _authority.Tls]);
        Assert.Equal(1, await server.ExitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains("expected a certificate that is valid today and its key, in PEM (", Assert.Single(server.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ApiKeysThatAreNone_NamesTheLine()
    {
        await File.WriteAllTextAsync(_authority.PathOf("api-keys"), "# keys\nbilling secret\n", TestContext.Current.CancellationToken);
        using var server = ServerProcess.Start($"--Authentication:ApiKeys={_authority.PathOf("api-keys")}");
        Assert.Equal(1, await server.ExitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains("Line 2 is not a name and 64 hexadecimal digits", Assert.Single(server.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_BeyondThisMachineWithBothOptOuts_Serves()
    {
        using var server = await ServerProcess.StartServingAsync($"--Kestrel:Endpoints:Other:Url=http://0.0.0.0:{_port}", "--Transport:AllowPlaintext=true", "--Authentication:AllowAnonymous=true");
        Assert.Empty(server.Errors);
    }

    /// <summary>Calls go on over the connection they have; who comes anew is shown the new certificate.</summary>
    [Fact]
    public async Task Certificate_ThatIsReplaced_IsShownToNewcomersAndCutsNobodyOff()
    {
        using var server = await ServerProcess.StartServingAsync([Tls, .. _authority.Tls]);
        using var old = new TlsCaller(new($"https://127.0.0.1:{_port}"), _authority);
        Assert.Equal(StatusCode.OK, (await old.AskAsync()).Status);
        using var replaced = _authority.Write("server", "localhost");
        await AuthenticationTests.EventuallyAsync(async () =>
        {
            using var newcomer = new TlsCaller(new($"https://127.0.0.1:{_port}"), _authority);
            Assert.Equal(StatusCode.OK, (await newcomer.AskAsync()).Status);
            return newcomer.Shown == replaced.SerialNumber;
        });
        Assert.Equal(StatusCode.OK, (await old.AskAsync()).Status);
        Assert.NotEqual(replaced.SerialNumber, old.Shown);
    }

    [Fact]
    public async Task Certificate_ThatIsBroken_LeavesTheOldOneInForce()
    {
        using var server = await ServerProcess.StartServingAsync([Tls, .. _authority.Tls]);
        await File.WriteAllTextAsync(_authority.PathOf("server.pem"), "nonsense", TestContext.Current.CancellationToken);
        await AuthenticationTests.EventuallyAsync(async () =>
        {
            using var newcomer = new TlsCaller(new($"https://127.0.0.1:{_port}"), _authority);
            Assert.Equal(StatusCode.OK, (await newcomer.AskAsync()).Status);
            return server.Output.Any(line => line.Contains("what it said before stays in force", StringComparison.Ordinal));
        });
    }

    /// <summary>The health endpoint may be in plaintext anywhere, because it answers nothing else.</summary>
    [Fact]
    public async Task HealthEndpoint_BeyondThisMachine_AnswersHealthAlone()
    {
        using var server = await ServerProcess.StartServingAsync($"--Kestrel:Endpoints:Health:Url=http://0.0.0.0:{_port}");
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{_port}");
        var health = await new Health.HealthClient(channel).CheckAsync(new(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        var error = await Assert.ThrowsAsync<RpcException>(() => new Wire.CodeReferenceService.CodeReferenceServiceClient(channel).GetEditionAsync(new(), cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }
}
