using System.Diagnostics;

namespace CodeReference.Eng.Processes;

/// <summary>Other programs of this machine, run to their end.</summary>
internal static class Tool
{
    // Debian keeps servers there, and an ordinary user's PATH does not.
    private const string SystemPrograms = "/usr/sbin";

    /// <summary>Finds a program by its name.</summary>
    /// <returns>Its path; null when it is not installed.</returns>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append(SystemPrograms)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name))
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a program, which writes where this one does.</summary>
    /// <returns>Whether it succeeded.</returns>
    public static async Task<bool> RunAsync(string program, IEnumerable<string> arguments, CancellationToken end)
    {
        using var process = Start(StartOf(program, arguments));
        await EndAsync(process, end);
        return process.ExitCode == 0;
    }

    /// <summary>Runs a program, which has to succeed.</summary>
    /// <returns>What it writes to standard output.</returns>
    public static async Task<string> OutputOfAsync(string program, IEnumerable<string> arguments, CancellationToken end)
    {
        var start = StartOf(program, arguments);
        start.RedirectStandardOutput = true;
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(end);
        await EndAsync(process, end);
        return process.ExitCode == 0 ? await output
            : throw new ProcessException($"{program} ended with {process.ExitCode}: {await output}");
    }

    /// <summary>How a program is started, in the root of the repository.</summary>
    public static ProcessStartInfo StartOf(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root };
        // "dotnet run" tells its children things about its own build that another build should not hear.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return start;
    }

    /// <summary>Starts a program.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new ProcessException($"{start.FileName} cannot be started: {exception.Message}");
        }
    }

    private static async Task EndAsync(Process process, CancellationToken end)
    {
        try
        {
            await process.WaitForExitAsync(end);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }
}
