namespace CodeReference.Eng.Processes;

/// <summary>The service as a command builds it or names it.</summary>
internal static class ServiceBuild
{
    /// <summary>What CI tests.</summary>
    public const string Debug = "Debug";

    /// <summary>What is measured.</summary>
    public const string Release = "Release";

    private const string Project = "src/CodeReference.Service";

    /// <summary>Finds a build of the service, and builds it where there is none.</summary>
    /// <returns>The full path of its assembly.</returns>
    public static async Task<string> FindAsync(string configuration, CancellationToken end)
    {
        var path = Path.Combine(Repository.Root, Project, "bin", configuration, "net10.0", "CodeReference.Service.dll");
        if (!File.Exists(path))
        {
            await BuildAsync(configuration, end);
        }

        return path;
    }

    /// <summary>Builds the service as its sources are now.</summary>
    public static async Task BuildAsync(string configuration, CancellationToken end)
    {
        if (!await Tool.RunAsync("dotnet", ["build", Project, "-c", configuration, "--verbosity", "quiet"], end))
        {
            throw new ProcessException($"{Project} does not build.");
        }
    }

    /// <summary>The words of the command that runs an assembly or an executable.</summary>
    public static string[] CommandOf(string path) =>
        Path.GetExtension(path) == ".dll" ? ["dotnet", path] : [path];
}
