namespace CodeReference.Hosting.Tests;

/// <summary>A server that knows callers by key, token and certificate.</summary>
public sealed class SecuredService : IAsyncLifetime
{
    public const string Key = "k-5f1d0c7e9a1b4e6f8a2c3d4e5f60718293a4b5c6d7e8f9";

    /// <summary>A key that a test takes out of force.</summary>
    public const string RevokedKey = "k-00000000000000000000000000000000000000000000000";

    private ServerProcess? _server;

    internal Authority Authority { get; } = new();

    /// <summary>One that the server does not know.</summary>
    internal Authority Stranger { get; } = new();

    public Uri Tls { get; } = new($"https://127.0.0.1:{Loopback.FreeAddress().Port}");

    public ServerProcess Server => _server!;

    public async ValueTask InitializeAsync() => _server = await ServerProcess.StartServingAsync([
        .. Authority.Tls,
        $"--Kestrel:Endpoints:Tls:Url={Tls.GetLeftPart(UriPartial.Authority)}",
        .. Authority.Callers(RevokedKey, Key),
    ]);

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        Authority.Dispose();
        Stranger.Dispose();
        return ValueTask.CompletedTask;
    }
}
