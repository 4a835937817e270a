using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CodeReference.Hosting;

/// <summary>Limits of the server: sizes, connections, rates.</summary>
internal static partial class ServerLimits
{
    /// <summary>The largest request, in bytes: more than twice what a batch of a thousand of the largest lines takes.</summary>
    public const int MaxMessage = 1024 * 1024;

    /// <summary>The most items of a batch.</summary>
    public const int MaxBatch = 1000;

    private const int MaxConnections = 512;

    /// <summary>The files that the process holds open of its own, rounded up. A process without one left is aborted.</summary>
    private const int OwnFiles = 300;

    private const int MaxStreams = 100;
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxHeaderFieldBytes = 8 * 1024;
    private const int MaxHeaders = 64;
    private static readonly MinDataRate SlowestPeer = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(2));

    /// <summary>Reads the section Limits, sets what the server has to keep, and refuses a system that cannot carry it.</summary>
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var settings = new Settings(builder.Configuration, "Limits");
        var connections = settings.Number("MaxConnections", MaxConnections, 1, 100_000);
        settings.RefuseUnknown();
        if (OpenFiles() is { } files && files < connections + OwnFiles)
        {
            throw settings.Invalid(
                "MaxConnections",
                string.Create(CultureInfo.InvariantCulture, $"at most {Math.Max(0, files - OwnFiles)} ({connections} are asked for), because the system lets this process open {files} files (ulimit -n) and {OwnFiles} are its own"));
        }

        builder.WebHost.ConfigureKestrel(server => Apply(server, connections));
    }

    private static void Apply(KestrelServerOptions options, int connections)
    {
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxConcurrentConnections = connections;
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

    /// <summary>How many files the system lets this process open; null where it does not say.</summary>
    private static long? OpenFiles()
    {
        const string Source = "/proc/self/limits";
        return File.Exists(Source) && MaxOpenFiles().Match(File.ReadAllText(Source)) is { Success: true } line
            && long.TryParse(line.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : null;
    }

    [GeneratedRegex(@"^Max open files\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex MaxOpenFiles();
}
