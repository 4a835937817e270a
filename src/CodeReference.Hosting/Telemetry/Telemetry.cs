using System.Diagnostics.Metrics;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CodeReference.Hosting;

/// <summary>
/// Traces, metrics and logs over OTLP, as the standard variables OTEL_* say: off unless they name an endpoint. Metrics are
/// also at /metrics for Prometheus to fetch.
/// </summary>
/// <remarks>
/// The exporter for Prometheus is OpenTelemetry's own, so that both ways tell the same. It is a beta as long as the
/// specification of that exposition is; nothing but the two lines that name it would change with another.
/// </remarks>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.AddLogPrivacy();
        builder.Services.AddSingleton<Metrics>();
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(Describe);
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Metrics.Name, "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime").AddPrometheusExporter();
            if (Exports("METRICS"))
            {
                metrics.AddOtlpExporter();
            }
        });
        if (Exports("TRACES"))
        {
            telemetry.WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(options => options.Filter = context => context.GetEndpoint()?.Metadata.GetMetadata<ListenerMetadata>() is null)
                .AddProcessor(new TracePrivacy())
                .AddOtlpExporter());
        }

        if (Exports("LOGS"))
        {
            telemetry.WithLogging(logs => logs.AddOtlpExporter(), options => options.IncludeFormattedMessage = true);
        }

        bool Exports(string signal) =>
            configuration[Endpoint] is { Length: > 0 } || configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is { Length: > 0 };
    }

    /// <summary>Times every call, and serves the metrics.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        var services = app.Services;
        Metrics.Observe(services.GetRequiredService<IMeterFactory>(), services.GetRequiredService<OverloadProtection>(), services.GetRequiredService<QueueWait>());
        app.UseCallTimes(services.GetRequiredService<Metrics>());
        app.MapPrometheusScrapingEndpoint().WithMetadata(new ListenerMetadata(Listener.Metrics));
    }

    /// <summary>What is said of the service itself; the variables OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.</summary>
    private static void Describe(ResourceBuilder resource) => resource
        .AddService("codereference", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3))
        .AddEnvironmentVariableDetector();
}
