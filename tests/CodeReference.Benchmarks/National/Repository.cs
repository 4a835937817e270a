namespace CodeReference.Benchmarks.National;

/// <summary>Where the repository is: the folder above that holds the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "CodeReference.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } above ? Find(above)
        : throw new InvalidOperationException("No folder above holds CodeReference.sln: run this from the repository.");
}
