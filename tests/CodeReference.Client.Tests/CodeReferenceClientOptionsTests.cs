using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CodeReference.Client.Tests;

public sealed class CodeReferenceClientOptionsTests
{
    public static TheoryData<string, Action<CodeReferenceClientOptions>> Wrong => new()
    {
        { "Addresses is empty; expected an address of the service: http://localhost:5081.", options => options.Addresses = [] },
        { "Addresses has \"ftp://localhost/\"; expected http://host:port, https://host:port or dns:///host:port.", options => options.Addresses = [new("ftp://localhost")] },
        { "Addresses has \"localhost\"; expected http://host:port, https://host:port or dns:///host:port.", options => options.Addresses = [new("localhost", UriKind.Relative)] },
        { "Addresses has \"http://localhost/v1\"; expected no path after the host and port.", options => options.Addresses = [new("http://localhost/v1")] },
        { "Addresses has http://a/, https://b/; expected several of one scheme, http or https, or a single dns.", options => options.Addresses = [new("http://a"), new("https://b")] },
        { "Tls is not set; expected true or false, because the scheme of dns:///a:5081 does not say.", options => options.Addresses = [new("dns:///a:5081")] },
        { "Tls is True; expected what the scheme of http://localhost:5081/ says, or null.", options => options.Tls = true },
        { "Connections is 17; expected 1 to 16.", options => options.Connections = 17 },
        { "Connections is 2; expected 1 where several addresses take turns.", options => (options.Connections, options.Addresses) = (2, [new("http://a"), new("http://b")]) },
        { "ApiKey is set, and http://elsewhere:5081/ is no TLS address; expected https, this machine, or AllowPlaintextCredentials.", options => (options.ApiKey, options.Addresses) = ("k", [new("http://elsewhere:5081")]) },
        { "BearerToken is set, and http://elsewhere:5081/ is no TLS address; expected https, this machine, or AllowPlaintextCredentials.", options => (options.BearerToken, options.Addresses) = (_ => new("t"), [new("http://elsewhere:5081")]) },
        { "ApiKey contains a character outside visible ASCII; expected the key as it was issued. The key is not shown here.", options => options.ApiKey = "key\n" },
        { "Edition is \"2026.11\"; expected 16 lower-case hexadecimal digits, or empty for any.", options => options.Edition = "2026.11" },
        { "Deadline is 00:00:00; expected more than 00:00:00 up to 01:00:00.", options => options.Deadline = TimeSpan.Zero },
        { "KeepAlivePing is 00:00:00.5000000; expected 00:00:01 up to 01:00:00.", options => options.KeepAlivePing = TimeSpan.FromSeconds(0.5) },
        { "MaxAttempts is 0; expected 1 to 20.", options => options.MaxAttempts = 0 },
        { "MaxBatch is 1001; expected 1 to 1000.", options => options.MaxBatch = 1001 },
        { "CacheSize is -1; expected 0 to 1000000.", options => options.CacheSize = -1 },
        { "CacheAge is 00:00:00; expected more than 00:00:00 up to 01:00:00.", options => options.CacheAge = TimeSpan.Zero },
        { "MaxInFlight is 0; expected 1 to 1000000.", options => options.MaxInFlight = 0 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Constructor_WrongOption_NamesItItsValueAndWhatWasExpected(string problem, Action<CodeReferenceClientOptions> configure)
    {
        var options = new CodeReferenceClientOptions { Addresses = [new("http://localhost:5081")] };
        configure(options);
        var exception = Assert.Throws<ArgumentException>(() => new CodeReferenceClient(options));
        Assert.StartsWith(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_SeveralWrongOptions_NamesThemAll()
    {
        var exception = Assert.Throws<ArgumentException>(() => new CodeReferenceClient(new CodeReferenceClientOptions { MaxAttempts = 21 }));
        Assert.Contains("Addresses is empty", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MaxAttempts is 21", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_CertificateWithoutTls_SaysSo()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=client", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        using var withoutKey = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var exception = Assert.Throws<ArgumentException>(() => new CodeReferenceClient(new CodeReferenceClientOptions { Addresses = [new("http://localhost")], ClientCertificate = withoutKey }));
        Assert.Contains("ClientCertificate is set, and the address is no TLS address; expected https.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ClientCertificate is \"CN=client\" without its private key; expected a certificate with it.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5081")]
    [InlineData("https://elsewhere")]
    [InlineData("http://127.0.0.1:5081", "http://127.0.0.1:5082")]
    public void Constructor_Addresses_AreTaken(params string[] addresses)
    {
        using var client = new CodeReferenceClient(addresses);
        Assert.NotNull(client.Stub);
    }
}
