using System.Diagnostics;

namespace CodeReference;

/// <summary>Runs other programs to their end.</summary>
internal static class Run
{
    /// <summary>Runs a program, which has to succeed, or to fail.</summary>
    /// <returns>What it writes to standard output.</returns>
    public static async Task<string> OutputOfAsync(ProcessStartInfo start, bool succeeds = true)
    {
        var (code, output, error) = await ToEndAsync(start);
        Assert.True(code == 0 == succeeds, $"{start.FileName} {start.Arguments}{string.Join(' ', start.ArgumentList)} ended with {code}.\n{output}\n{error}");
        return output;
    }

    /// <summary>Runs a program.</summary>
    /// <returns>What it ends with, and what it writes to each stream.</returns>
    public static async Task<(int Code, string Output, string Error)> ToEndAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        // The build that runs these tests says things to its children that another build should not hear.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
