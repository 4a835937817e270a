using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests;

/// <summary>The files of the repository that tests read.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>The publication as it was published, beside the repository; it may be absent.</summary>
    public static readonly string RealPublication = Path.Combine(Root, "..", "shared", "publications", "cpt-14020.txt");

    /// <summary>The folder of the shipped book.</summary>
    public static readonly string Data = Path.Combine(Root, "src", "CodeReference.Data");

    public static IEnumerable<SourceFile> Publications => Sources("publications", "*.txt", SourceKind.Publication);

    public static IEnumerable<SourceFile> Tables => Sources("tables", "*.md", SourceKind.ReferenceTable);

    private static IEnumerable<SourceFile> Sources(string folder, string pattern, SourceKind kind) =>
        Directory.GetFiles(Path.Combine(Data, folder), pattern)
            .Select(path => new SourceFile(folder + "/" + Path.GetFileName(path), kind, File.ReadAllText(path)));

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
