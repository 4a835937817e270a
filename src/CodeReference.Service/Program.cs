using System.Net.Sockets;
using CodeReference.Data;
using CodeReference.Service;
using CodeReference.Service.Documentation;
using CodeReference.Service.Encoded;
using CodeReference.Service.Hosting;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.Extensions.DependencyInjection.Extensions;

try
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
    services.AddGrpc(options => options.MaxReceiveMessageSize = Limits.MaxMessage)
        .AddJsonTranscoding(options => options.TypeRegistry = Refusal.Details);
    // A compressed request that is cut short would be taken for a whole one, so none is accepted.
    services.PostConfigure<GrpcServiceOptions>(options => options.CompressionProviders = []);
    services.AddGrpcReflection();

    var app = builder.Build();
    app.UseRestrictedEndpoints();
    app.UseTelemetry();
    app.UseOverloadProtection();
    app.UseCors();
    app.UseAuthentication(callers);
    app.UseDocumentation();
    app.UseGrpcFraming();
    app.UseGrpcWeb(new() { DefaultEnabled = true });
    app.UseGrpcWebStatus();
    app.UseJsonGuard();

    app.MapGrpcService<GrpcFace>();
    // Both faces have every gRPC route; the one that reads bytes safely comes first.
    app.MapGrpcService<JsonFace>().Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = 1);
    app.MapHealth();
    if (isReflected)
    {
        app.MapGrpcReflectionService();
    }

    app.Lifetime.ApplicationStarted.Register(() => Greeting.Say(app));
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is SettingException or IOException or SocketException or InvalidOperationException or FormatException or ArgumentException)
{
    // Nobody is helped by a stack: a port in use or a bad setting is said in a line.
    await Console.Error.WriteLineAsync($"CodeReference cannot start: {exception.Message.ReplaceLineEndings(" ")}");
    return 1;
}
