using CodeReference.V1;
using Grpc.Health.V1;
using Grpc.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace CodeReference.Service.Hosting;

/// <summary>Whether the service describes its own contract: setting Server:Reflection, by default where only this machine can ask.</summary>
internal static class Reflection
{
    // Named one by one: to find them at run time is what a native executable cannot.
    private static ServiceDescriptor[] Described =>
        [CodeReferenceService.Descriptor, Health.Descriptor, Grpc.Reflection.V1.ServerReflection.Descriptor, Grpc.Reflection.V1Alpha.ServerReflection.Descriptor];

    public static bool IsServed(IConfiguration configuration, Listener[] listeners, Callers callers)
    {
        var settings = new Settings(configuration, "Server");
        var asked = settings.Flag("Reflection");
        settings.RefuseUnknown();
        return asked ?? (!callers.AreKnown && listeners.All(listener => listener.IsLocal || !listener.Answers));
    }

    public static void AddReflection(this IServiceCollection services)
    {
        services.AddSingleton(_ => new ReflectionV1ServiceImpl(Described));
        services.AddSingleton(_ => new ReflectionServiceImpl(Described));
    }

    /// <summary>Serves both versions of reflection: clients ask for either.</summary>
    public static void MapReflection(this WebApplication app)
    {
        app.MapGrpcService<ReflectionV1ServiceImpl>();
        app.MapGrpcService<ReflectionServiceImpl>();
    }
}
