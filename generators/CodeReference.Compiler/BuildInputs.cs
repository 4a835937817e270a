using System.Text;
using CodeReference.Compiler.Emitting;
using CodeReference.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeReference.Compiler;

/// <summary>What a build hands to the compiler: files marked as its sources, and a project's choices.</summary>
internal static class BuildInputs
{
    private const string SourceKindKey = "build_metadata.AdditionalFiles.CodeReferenceSource";
    private const string ProjectDirectoryKey = "build_property.ProjectDir";
    private const string NamespaceKey = "build_property.CodeReferenceNamespace";
    private const string RootNamespaceKey = "build_property.RootNamespace";
    private const string LabelKey = "build_property.CodeReferenceEdition";

    private static readonly string CompilerVersion = typeof(BuildInputs).Assembly.GetName().Version.ToString(3);

    public static EmitOptions EmitOptions(AnalyzerConfigOptions options)
    {
        var space = Text(options, NamespaceKey);
        space = space.Length > 0 ? space : Text(options, RootNamespaceKey);
        return new(space.Length > 0 ? space : "CodeReference.Book", Text(options, LabelKey), CompilerVersion);
    }

    /// <returns>Null when the file is none of the compiler's sources.</returns>
    public static SourceFile? TryRead(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        SourceKind kind;
        switch (Text(options.GetOptions(file), SourceKindKey))
        {
            case "Publication":
                kind = SourceKind.Publication;
                break;
            case "ReferenceTable":
                kind = SourceKind.ReferenceTable;
                break;
            default:
                return null;
        }

        var text = file.GetText(cancellation);
        var isUnicode = text?.Encoding is null or UTF8Encoding or UnicodeEncoding or UTF32Encoding;
        return new(RelativePath(file.Path, Text(options.GlobalOptions, ProjectDirectoryKey)), kind, text?.ToString() ?? "", isUnicode, file.Path);
    }

    // The same on every machine: from the project on, or the name alone for a file outside it.
    private static string RelativePath(string path, string project)
    {
        path = path.Replace('\\', '/');
        project = project.Replace('\\', '/');
        return project.Length > 0 && path.StartsWith(project, StringComparison.Ordinal)
            ? path.Substring(project.Length).TrimStart('/')
            : path.Substring(path.LastIndexOf('/') + 1);
    }

    private static string Text(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var value) ? value : "";
}
