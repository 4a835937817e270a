using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CodeReference.Hosting.Tests;

/// <summary>Signs certificates and tokens for the tests, and writes what a server needs of them into a folder of its own.</summary>
internal sealed class Authority : IDisposable
{
    public const string Issuer = "https://issuer.test";
    public const string Audience = "codereference";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public Authority()
    {
        var request = new CertificateRequest("CN=Authority of the tests", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));
        Folder = Directory.CreateTempSubdirectory("codereference-").FullName;
        File.WriteAllText(PathOf("ca.pem"), _certificate.ExportCertificatePem());
        Write("server", "localhost");
        var keys = new JsonWebKeySet();
        keys.Keys.Add(PublicKey);
        File.WriteAllText(PathOf("keys.json"), $$"""{"keys":[{"kty":"EC","kid":"{{PublicKey.Kid}}","use":"sig","alg":"ES256","crv":"P-256","x":"{{PublicKey.X}}","y":"{{PublicKey.Y}}"}]}""");
    }

    public string Folder { get; }

    /// <summary>What a server of TLS is started with, beside other settings.</summary>
    public string[] Tls => [$"--Transport:Certificate={PathOf("server.pem")}", $"--Transport:CertificateKey={PathOf("server.key")}"];

    /// <summary>What a server is started with that knows callers by key, token and certificate, beside other settings.</summary>
    /// <param name="keys">The API keys.</param>
    public string[] Callers(params IEnumerable<string> keys) =>
    [
        $"--Authentication:ApiKeys={WriteApiKeys(keys)}",
        $"--Authentication:Jwt:Issuer={Issuer}",
        $"--Authentication:Jwt:Audience={Audience}",
        $"--Authentication:Jwt:Keys={PathOf("keys.json")}",
        $"--Authentication:ClientCertificates:Authorities={PathOf("ca.pem")}",
        "--Authentication:ClientCertificates:Names:0=billing",
    ];

    private JsonWebKey PublicKey => JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new(ECDsa.Create(_key.ExportParameters(false))) { KeyId = "tests" });

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Writes a certificate and its key.</summary>
    /// <param name="days">How long it is valid from now; negative for one that has expired.</param>
    public X509Certificate2 Write(string file, string name, int days = 1)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.7.3.2")], false));
        var certificate = request.Create(_certificate, DateTimeOffset.UtcNow.AddDays(days < 0 ? -2 : -1), DateTimeOffset.UtcNow.AddDays(days), RandomNumberGenerator.GetBytes(8));
        File.WriteAllText(PathOf($"{file}.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf($"{file}.key"), key.ExportPkcs8PrivateKeyPem());
        return certificate.CopyWithPrivateKey(key);
    }

    /// <summary>Writes a file of API keys.</summary>
    /// <returns>Its path.</returns>
    public string WriteApiKeys(params IEnumerable<string> keys)
    {
        var path = PathOf("api-keys");
        File.WriteAllLines(path, keys.Select((key, i) => string.Create(CultureInfo.InvariantCulture, $"caller{i} {Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)))}")).Prepend("# keys of the tests"));
        return path;
    }

    /// <summary>A token that this authority signs.</summary>
    public string Token(string issuer = Issuer, string audience = Audience, int minutes = 5) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = audience,
        NotBefore = DateTime.UtcNow.AddHours(-1),
        Expires = DateTime.UtcNow.AddMinutes(minutes),
        SigningCredentials = new(new ECDsaSecurityKey(_key) { KeyId = "tests" }, SecurityAlgorithms.EcdsaSha256),
    });

    /// <summary>Whether a certificate is signed by this authority.</summary>
    public bool HasSigned(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        _certificate.Dispose();
        _key.Dispose();
    }
}
