using System.IO.Compression;

namespace CodeReference.Packages.Tests;

/// <summary>The packages as they are published: packed once, by the command that a release takes, to a folder of their own.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private int _projects;

    /// <summary>What the command has written.</summary>
    public string Output { get; private set; } = "";

    /// <summary>A folder for all that the tests write. It is deleted after them.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("codereference-packages-").FullName;

    /// <summary>The folder of the packages.</summary>
    public string Packages => Path.Combine(Folder, "packages");

    /// <summary>Where the restore of the solution has put the packages that these depend on.</summary>
    public string Restored { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // As built for these tests: a package of another build would not be what they test.
        Output = await DotnetAsync($"pack CodeReference.sln --no-build -c {Configuration} -o \"{Packages}\"");
        var folder = await DotnetAsync("nuget locals global-packages --list");
        Restored = folder[(folder.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens a package.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="extension">Of the package, or of the package of its symbols.</param>
    public ZipArchive Open(string id, string extension = ".nupkg") =>
        ZipFile.OpenRead(Assert.Single(Directory.GetFiles(Packages, $"{id}.?.?.?{extension}")));

    /// <summary>A project outside the solution, which nothing but the packages tells about CodeReference.</summary>
    internal ScratchProject CreateProject() => new(Path.Combine(Folder, $"project-{Interlocked.Increment(ref _projects)}"), this);

    private static Task<string> DotnetAsync(string arguments) => Run.OutputOfAsync(new("dotnet", arguments) { WorkingDirectory = Repository.Root });

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
}
