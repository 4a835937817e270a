using CodeReference.Service.Tests;

[assembly: AssemblyFixture(typeof(CodeReference.Client.Tests.RunningService))]

namespace CodeReference.Client.Tests;

/// <summary>The one service that the tests share, and the two ways to ask the same book: in process and over gRPC.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private readonly StartedServices _services = new();
    private ServerProcess? _process;
    private CodeReferenceClient? _remote;

    public ServerProcess Process => _process!;

    public ICodeReference Local { get; } = new LocalCodeReference(Data.Book.Instance);

    public CodeReferenceClient Remote => _remote!;

    /// <summary>A client with options of its own.</summary>
    public CodeReferenceClient Client(Action<CodeReferenceClientOptions> configure)
    {
        var options = new CodeReferenceClientOptions { Addresses = [Process.Grpc] };
        configure(options);
        return new(options);
    }

    public async ValueTask InitializeAsync()
    {
        _process = await _services.StartAsync();
        _remote = new(_process.Grpc.ToString());
    }

    public ValueTask DisposeAsync()
    {
        _remote?.Dispose();
        _services.Dispose();
        return ValueTask.CompletedTask;
    }
}
