using System.Diagnostics;

namespace CodeReference.Packages.Tests;

/// <summary>Runs the .NET command line, and programs that it has built.</summary>
internal static class Dotnet
{
    /// <summary>Runs a command of the SDK and returns what it writes.</summary>
    public static string Run(string folder, string arguments, bool succeeds = true)
    {
        var (code, output, error) = Start("dotnet", folder, arguments);
        Assert.True(code == 0 == succeeds, $"dotnet {arguments} ended with {code}.\n{output}\n{error}");
        return output;
    }

    /// <summary>Runs a program and returns what it ends with, and what it writes to each stream.</summary>
    public static (int Code, string Output, string Error) Start(string program, string folder, string arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The build that runs these tests says things to its children that another build should not hear.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
