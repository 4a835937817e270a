[assembly: AssemblyFixture(typeof(CodeReference.Hosting.Tests.RunningService))]

namespace CodeReference.Hosting.Tests;

/// <summary>The one server that the tests share, and a caller of it.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private ServerProcess? _server;
    private Caller? _caller;

    public ServerProcess Server => _server!;

    public Caller Caller => _caller!;

    public async ValueTask InitializeAsync()
    {
        _server = await ServerProcess.StartServingAsync();
        _caller = new(_server);
    }

    public ValueTask DisposeAsync()
    {
        _caller?.Dispose();
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }
}
