using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace CodeReference.Hosting;

/// <summary>
/// Where the service listens, and with which certificate: sections Kestrel:Endpoints and Transport. An address that other
/// machines reach needs TLS and callers that are known, or a setting that says that somebody else sees to it.
/// </summary>
internal static class Transport
{
    public static void AddTransport(this WebApplicationBuilder builder, Listener[] listeners, AuthenticationSettings authentication)
    {
        var settings = new Settings(builder.Configuration, "Transport");
        var certificate = settings.File("Certificate", "a certificate in PEM, with the chain that leads to it");
        var key = settings.File("CertificateKey", "the private key of the certificate, in PEM");
        var allowsPlaintext = settings.Flag("AllowPlaintext") is true;
        settings.RefuseUnknown();
        foreach (var listener in listeners)
        {
            RefuseExposure(listener, authentication, allowsPlaintext);
        }

        if (listeners.FirstOrDefault(listener => listener.IsTls) is { } tls && (certificate is null || key is null))
        {
            throw settings.Invalid(certificate is null ? "Certificate" : "CertificateKey", $"the path of a file in PEM, because {tls.Setting} is https");
        }

        builder.WebHost.ConfigureKestrel(server =>
        {
            if (certificate is not null && key is not null)
            {
                var log = server.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Transport).FullName!);
                var current = new WatchedFiles<SslStreamCertificateContext>(
                    "Transport:Certificate", [certificate, key], () => Read(certificate, key), "a certificate that is valid today and its key, in PEM", log, TimeProvider.System);
                server.ConfigureHttpsDefaults(https => Apply(https, current, authentication.ClientCertificates));
            }

            server.Configure(builder.Configuration.GetSection("Kestrel"))
                .Endpoint(Listener.Health, endpoint => Restrict(endpoint.ListenOptions, HttpProtocols.Http2, Listener.Health))
                .Endpoint(Listener.Metrics, endpoint => Restrict(endpoint.ListenOptions, HttpProtocols.Http1, Listener.Metrics));
        });
    }

    private static void RefuseExposure(Listener listener, AuthenticationSettings authentication, bool allowsPlaintext)
    {
        if (listener.IsLocal || !listener.ServesRequests)
        {
            return;
        }

        if (!listener.IsTls && !allowsPlaintext)
        {
            throw new SettingException(listener.Setting, listener.Address.ToString(), "https, an address of this machine alone, or Transport:AllowPlaintext true where something in front encrypts");
        }

        if (!authentication.IsRequired && !authentication.AllowsAnonymous)
        {
            throw new SettingException(listener.Setting, listener.Address.ToString(), "an address of this machine alone, a way to know callers (section Authentication), or Authentication:AllowAnonymous true");
        }
    }

    private static void Apply(
        HttpsConnectionAdapterOptions https, WatchedFiles<SslStreamCertificateContext> current, ClientCertificates? certificates)
    {
        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        https.HandshakeTimeout = TimeSpan.FromSeconds(5);
        // Asked for, and only then is the chain known to the handshake.
        https.ServerCertificateSelector = (_, _) => current.Value.TargetCertificate;
        https.OnAuthenticate = (_, tls) =>
        {
            tls.ServerCertificateSelectionCallback = null;
            tls.ServerCertificateContext = current.Value;
        };
        if (certificates is not null)
        {
            // Not required by the handshake: health is open, and a caller may have a key or a token instead.
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.ClientCertificateValidation = (certificate, chain, _) => certificates.Accept(certificate, chain);
        }
    }

    private static SslStreamCertificateContext Read(string certificatePath, string keyPath)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificatePath);
        var leaf = X509Certificate2.CreateFromPemFile(certificatePath, keyPath);
        var now = DateTime.Now;
        if (now > leaf.NotAfter || now < leaf.NotBefore)
        {
            throw new CryptographicException($"The certificate is valid from {leaf.NotBefore:u} to {leaf.NotAfter:u}");
        }

        return SslStreamCertificateContext.Create(leaf, [.. chain.Skip(1)], offline: true);
    }

    /// <summary>Has an endpoint speak one protocol, and its connections say which endpoint they came by.</summary>
    private static void Restrict(ListenOptions listen, HttpProtocols protocols, string name)
    {
        listen.Protocols = protocols;
        listen.Use(next => connection =>
        {
            connection.Features.Set(new ListenerFeature(name));
            return next(connection);
        });
    }

    /// <summary>Keeps other requests off the endpoints "Health" and "Metrics". Requests that belong there need no credentials.</summary>
    public static void UseRestrictedEndpoints(this IApplicationBuilder app) => app.Use(next => context =>
    {
        if (context.Features.Get<ListenerFeature>() is { } feature)
        {
            if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<ListenerMetadata>()?.Listener != feature.Listener)
            {
                return ErrorResponseWriter.WriteAsync(context, Errors.RouteUnknown());
            }

            context.SetEndpoint(new(endpoint.RequestDelegate, new([.. endpoint.Metadata, new AllowAnonymousAttribute()]), endpoint.DisplayName));
        }

        return next(context);
    });

    /// <summary>The endpoint that a connection came by, when it is one of a single use.</summary>
    private sealed record ListenerFeature(string Listener);
}
