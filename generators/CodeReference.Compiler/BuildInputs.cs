using System.Globalization;
using System.Runtime.CompilerServices;
using CodeReference.Compiler.Emitting;
using CodeReference.Compiler.Model;
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
    private const string ClassNameKey = "build_property.CodeReferenceClassName";
    private const string MaxNamesKey = "build_property.CodeReferenceMaxNames";
    private const string StorageKey = "build_property.CodeReferenceStorage";
    private const string EditionKey = "build_metadata.AdditionalFiles.Edition";
    private const string EffectiveKey = "build_metadata.AdditionalFiles.Effective";

    private static readonly ConditionalWeakTable<string, ModeledSource> Models = new();

    public static readonly string CompilerVersion = typeof(BuildInputs).Assembly.GetName().Version.ToString(3);

    public static EmitOptions EmitOptions(AnalyzerConfigOptions options) => new(
        FirstOf(Text(options, NamespaceKey), Text(options, RootNamespaceKey), "CodeReference.Book"),
        Text(options, LabelKey),
        CompilerVersion,
        SourceWriter.Identifier(FirstOf(Text(options, ClassNameKey), "Book")),
        StorageOf(options),
        int.TryParse(Text(options, MaxNamesKey), NumberStyles.None, CultureInfo.InvariantCulture, out var names) ? names : Emitting.EmitOptions.DefaultMaxNames);

    /// <summary>Whether emitting reads a file: all sources, but for code sets that the image of the book carries.</summary>
    public static bool IsToEmit(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        KindOf(file, options) is { } kind && (kind != SourceKind.CodeSet || StorageOf(options.GlobalOptions) == BookStorage.Constants);

    /// <returns>Null when the file is not a source of the compiler.</returns>
    public static SourceFile? TryRead(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        if (KindOf(file, options) is not { } kind)
        {
            return null;
        }

        var path = RelativePath(file.Path, Text(options.GlobalOptions, ProjectDirectoryKey));
        var metadata = options.GetOptions(file);
        var (edition, effective) = (Text(metadata, EditionKey), Text(metadata, EffectiveKey));
        if (file.GetText(cancellation) is not { } source)
        {
            return new(path, kind, "", null, file.Path, edition, effective, IsReadable: false);
        }

        var (text, bad) = SourceBytes.Decode(source);
        return new(path, kind, text, bad, file.Path, edition, effective);
    }

    private static SourceKind? KindOf(AdditionalText file, AnalyzerConfigOptionsProvider options) => Text(options.GetOptions(file), SourceKindKey) switch
    {
        nameof(SourceKind.Publication) => SourceKind.Publication,
        nameof(SourceKind.ReferenceTable) => SourceKind.ReferenceTable,
        nameof(SourceKind.CodeSet) => SourceKind.CodeSet,
        _ => null,
    };

    private static BookStorage StorageOf(AnalyzerConfigOptions options) =>
        string.Equals(Text(options, StorageKey), nameof(BookStorage.Resource), StringComparison.OrdinalIgnoreCase) ? BookStorage.Resource : BookStorage.Constants;

    /// <summary>Reads and models a file, once for all who ask while its text is in memory: the generator and the analyzer do.</summary>
    public static FileModel Model(SourceFile source)
    {
        if (Models.TryGetValue(source.Text, out var known) && known.Source == source)
        {
            return known.Model;
        }

        var model = PublicationCompiler.ReadAndModel(source);
        lock (Models)
        {
            Models.Remove(source.Text);
            Models.Add(source.Text, new(source, model));
        }

        return model;
    }

    // The same on every machine: from the project on, or the name alone for a file outside it.
    public static string RelativePath(string path, string project)
    {
        path = path.Replace('\\', '/');
        project = project.Replace('\\', '/');
        return project.Length > 0 && path.StartsWith(project, StringComparison.Ordinal)
            ? path.Substring(project.Length).TrimStart('/')
            : path.Substring(path.LastIndexOf('/') + 1);
    }

    private static string FirstOf(params string[] choices) => choices.First(choice => choice.Length > 0);

    private static string Text(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var value) ? value : "";

    private sealed record ModeledSource(SourceFile Source, FileModel Model);
}
