using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace CodeReference.Client.Tests;

/// <summary>A server that answers one question and keeps what came with it: headers, and the certificate of the client.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RecordingServer(WebApplication app, string scheme)
    {
        _app = app;
        var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Address = new($"{scheme}://localhost:{bound.Port}");
    }

    public Uri Address { get; }

    /// <summary>The headers of the last call.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The subject of the certificate of the last caller; empty when it had none.</summary>
    public string Caller { get; private set; } = "";

    /// <summary>Starts a server.</summary>
    /// <param name="certificate">Its certificate; null for plaintext.</param>
    public static async Task<RecordingServer> StartAsync(X509Certificate2? certificate = null)
    {
        // Of nothing: the settings of the service lie in the same folder.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener =>
        {
            listener.Protocols = HttpProtocols.Http2;
            if (certificate is not null)
            {
                listener.UseHttps(certificate, https =>
                {
                    https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                    https.AllowAnyClientCertificate();
                });
            }
        }));
        var app = builder.Build();
        RecordingServer? server = null;
        app.Run(context => server!.AnswerAsync(context));
        await app.StartAsync(TestContext.Current.CancellationToken);
        server = new(app, certificate is null ? "http" : "https");
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Headers.Clear();
        foreach (var (name, value) in context.Request.Headers)
        {
            Headers[name.ToLowerInvariant()] = value.ToString();
        }

        Caller = context.Connection.ClientCertificate?.Subject ?? "";
        var message = new Wire.GetEditionResponse { Edition = new() { Label = "recorded" } }.ToByteArray();
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(frame, context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
