using CodeReference.Client;
using Grpc.Core;
using Grpc.Net.Client.Balancer;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Stub = CodeReference.V1.CodeReferenceService.CodeReferenceServiceClient;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a client of a CodeReference service to the services of an application.</summary>
public static class CodeReferenceClientServices
{
    /// <summary>Adds a client of the service at an address, as <see cref="ICodeReference"/> and as <see cref="CodeReferenceClient"/>: one for the whole application.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="address">"http://localhost:5081".</param>
    /// <returns>The HTTP client below it, for the application's handlers.</returns>
    public static IHttpClientBuilder AddCodeReferenceClient(this IServiceCollection services, string address) =>
        services.AddCodeReferenceClient(options => options.Addresses = [new(address, UriKind.RelativeOrAbsolute)]);

    /// <summary>Adds a client whose options the application configures elsewhere. They are checked when the application starts.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns>The HTTP client below it, for the application's handlers.</returns>
    public static IHttpClientBuilder AddCodeReferenceClient(this IServiceCollection services) => services.AddCodeReferenceClient(_ => { });

    /// <summary>Adds a client with options. They are checked when the application starts.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The HTTP client below it, for the application's handlers.</returns>
    public static IHttpClientBuilder AddCodeReferenceClient(this IServiceCollection services, Action<CodeReferenceClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<CodeReferenceClientOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CodeReferenceClientOptions>, OptionsCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<LoadBalancerFactory, RoundRobin.Factory>());
        services.TryAddSingleton(provider =>
        {
            var factory = provider.GetRequiredService<GrpcClientFactory>();
            return new CodeReferenceClient(factory.CreateClient<Calls>(nameof(CodeReferenceClient)).Invoker, OptionsOf(provider));
        });
        services.TryAddSingleton<ICodeReference>(provider => provider.GetRequiredService<CodeReferenceClient>());
        services.TryAddSingleton<Stub>(provider => provider.GetRequiredService<CodeReferenceClient>().Stub);
        return services
            .AddGrpcClient<Calls>(nameof(CodeReferenceClient), (provider, options) => options.Address = Connection.AddressOf(OptionsOf(provider)))
            .ConfigureChannel((provider, channel) => Connection.Apply(OptionsOf(provider), channel))
            .ConfigurePrimaryHttpMessageHandler(provider => Connection.HandlerOf(OptionsOf(provider)))
            // One client lives as long as the application: its connections look after themselves.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    private static CodeReferenceClientOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<CodeReferenceClientOptions>>().Value;

    /// <summary>What the factory makes: the way to make calls, of which the client makes its own stub.</summary>
    internal sealed class Calls(CallInvoker invoker)
    {
        public CallInvoker Invoker { get; } = invoker;
    }
}
