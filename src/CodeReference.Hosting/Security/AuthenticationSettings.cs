using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;

namespace CodeReference.Hosting;

/// <summary>The section Authentication: which credentials callers may present. Any one that is set will do.</summary>
internal sealed class AuthenticationSettings
{
    private AuthenticationSettings(Settings settings, ILogger log)
    {
        AllowsAnonymous = settings.Flag("AllowAnonymous") is true;
        if (settings.File("ApiKeys", "a file with a line \"name sha256\" for each key") is { } keys)
        {
            ApiKeys = new("Authentication:ApiKeys", [keys], () => Hosting.ApiKeys.Read(keys), "a file with a line \"name sha256\" for each key", log, TimeProvider.System);
        }

        Jwt = ReadJwt(settings.Section("Jwt"), log);
        ClientCertificates = ReadClientCertificates(settings.Section("ClientCertificates"), log);
        settings.RefuseUnknown();
    }

    /// <summary>Whether a setting allows callers without credentials.</summary>
    public bool AllowsAnonymous { get; }

    public WatchedFiles<ApiKeys>? ApiKeys { get; }

    public JwtIssuer? Jwt { get; }

    public ClientCertificates? ClientCertificates { get; }

    /// <summary>Whether any kind of credentials is set; everything but health then requires one.</summary>
    public bool IsRequired => ApiKeys is not null || Jwt is not null || ClientCertificates is not null;

    public static AuthenticationSettings Read(IConfiguration configuration, ILogger log) => new(new(configuration, "Authentication"), log);

    private static JwtIssuer? ReadJwt(Settings settings, ILogger log)
    {
        var issuer = settings.Text("Issuer");
        var audience = settings.Text("Audience");
        var authority = settings.Address("Authority", "an address such as https://login.example.org");
        var keys = settings.File("Keys", "a JSON Web Key Set");
        settings.RefuseUnknown();
        if (issuer is null && audience is null && authority is null && keys is null)
        {
            return null;
        }

        if ((authority is null) == (keys is null))
        {
            throw settings.Invalid("Authority", "an address, or instead of it Authentication:Jwt:Keys: one of the two");
        }

        if (authority is { Scheme: "http", IsLoopback: false })
        {
            throw settings.Invalid("Authority", "https: keys that come in plaintext are anybody's");
        }

        return new(
            issuer ?? authority?.ToString().TrimEnd('/') ?? throw settings.Invalid("Issuer", "the issuer of tokens, as their claim \"iss\" has it"),
            audience ?? throw settings.Invalid("Audience", "the name of this service, as the claim \"aud\" of tokens has it"),
            authority,
            keys is null ? null : new("Authentication:Jwt:Keys", [keys], () => ReadKeys(keys), "a JSON Web Key Set with public keys", log, TimeProvider.System));
    }

    private static IList<SecurityKey> ReadKeys(string path)
    {
        var keys = new JsonWebKeySet(File.ReadAllText(path)).GetSigningKeys();
        return keys.Count > 0 && keys.All(key => key is AsymmetricSecurityKey or JsonWebKey { HasPrivateKey: false, Kty: not "oct" })
            ? keys
            : throw new FormatException("It has no key to check signatures with, or one that is secret");
    }

    private static ClientCertificates? ReadClientCertificates(Settings settings, ILogger log)
    {
        var authorities = settings.File("Authorities", "the certificates of authorities, in PEM");
        var names = settings.List("Names");
        settings.RefuseUnknown();
        return authorities is not null
                ? new(new("Authentication:ClientCertificates:Authorities", [authorities], () => ClientCertificates.Read(authorities), "certificates of authorities, in PEM", log, TimeProvider.System), names)
            : names.Length == 0 ? null
            : throw settings.Invalid("Authorities", "the path of the certificates that sign those of clients, because Names is set");
    }
}

/// <summary>Whose tokens are accepted: those of one issuer for one audience, signed by keys of a file or of an authority.</summary>
internal sealed record JwtIssuer(string Issuer, string Audience, Uri? Authority, WatchedFiles<IList<SecurityKey>>? Keys);
