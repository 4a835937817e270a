using System.Diagnostics;
using CodeReference.Data;
using CodeReference.Hosting;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CodeReference.Benchmarks.Service;

/// <summary>The service as it is, and beside its methods those that it is compared with: a process of its own on a core of its own.</summary>
internal sealed class PeerServer : IDisposable
{
    private const string Ready = "Serving both.";

    private readonly Process _process;

    private PeerServer(Process process, int grpc, int json)
    {
        _process = process;
        Grpc = new($"http://127.0.0.1:{grpc}");
        Json = new($"http://127.0.0.1:{json}");
    }

    public Uri Grpc { get; }

    public Uri Json { get; }

    /// <summary>The time that the processor has worked for the server, in seconds.</summary>
    public double Seconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Serves until the input ends; this is the other process.</summary>
    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddCodeReference(Book.Instance);
        builder.Services.AddSingleton<SqliteCodes>().AddSingleton<IServiceMethodProvider<PeerMethods.Face>, PeerMethods>();
        await using var app = builder.Build().MapCodeReference();
        app.Services.GetRequiredService<SqliteCodes>();
        app.MapGrpcService<PeerMethods.Face>();
        app.MapGet("/allocated", () => GC.GetTotalAllocatedBytes(precise: true).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await app.StartAsync();
        Console.WriteLine(Ready);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    public static PeerServer Start()
    {
        var (grpc, json) = (Pinned.FreePort(), Pinned.FreePort());
        var process = Pinned.Start(
            0,
            "dotnet",
            [typeof(PeerServer).Assembly.Location, "peer-server", $"--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:{grpc}", $"--Kestrel:Endpoints:Json:Url=http://127.0.0.1:{json}", "--Logging:LogLevel:Default=Warning"]);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line == Ready)
            {
                return new(process, grpc, json);
            }
        }

        throw new InvalidOperationException("The server has not started.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(10_000))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
