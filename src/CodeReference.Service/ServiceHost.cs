using CodeReference.Data;
using CodeReference.Service.Documentation;
using CodeReference.Service.Encoded;
using CodeReference.Service.Hosting;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CodeReference.Service;

/// <summary>The service, put together: what it is made of, and in which order a request comes by.</summary>
internal static class ServiceHost
{
    /// <summary>Builds the service by its settings; nothing listens yet.</summary>
    /// <param name="args">Settings of the command line.</param>
    /// <param name="addServices">Adds what else is to be served beside it.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? addServices = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });

        var listeners = Listener.ReadAll(builder.Configuration);
        using var startLog = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        var callers = Callers.Read(builder.Configuration, startLog.CreateLogger<Callers>());
        var isReflected = Reflection.IsServed(builder.Configuration, listeners, callers);
        builder.AddLimits();
        builder.AddTransport(listeners, callers);
        builder.AddAuthentication(callers);
        builder.AddCrossOrigin();
        builder.AddOverloadProtection();
        builder.AddDrain();
        builder.AddTelemetry();

        var services = builder.Services;
        services.AddSingleton(Book.Instance);
        services.AddSingleton<Answers>();
        services.AddSingleton<EncodedLookups>();
        services.AddSingleton<EncodedValidations>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IServiceMethodProvider<GrpcFace>, GrpcFace.Methods>());
        var grpc = services.AddGrpc(options => options.MaxReceiveMessageSize = Limits.MaxMessage);
        if (JsonFace.IsServed)
        {
            grpc.AddJsonTranscoding(options => options.TypeRegistry = Refusal.Details);
        }

        // A compressed request that is cut short would be taken for a whole one, so none is accepted.
        services.PostConfigure<GrpcServiceOptions>(options => options.CompressionProviders = []);
        services.AddReflection();
        addServices?.Invoke(services);

        var app = builder.Build();
        app.UseRestrictedEndpoints();
        app.UseTelemetry();
        app.UseOverloadProtection();
        app.UseCrossOrigin();
        app.UseAuthentication(callers);
        if (JsonFace.IsServed)
        {
            app.UseDocumentation();
            // Both faces have every gRPC route; the one that reads bytes safely comes first.
            app.MapGrpcService<JsonFace>().Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = 1);
        }

        app.UseGrpcFraming();
        app.UseGrpcWeb(new() { DefaultEnabled = true });
        app.UseGrpcWebStatus();
        app.UseJsonGuard();

        app.MapGrpcService<GrpcFace>();
        app.MapHealth();
        if (isReflected)
        {
            app.MapReflection();
        }

        app.Lifetime.ApplicationStarted.Register(() => Greeting.Say(app));
        return app;
    }
}
