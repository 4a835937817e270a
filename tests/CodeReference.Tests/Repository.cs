namespace CodeReference.Tests;

/// <summary>The files of the repository that the tests run in.</summary>
internal static class Repository
{
    public const string Publication = "src/CodeReference.Data/publications/cpt-14020.txt";

    private static readonly string Root = FindRoot();

    /// <summary>The path of a file, of one in the repository.</summary>
    public static string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>A reference table of the default book: "modifier-rules".</summary>
    public static SourceRow[] Table(string name) => SourceRow.Read($"src/CodeReference.Data/tables/{name}.md");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CodeReference.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        }

        return folder;
    }
}
