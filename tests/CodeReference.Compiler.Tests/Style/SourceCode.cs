using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeReference.Compiler.Style;

/// <summary>The product's own C# files, as syntax trees. Tests, benchmarks and samples are not among them.</summary>
internal static class SourceCode
{
    /// <summary>For each file its path from the root of the repository, and its tree.</summary>
    public static IEnumerable<(string Path, CompilationUnitSyntax Tree)> Files() =>
        from path in Paths("*.cs", "src", "generators")
        select (path, CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Root, path))).GetCompilationUnitRoot());

    /// <summary>The paths of files, without what builds and tools have put beside them.</summary>
    public static IEnumerable<string> Paths(string pattern, params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "artifacts" or "generated")
        orderby path
        select path;
}
