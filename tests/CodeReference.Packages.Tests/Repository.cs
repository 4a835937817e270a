namespace CodeReference.Packages.Tests;

/// <summary>The files of the repository that tests read.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "CodeReference.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds CodeReference.sln.");
        }

        return directory.FullName;
    }
}
