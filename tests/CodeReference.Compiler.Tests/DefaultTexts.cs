using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests;

/// <summary>The texts that the default book is compiled from.</summary>
internal static class DefaultTexts
{
    public static readonly string Folder = Path.Combine(Repository.Root, "src", "CodeReference.Data");

    public static IEnumerable<SourceFile> Publications => Sources("publications", "*.txt", SourceKind.Publication);

    public static IEnumerable<SourceFile> Tables => Sources("tables", "*.md", SourceKind.ReferenceTable);

    private static IEnumerable<SourceFile> Sources(string folder, string pattern, SourceKind kind) =>
        Directory.GetFiles(Path.Combine(Folder, folder), pattern)
            .Select(path => new SourceFile(folder + "/" + Path.GetFileName(path), kind, File.ReadAllText(path)));
}
