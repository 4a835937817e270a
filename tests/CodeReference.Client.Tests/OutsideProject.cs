using System.Diagnostics;

namespace CodeReference.Client.Tests;

/// <summary>A folder outside the repository, where projects of strangers restore the packages of this one.</summary>
internal sealed class OutsideProject : IDisposable
{
    public OutsideProject()
    {
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        // What the packages depend on is where the restore of the solution has put it.
        Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="folder" value="packages" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{RestoredPackages()}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("codereference-client-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Packs projects of this repository, as built for these tests: packages of another build would not be what they test.</summary>
    public async Task PackAsync(params string[] projects)
    {
        foreach (var project in projects)
        {
            await DotnetAsync("pack", Path.Combine(Repository.Root, project), "--no-build", "-c", Configuration, "-o", "packages");
        }
    }

    /// <summary>Removes a folder, if it is there.</summary>
    public void Clear(string name)
    {
        if (Path.Combine(Folder, name) is var path && Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public Task<string> DotnetAsync(params string[] arguments) => Run.ToEndAsync(new("dotnet", arguments) { WorkingDirectory = Folder });

    private static string RestoredPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
}
