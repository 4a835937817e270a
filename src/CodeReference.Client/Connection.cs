using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CodeReference.Client;

/// <summary>Makes the channel that options describe: its address, its connections, its limits.</summary>
internal static class Connection
{
    // The scheme under which a fixed list of addresses is one address.
    private static readonly Uri List = new("static:///codereference");

    /// <summary>The address of the channel: of several the one that stands for them all.</summary>
    public static Uri AddressOf(CodeReferenceClientOptions options) => options.Addresses.Count == 1 ? options.Addresses[0] : List;

    public static bool IsTls(CodeReferenceClientOptions options) =>
        options.Tls ?? options.Addresses.Any(address => address is { IsAbsoluteUri: true, Scheme: "https" });

    public static GrpcChannel Open(CodeReferenceClientOptions options)
    {
        var channel = new GrpcChannelOptions { HttpHandler = HandlerOf(options), DisposeHttpClient = true };
        Apply(options, channel);
        return GrpcChannel.ForAddress(AddressOf(options), channel);
    }

    public static void Apply(CodeReferenceClientOptions options, GrpcChannelOptions channel)
    {
        channel.Credentials = IsTls(options) ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure;
        // OptionsCheck says where credentials may go.
        channel.UnsafeUseInsecureChannelCallCredentials = true;
        channel.MaxReceiveMessageSize = options.MaxReceiveMessageSize;
        channel.MaxSendMessageSize = options.MaxSendMessageSize;
        channel.InitialReconnectBackoff = TimeSpan.FromMilliseconds(100);
        channel.MaxReconnectBackoff = TimeSpan.FromSeconds(1);
        if (AddressOf(options).Scheme is "http" or "https")
        {
            return;
        }

        channel.ServiceConfig = new() { LoadBalancingConfigs = { new(RoundRobin.PolicyName) } };
        if (options.Addresses.Count > 1)
        {
            channel.ServiceProvider = new ServiceCollection()
                .AddSingleton<LoadBalancerFactory, RoundRobin.Factory>()
                .AddSingleton<ResolverFactory>(new StaticResolverFactory(_ => options.Addresses.Select(address => new BalancerAddress(address.Host, address.Port))))
                .BuildServiceProvider();
        }
        else
        {
            // The services of an application have the policy, and may have a resolver of their own.
            channel.ServiceProvider ??= new ServiceCollection().AddSingleton<LoadBalancerFactory, RoundRobin.Factory>().BuildServiceProvider();
        }
    }

    public static HttpMessageHandler HandlerOf(CodeReferenceClientOptions options) =>
        options.Connections == 1 ? OneHandlerOf(options) : new TakingTurns([.. Enumerable.Range(0, options.Connections).Select(_ => OneHandlerOf(options))]);

    private static SocketsHttpHandler OneHandlerOf(CodeReferenceClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ConnectTimeout = options.ConnectTimeout,
            KeepAlivePingDelay = options.KeepAlivePing,
            KeepAlivePingTimeout = options.KeepAliveTimeout,
        };
        if (options.ClientCertificate is { } certificate)
        {
            handler.SslOptions.ClientCertificates = [certificate];
        }

        if (options.TrustedRoots.Count > 0)
        {
            handler.SslOptions.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.AddRange(options.TrustedRoots);
        }

        return handler;
    }

    /// <summary>Handlers with a connection each, on which calls take turns.</summary>
    private sealed class TakingTurns(HttpMessageInvoker[] connections) : HttpMessageHandler
    {
        private uint _turn;

        public TakingTurns(SocketsHttpHandler[] handlers)
            : this([.. handlers.Select(handler => new HttpMessageInvoker(handler))])
        {
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            connections[Interlocked.Increment(ref _turn) % connections.Length].SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            foreach (var connection in connections)
            {
                connection.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
