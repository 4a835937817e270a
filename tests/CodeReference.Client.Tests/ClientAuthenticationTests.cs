using CodeReference.Hosting.Tests;

namespace CodeReference.Client.Tests;

/// <summary>A client and a real service that asks who calls: by key, token and certificate, each as it should be, wrong and missing.</summary>
public sealed class ClientAuthenticationTests(ClientSecuredService service) : IClassFixture<ClientSecuredService>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private Authority Authority => service.Authority;

    private Authority Stranger => service.Stranger;

    [Fact]
    public Task Ask_WithNothing_IsRefused() => AssertRefusedAsync(service.Client());

    [Fact]
    public Task Ask_WithAKey_IsAnswered() => AssertAnsweredAsync(service.Client(options => options.ApiKey = ClientSecuredService.Key));

    [Fact]
    public Task Ask_WithAKeyOfNobody_IsRefused() => AssertRefusedAsync(service.Client(options => options.ApiKey = "key-1"));

    [Fact]
    public Task Ask_WithAToken_IsAnswered() => AssertAnsweredAsync(service.Client(options => options.BearerToken = _ => new(Authority.Token())));

    [Fact]
    public Task Ask_WithATokenThatAnotherHasSigned_IsRefused() => AssertRefusedAsync(service.Client(options => options.BearerToken = _ => new(Stranger.Token())));

    [Fact]
    public Task Ask_WithATokenForAnotherAudience_IsRefused() => AssertRefusedAsync(service.Client(options => options.BearerToken = _ => new(Authority.Token(audience: "another"))));

    /// <summary>The token is asked for before every call: once it is renewed, the next one is answered.</summary>
    [Fact]
    public async Task Ask_WithATokenThatHasExpired_IsRefusedUntilItIsRenewed()
    {
        var minutes = -2;
        using var client = service.Client(options => options.BearerToken = _ => new(Authority.Token(minutes: minutes)));
        await Assert.ThrowsAsync<CredentialsInvalidException>(() => client.GetEditionAsync(Patience));
        minutes = 5;
        Assert.NotEmpty((await client.GetEditionAsync(Patience)).Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public Task Ask_WithACertificate_IsAnswered(int connections) =>
        AssertAnsweredAsync(service.Client(options => (options.ClientCertificate, options.Connections) = (Authority.Write("client", "billing"), connections)));

    [Fact]
    public Task Ask_WithACertificateOfAnotherName_CannotReachTheService() =>
        AssertCutOffAsync(service.Client(options => options.ClientCertificate = Authority.Write("client", "payroll")));

    [Fact]
    public Task Ask_WithACertificateOfAnotherAuthority_CannotReachTheService() =>
        AssertCutOffAsync(service.Client(options => options.ClientCertificate = Stranger.Write("client", "billing")));

    /// <summary>Connections of one process may share a session of TLS: never one whose certificate is not their own.</summary>
    [Fact]
    public async Task Ask_WithNothingAfterAClientWithACertificate_IsRefused()
    {
        await AssertAnsweredAsync(service.Client(options => options.ClientCertificate = Authority.Write("client", "billing")));
        await AssertRefusedAsync(service.Client());
        await AssertAnsweredAsync(service.Client(options => options.ClientCertificate = Authority.Write("client", "billing")));
    }

    [Fact]
    public async Task Ask_ServiceWhoseAuthorityIsNotTrusted_TellsItNoKey()
    {
        await AssertCutOffAsync(service.Client(options => (options.TrustedRoots, options.ApiKey) = (ClientSecuredService.RootsOf(Stranger), ClientSecuredService.Key)));
        await AssertCutOffAsync(service.Client(options => (options.TrustedRoots, options.ApiKey) = ([], ClientSecuredService.Key)));
    }

    [Fact]
    public async Task Ask_ServiceWithACertificateOfAnotherName_TellsItNoKey()
    {
        await using var server = await RecordingServer.StartAsync(Authority.Write("elsewhere", "elsewhere"));
        await AssertCutOffAsync(service.Client(options => (options.Addresses, options.ApiKey) = ([server.Address], ClientSecuredService.Key)));
        Assert.Empty(server.Headers);
    }

    [Fact]
    public Task Ask_ByAResolvedNameOverTls_IsAnswered() =>
        AssertAnsweredAsync(service.Client(options => (options.Addresses, options.Tls, options.ApiKey) = ([service.NameToResolve], true, ClientSecuredService.Key)));

    [Fact]
    public async Task Ask_ManyWaysWithoutCredentials_AreAllRefused()
    {
        using var client = service.Client(options => options.Coalesce = true);
        await Assert.ThrowsAsync<CredentialsInvalidException>(() => client.LookupCodeAsync("LT", cancellationToken: Patience));
        await Assert.ThrowsAsync<CredentialsInvalidException>(() => client.ValidateModifiersAsync(new ValidationQuery("14020"), cancellationToken: Patience));
        await Assert.ThrowsAsync<CredentialsInvalidException>(() => client.ValidateModifiersAsync([new ValidationQuery("14020")], cancellationToken: Patience));
        await Assert.ThrowsAsync<CredentialsInvalidException>(async () => await client.ListPublicationsAsync(Patience).ToListAsync(Patience));
        await Assert.ThrowsAsync<CredentialsInvalidException>(async () =>
            await client.ValidateModifiersAsync(Enumerable.Repeat(new ValidationQuery("14020"), 3).ToAsyncEnumerable(), cancellationToken: Patience).ToListAsync(Patience));
    }

    private static async Task AssertAnsweredAsync(CodeReferenceClient client)
    {
        using (client)
        {
            Assert.Equal(Outcome.Accept, (await client.ValidateModifiersAsync(new ValidationQuery("14020", "59", "LT"), cancellationToken: Patience)).Outcome);
        }
    }

    private static async Task AssertRefusedAsync(CodeReferenceClient client)
    {
        using (client)
        {
            var exception = await Assert.ThrowsAsync<CredentialsInvalidException>(() => client.ValidateModifiersAsync(new ValidationQuery("14020", "59", "LT"), cancellationToken: Patience));
            Assert.Equal("CREDENTIALS_INVALID", exception.Reason);
        }
    }

    /// <summary>The handshake fails, or with TLS 1.3 the first thing after it.</summary>
    private static async Task AssertCutOffAsync(CodeReferenceClient client)
    {
        using (client)
        {
            await Assert.ThrowsAsync<ServiceUnavailableException>(() => client.GetEditionAsync(Patience));
        }
    }
}
