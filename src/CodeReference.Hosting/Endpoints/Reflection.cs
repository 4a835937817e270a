using CodeReference.V1;
using Grpc.Health.V1;
using Grpc.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace CodeReference.Hosting;

/// <summary>Whether the service describes its own contract: setting Server:Reflection, by default where only this machine can ask.</summary>
internal static class Reflection
{
    // Named one by one: to find them at run time is what a native executable cannot.
    private static ServiceDescriptor[] Described =>
        [CodeReferenceService.Descriptor, Health.Descriptor, Grpc.Reflection.V1.ServerReflection.Descriptor, Grpc.Reflection.V1Alpha.ServerReflection.Descriptor];

    public static void AddReflection(this WebApplicationBuilder builder, Listener[] listeners, AuthenticationSettings authentication)
    {
        var settings = new Settings(builder.Configuration, "Server");
        var asked = settings.Flag("Reflection");
        settings.RefuseUnknown();
        if (asked ?? (!authentication.IsRequired && listeners.All(listener => listener.IsLocal || !listener.ServesRequests)))
        {
            builder.Services.AddSingleton(_ => new ReflectionV1ServiceImpl(Described));
            builder.Services.AddSingleton(_ => new ReflectionServiceImpl(Described));
        }
    }

    /// <summary>Serves both versions of reflection where it was added: clients ask for either.</summary>
    public static void MapReflection(this WebApplication app)
    {
        if (app.Services.GetService<IServiceProviderIsService>()?.IsService(typeof(ReflectionServiceImpl)) is true)
        {
            app.MapGrpcService<ReflectionV1ServiceImpl>();
            app.MapGrpcService<ReflectionServiceImpl>();
        }
    }
}
