using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CodeReference.Benchmarks.Service;

/// <summary>Starts programs, each on a core of its own, so that a server and who loads it do not disturb each other.</summary>
internal static class Pinned
{
    /// <summary>Starts a program on a core, with its input and output at hand.</summary>
    public static Process Start(int core, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("taskset") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-c", $"{core}", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a program on a core, and returns what it says.</summary>
    public static string Run(int core, string program, params IEnumerable<string> arguments)
    {
        using var process = Start(core, program, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} has ended with {process.ExitCode}: {output}");
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
