using CodeReference.Hosting.Documentation;
using CodeReference.Hosting.FastPath;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CodeReference.Hosting;

/// <summary>Serves a book from an ASP.NET Core application: <c>builder.AddCodeReference(book)</c>, then <c>app.MapCodeReference()</c>.</summary>
public static class CodeReferenceHosting
{
    /// <summary>Adds the service of a book: endpoints, authentication, limits, overload protection, telemetry and an orderly end.</summary>
    /// <remarks>
    /// Settings are those of the CodeReference service. Where the application names no endpoint it listens on 127.0.0.1, port
    /// 5080 (JSON, gRPC-Web) and port 5081 (gRPC).
    /// </remarks>
    /// <param name="builder">The application; its configuration is read now.</param>
    /// <param name="book">The book to serve, as compiled: <c>Book.Instance</c>.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static WebApplicationBuilder AddCodeReference(this WebApplicationBuilder builder, ReferenceBook book)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(book);
        AddDefaults(builder.Configuration);
        var listeners = Listener.ReadAll(builder.Configuration);
        using var startLog = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        var authentication = AuthenticationSettings.Read(builder.Configuration, startLog.CreateLogger<AuthenticationSettings>());
        builder.AddLimits();
        builder.AddTransport(listeners, authentication);
        builder.AddAuthentication(authentication);
        builder.AddReflection(listeners, authentication);
        builder.AddCrossOrigin();
        builder.AddOverloadProtection();
        builder.AddDrain();
        builder.AddTelemetry();

        var services = builder.Services;
        services.AddSingleton(book);
        services.AddSingleton<RequestHandler>();
        services.AddSingleton<EncodedLookups>();
        services.AddSingleton<EncodedValidations>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IServiceMethodProvider<GrpcEndpoints>, GrpcEndpoints.MethodProvider>());
        var grpc = services.AddGrpc(options => options.MaxReceiveMessageSize = ServerLimits.MaxMessage);
        if (JsonTranscoding.IsServed)
        {
            grpc.AddJsonTranscoding(options => options.TypeRegistry = ErrorResponseWriter.Details);
        }

        // A compressed request that is cut short would be taken for a whole one, so none is accepted.
        services.PostConfigure<GrpcServiceOptions>(options => options.CompressionProviders = []);
        return builder;
    }

    /// <summary>Maps gRPC, JSON, health, metrics and the documentation, and what stands before them, in the order that a request passes it.</summary>
    /// <param name="app">An application whose builder had <see cref="AddCodeReference"/>.</param>
    public static WebApplication MapCodeReference(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseRestrictedEndpoints();
        app.UseTelemetry();
        app.UseOverloadProtection();
        app.UseCrossOrigin();
        app.UseCallerAuthentication();
        if (JsonTranscoding.IsServed)
        {
            app.UseDocumentation();
            // Both services have every gRPC route; the one that reads bytes safely comes first.
            app.MapGrpcService<RequestHandler>().Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = 1);
        }

        app.UseGrpcFraming();
        app.UseGrpcWeb(new() { DefaultEnabled = true });
        app.UseGrpcWebStatus();
        app.UseJsonErrors();

        app.MapGrpcService<GrpcEndpoints>();
        app.MapHealth();
        app.MapReflection();
        app.Lifetime.ApplicationStarted.Register(() => StartupLog.Write(app));
        return app;
    }

    // Below all that the application sets itself. An application that names endpoints of its own has no others; of one that
    // it names as the defaults do, the protocols stay.
    private static void AddDefaults(ConfigurationManager configuration)
    {
        using var file = typeof(CodeReferenceHosting).Assembly.GetManifestResourceStream("appsettings.json")!;
        var defaults = new ConfigurationBuilder().AddJsonStream(file).Build().AsEnumerable();
        var named = configuration.GetSection(Listener.Section).GetChildren().Select(endpoint => endpoint.Path + ":").ToList();
        if (named.Count > 0)
        {
            defaults = defaults.Where(setting =>
                !setting.Key.StartsWith(Listener.Section, StringComparison.OrdinalIgnoreCase)
                || named.Exists(endpoint => setting.Key.StartsWith(endpoint, StringComparison.OrdinalIgnoreCase)));
        }

        ((IConfigurationBuilder)configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
    }
}
