using CodeReference.Hosting.Tests;

[assembly: AssemblyFixture(typeof(CodeReference.Client.Tests.ClientRunningService))]

namespace CodeReference.Client.Tests;

/// <summary>The one service that the tests share, and the two ways to ask the same book: in process and over gRPC.</summary>
public sealed class ClientRunningService : IAsyncLifetime
{
    private readonly StartedServices _services = new();
    private ServerProcess? _server;
    private CodeReferenceClient? _remote;

    public ServerProcess Server => _server!;

    public ICodeReference Local { get; } = new LocalCodeReference(Data.Book.Instance);

    public CodeReferenceClient Remote => _remote!;

    /// <summary>A client with options of its own.</summary>
    public CodeReferenceClient Client(Action<CodeReferenceClientOptions> configure)
    {
        var options = new CodeReferenceClientOptions { Addresses = [Server.Grpc] };
        configure(options);
        return new(options);
    }

    public async ValueTask InitializeAsync()
    {
        _server = await _services.StartAsync();
        _remote = new(_server.Grpc.ToString());
    }

    public ValueTask DisposeAsync()
    {
        _remote?.Dispose();
        _services.Dispose();
        return ValueTask.CompletedTask;
    }
}
