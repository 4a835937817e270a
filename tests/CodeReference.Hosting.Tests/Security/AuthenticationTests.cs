using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Reflection.V1Alpha;

namespace CodeReference.Hosting.Tests;

/// <summary>Who may ask: one server that knows callers by key, token and certificate, over TLS.</summary>
public sealed class AuthenticationTests(SecuredService service) : IClassFixture<SecuredService>
{
    private const string Key = SecuredService.Key;

    private readonly Authority _authority = service.Authority;
    private readonly Authority _stranger = service.Stranger;
    private readonly Uri _tls = service.Tls;

    [Fact]
    public async Task Ask_WithNothing_IsUnauthenticated() => await AssertRefusedAsync(new(_tls, _authority));

    [Fact]
    public async Task Ask_WithAKey_IsAnswered() => await AssertAnsweredAsync(new(_tls, _authority, apiKey: Key));

    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData(Key + "0")]
    public async Task Ask_WithAKeyOfNobody_IsUnauthenticated(string key) => await AssertRefusedAsync(new(_tls, _authority, apiKey: key));

    [Fact]
    public async Task Ask_WithAKeyThatIsRevoked_IsUnauthenticatedWithoutARestart()
    {
        using var caller = new TlsCaller(_tls, _authority, apiKey: SecuredService.RevokedKey);
        Assert.Equal(StatusCode.OK, (await caller.AskAsync()).Status);
        _authority.WriteApiKeys(Key);
        await EventuallyAsync(async () => (await caller.AskAsync()) == (StatusCode.Unauthenticated, "CREDENTIALS_INVALID"));
        await AssertAnsweredAsync(new(_tls, _authority, apiKey: Key));
    }

    [Fact]
    public async Task Ask_WithAToken_IsAnswered() => await AssertAnsweredAsync(new(_tls, _authority, token: _authority.Token()));

    [Fact]
    public async Task Ask_WithATokenThatHasExpired_IsUnauthenticated() => await AssertRefusedAsync(new(_tls, _authority, token: _authority.Token(minutes: -2)));

    [Fact]
    public async Task Ask_WithATokenForAnotherAudience_IsUnauthenticated() => await AssertRefusedAsync(new(_tls, _authority, token: _authority.Token(audience: "another")));

    [Fact]
    public async Task Ask_WithATokenOfAnotherIssuer_IsUnauthenticated() => await AssertRefusedAsync(new(_tls, _authority, token: _authority.Token(issuer: "https://another.test")));

    [Fact]
    public async Task Ask_WithATokenThatAnotherHasSigned_IsUnauthenticated() => await AssertRefusedAsync(new(_tls, _authority, token: _stranger.Token()));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci50ZXN0IiwiYXVkIjoiY29kZXJlZmVyZW5jZSIsImV4cCI6NDA3MDkwODgwMH0.")]
    public async Task Ask_WithATokenThatIsNone_IsUnauthenticated(string token) => await AssertRefusedAsync(new(_tls, _authority, token: token));

    [Fact]
    public async Task Ask_WithACertificate_IsAnswered() => await AssertAnsweredAsync(new(_tls, _authority, certificate: _authority.Write("client", "billing")));

    [Fact]
    public async Task Ask_WithACertificateOfAnotherName_IsCutOff() => await AssertCutOffAsync(new(_tls, _authority, certificate: _authority.Write("client", "payroll")));

    [Fact]
    public async Task Ask_WithACertificateOfAnotherAuthority_IsCutOff() => await AssertCutOffAsync(new(_tls, _authority, certificate: _stranger.Write("client", "billing")));

    [Fact]
    public async Task Ask_WithACertificateThatHasExpired_IsCutOff() => await AssertCutOffAsync(new(_tls, _authority, certificate: _authority.Write("client", "billing", days: -1)));

    [Fact]
    public async Task Health_OfAnyCaller_IsServing()
    {
        using var caller = new TlsCaller(_tls, _authority);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await caller.HealthAsync());
    }

    /// <summary>Spellings that a rule about paths would let through, and what no endpoint answers.</summary>
    [Theory]
    [InlineData("/v1/edition")]
    [InlineData("/V1/Edition")]
    [InlineData("/v1/edition/")]
    [InlineData("/v1/edition?x=/grpc.health.v1.Health/Check")]
    [InlineData("/v1//edition")]
    [InlineData("/metrics")]
    [InlineData("/docs")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/nothing")]
    public async Task Get_AnythingWithoutCredentials_IsUnauthorized(string path)
    {
        using var caller = new TlsCaller(_tls, _authority);
        using var answer = await caller.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("CREDENTIALS_INVALID", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [JsonFact]
    public async Task Get_WithAKey_IsAnswered()
    {
        using var caller = new TlsCaller(_tls, _authority);
        caller.Http.DefaultRequestHeaders.Add("x-api-key", Key);
        using var answer = await caller.Http.GetAsync("/v1/edition", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The endpoints in plaintext of this machine ask too.</summary>
    [Fact]
    public async Task Ask_InPlaintextWithNothing_IsUnauthenticated()
    {
        using var caller = new Caller(service.Server);
        var error = await Assert.ThrowsAsync<RpcException>(() => caller.OverGrpcAsync("GetEdition", "{}"));
        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
    }

    [Fact]
    public async Task Reflection_WhereCallersAreKnown_IsNotServed()
    {
        using var caller = new Caller(service.Server);
        using var call = new ServerReflection.ServerReflectionClient(caller.Channel).ServerReflectionInfo(new Metadata { { "x-api-key", Key } }, cancellationToken: TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    private static async Task AssertAnsweredAsync(TlsCaller caller)
    {
        using (caller)
        {
            Assert.Equal((StatusCode.OK, null), await caller.AskAsync());
        }
    }

    private static async Task AssertRefusedAsync(TlsCaller caller)
    {
        using (caller)
        {
            Assert.Equal((StatusCode.Unauthenticated, "CREDENTIALS_INVALID"), await caller.AskAsync());
        }
    }

    /// <summary>The handshake fails, or with TLS 1.3 the first thing after it.</summary>
    private static async Task AssertCutOffAsync(TlsCaller caller)
    {
        using (caller)
        {
            var (status, reason) = await caller.AskAsync();
            Assert.True(status is StatusCode.Unavailable or StatusCode.Internal, $"{status}");
            Assert.Null(reason);
        }
    }

    internal static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        var end = DateTime.UtcNow.AddSeconds(15);
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < end, "It does not come true.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
