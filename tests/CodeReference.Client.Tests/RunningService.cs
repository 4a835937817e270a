[assembly: AssemblyFixture(typeof(CodeReference.Client.Tests.RunningService))]

namespace CodeReference.Client.Tests;

/// <summary>The one service that the tests share, and the two ways to ask the same book: in process and over gRPC.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private ServiceProcess? _process;
    private CodeReferenceClient? _remote;

    public ServiceProcess Process => _process!;

    public ICodeReference Local { get; } = new LocalCodeReference(Data.Book.Instance);

    public CodeReferenceClient Remote => _remote!;

    /// <summary>A client with options of its own.</summary>
    public CodeReferenceClient Client(Action<CodeReferenceClientOptions> configure)
    {
        var options = new CodeReferenceClientOptions { Addresses = [Process.Address] };
        configure(options);
        return new(options);
    }

    public async ValueTask InitializeAsync()
    {
        _process = await ServiceProcess.StartAsync();
        _remote = new(_process.AddressText);
    }

    public ValueTask DisposeAsync()
    {
        _remote?.Dispose();
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }
}
