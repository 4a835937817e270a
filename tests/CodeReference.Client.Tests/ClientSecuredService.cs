using System.Security.Cryptography.X509Certificates;
using CodeReference.Hosting.Tests;

namespace CodeReference.Client.Tests;

/// <summary>A service that answers over TLS, with a certificate of a private authority, and knows callers by key, token and certificate.</summary>
public sealed class ClientSecuredService : IAsyncLifetime
{
    public const string Key = "k-5f1d0c7e9a1b4e6f8a2c3d4e5f60718293a4b5c6d7e8f9";

    private readonly int _port = Loopback.FreeAddress().Port;
    private readonly StartedServices _services = new();

    /// <summary>Where it answers over TLS.</summary>
    public Uri Address => new($"https://localhost:{_port}");

    /// <summary>The same by the resolver of names, which says nothing of TLS.</summary>
    public Uri NameToResolve => new($"dns:///localhost:{_port}");

    /// <summary>Who has signed what the service shows and what it accepts.</summary>
    internal Authority Authority { get; } = new();

    /// <summary>One that the service does not know.</summary>
    internal Authority Stranger { get; } = new();

    /// <summary>A client that trusts the authority, and has nothing to show.</summary>
    public CodeReferenceClient Client(Action<CodeReferenceClientOptions>? configure = null)
    {
        var options = new CodeReferenceClientOptions { Addresses = [Address], TrustedRoots = RootsOf(Authority), RetryBackoff = TimeSpan.FromMilliseconds(1) };
        configure?.Invoke(options);
        return new(options);
    }

    public async ValueTask InitializeAsync() => await _services.StartAsync([
        .. Authority.Tls,
        $"--Kestrel:Endpoints:Tls:Url=https://127.0.0.1:{_port}",
        .. Authority.Callers(Key),
    ]);

    public ValueTask DisposeAsync()
    {
        _services.Dispose();
        Authority.Dispose();
        Stranger.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The certificate of an authority, as its file has it.</summary>
    internal static X509Certificate2Collection RootsOf(Authority authority)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(authority.PathOf("ca.pem"));
        return roots;
    }
}
