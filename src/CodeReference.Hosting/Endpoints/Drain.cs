using CodeReference.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CodeReference.Hosting;

/// <summary>
/// How the service ends, section Drain: health says NOT_SERVING at once, for a while all is answered as before so that
/// balancers notice, and then connections are told to go and what is in flight is finished.
/// </summary>
internal sealed class Drain(TimeSpan delay, TimeProvider clock, ILogger<Drain> log) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool _isDraining;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isDraining ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());

    /// <summary>Comes before the server stops listening.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isDraining = true;
        Log.Draining(log, delay.TotalSeconds);
        await Task.Delay(delay, clock, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Registers the end of the service and its health, which is about nothing else: all that is served is there from the start.</summary>
internal static class DrainRegistration
{
    public static void AddDrain(this WebApplicationBuilder builder)
    {
        var settings = new Settings(builder.Configuration, "Drain");
        var delay = TimeSpan.FromSeconds(settings.Number("DelaySeconds", 0, 0, 300));
        var timeout = TimeSpan.FromSeconds(settings.Number("TimeoutSeconds", 15, 1, 300));
        settings.RefuseUnknown();

        var services = builder.Services;
        services.AddSingleton(provider => new Drain(delay, TimeProvider.System, provider.GetRequiredService<ILogger<Drain>>()));
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = delay + timeout);
        services.AddGrpcHealthChecks(health => health.Services.Map(CodeReferenceService.Descriptor.FullName, _ => true)).AddCheck<Drain>("");
    }

    /// <summary>Serves health over gRPC and, for balancers that speak HTTP alone, at /health: 200, or 503 while draining. Open to all.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGrpcHealthChecksService().AllowAnonymous().WithMetadata(new ListenerMetadata(Listener.Health));
        app.MapHealthChecks("/health").AllowAnonymous().WithMetadata(new ListenerMetadata(Listener.Health));
    }
}
