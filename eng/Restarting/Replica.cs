using CodeReference.Eng.Processes;

namespace CodeReference.Eng.Restarting;

/// <summary>A replica of the service that is replaced by another at the same addresses; the last ends with this object.</summary>
internal sealed class Replica(string[] command, string log) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // What makes the machine busy is not always the load: nothing is to be shed here.
    private static readonly string[] Settings = ["--Drain:DelaySeconds=2", "--Overload:MaxWaitMilliseconds=10000"];

    private ServiceProcess? _service;

    public ServiceAddresses Addresses { get; } = ServiceAddresses.Free();

    /// <summary>Starts it and waits until it is healthy.</summary>
    public async Task StartAsync(CancellationToken end)
    {
        _service = await ServiceProcess.StartServingAsync([.. command, .. Settings], Addresses, log, end);
        using var http = new HttpClient();
        while (!await IsHealthyAsync(http, end))
        {
            await Task.Delay(Pause, end);
        }
    }

    /// <summary>Ends it, with or without a warning.</summary>
    public async Task EndAsync(bool isKilled)
    {
        var service = _service!;
        if (isKilled)
        {
            await service.KillAsync();
        }
        else if (!await service.StopAsync())
        {
            throw new ProcessException($"A replica has failed at its end.\n{string.Join('\n', service.ReadLog())}");
        }

        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is { } service)
        {
            _service = null;
            await service.DisposeAsync();
        }
    }

    private async Task<bool> IsHealthyAsync(HttpClient http, CancellationToken end)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(Addresses.Json, "/health"), end);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException) when (_service is { HasExited: false })
        {
            return false;
        }
    }
}
