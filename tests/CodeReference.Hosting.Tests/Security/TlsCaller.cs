using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace CodeReference.Hosting.Tests;

/// <summary>Calls the TLS endpoint of a server with the credentials of one caller.</summary>
internal sealed class TlsCaller : IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly Metadata _metadata = [];

    public TlsCaller(Uri address, Authority? server, X509Certificate2? certificate = null, string? apiKey = null, string? token = null)
    {
        // A session would be resumed by another caller of this process, certificate and all.
        var handler = new SocketsHttpHandler { SslOptions = new() { AllowTlsResume = false } };
        if (server is not null)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
            {
                Shown = shown!.GetSerialNumberString();
                return server.HasSigned((X509Certificate2)shown);
            };
        }

        if (certificate is not null)
        {
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }

        if (apiKey is not null)
        {
            _metadata.Add("x-api-key", apiKey);
        }

        if (token is not null)
        {
            _metadata.Add("authorization", $"Bearer {token}");
        }

        Http = new(handler) { BaseAddress = address };
        _channel = GrpcChannel.ForAddress(address, new() { HttpClient = Http });
    }

    public HttpClient Http { get; }

    /// <summary>The serial number of the certificate that the server has shown last.</summary>
    public string? Shown { get; private set; }

    /// <summary>Asks for the edition.</summary>
    /// <returns>The status, and the reason when there is one.</returns>
    public async Task<(StatusCode Status, string? Reason)> AskAsync()
    {
        try
        {
            await new Wire.CodeReferenceService.CodeReferenceServiceClient(_channel).GetEditionAsync(new(), _metadata, DateTime.UtcNow.AddSeconds(20));
            return (StatusCode.OK, null);
        }
        catch (RpcException error)
        {
            return (error.StatusCode, error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        }
    }

    public async Task<HealthCheckResponse.Types.ServingStatus> HealthAsync() =>
        (await new Health.HealthClient(_channel).CheckAsync(new(), deadline: DateTime.UtcNow.AddSeconds(20))).Status;

    public void Dispose()
    {
        _channel.Dispose();
        Http.Dispose();
    }
}
