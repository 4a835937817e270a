namespace CodeReference.Hosting.Tests;

public sealed class CrossOriginTests
{
    private const string Origin = "https://app.example.org";

    [Theory]
    [InlineData(Origin, Origin)]
    [InlineData("https://other.example.org", null)]
    public async Task Preflight_OfAnOrigin_IsAllowedWhenTheSettingsNameIt(string origin, string? allowed)
    {
        using var server = await ServerProcess.StartServingAsync($"--Cors:Origins:0={Origin}");
        using var caller = new Caller(server);
        using var request = new HttpRequestMessage(HttpMethod.Options, "/codereference.v1.CodeReferenceService/GetEdition");
        request.Headers.Add("origin", origin);
        request.Headers.Add("access-control-request-method", "POST");
        request.Headers.Add("access-control-request-headers", "content-type,x-grpc-web,authorization");
        using var answer = await caller.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(allowed, answer.Headers.TryGetValues("access-control-allow-origin", out var values) ? values.Single() : null);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://app.example.org/page")]
    public async Task Start_OriginThatIsNone_SaysSo(string origin)
    {
        using var server = ServerProcess.Start($"--Cors:Origins:0={origin}");
        Assert.Equal(1, await server.ExitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains($"Cors:Origins is \"{origin}\"; expected origins", Assert.Single(server.Errors), StringComparison.Ordinal);
    }
}
