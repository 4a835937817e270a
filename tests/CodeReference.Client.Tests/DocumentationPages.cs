namespace CodeReference.Client.Tests;

/// <summary>The pages of documentation: those at the root of the repository and those below docs.</summary>
internal static class DocumentationPages
{
    /// <summary>The paths of all pages, from the root of the repository: "docs/client.md".</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.Root, "*.md"))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of a page.</summary>
    public static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page));
}
