using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CodeReference.Service;

/// <summary>How much a caller may ask of the server before it is turned away.</summary>
internal static class Limits
{
    /// <summary>The largest request, in bytes: more than twice what a batch of a thousand of the largest lines takes.</summary>
    public const int MaxMessage = 1024 * 1024;

    private const int MaxConnections = 512;
    private const int MaxStreams = 100;
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxHeaderFieldBytes = 8 * 1024;
    private const int MaxHeaders = 64;
    private static readonly MinDataRate SlowestPeer = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(2));

    public static void Apply(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxConcurrentConnections = MaxConnections;
        limits.MaxRequestBodySize = MaxMessage;
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxRequestHeaderCount = MaxHeaders;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.MinRequestBodyDataRate = SlowestPeer;
        limits.MinResponseDataRate = SlowestPeer;
        limits.Http2.MaxStreamsPerConnection = MaxStreams;
        limits.Http2.MaxRequestHeaderFieldSize = MaxHeaderFieldBytes;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
    }
}
