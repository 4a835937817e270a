using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using CodeReference.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeReference.Compiler.Tests;

/// <summary>A build as the generator and the analyzer meet it: files marked as sources, and a project's properties.</summary>
internal sealed class Build(string projectDirectory, params IEnumerable<AdditionalText> files)
{
    public ImmutableArray<AdditionalText> Files { get; } = [.. files];

    public AnalyzerConfigOptionsProvider Options { get; } = new BuildOptions(projectDirectory);

    /// <summary>A build of sources that lie in a project's directory.</summary>
    public static Build Of(string projectDirectory, params IEnumerable<SourceFile> sources) =>
        new(projectDirectory, sources.Select(source => new MemoryText(projectDirectory + source.Path, source.Text)));

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new PublicationGenerator().AsSourceGenerator()],
        Files,
        new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose),
        Options,
        new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The files that the generator emits, by name.</summary>
    public SortedDictionary<string, string> Emit()
    {
        var result = Assert.Single(Driver().RunGenerators(CompiledBook.Compilation(), TestContext.Current.CancellationToken).GetRunResult().Results);
        Assert.Null(result.Exception);
        return new(result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString()), StringComparer.Ordinal);
    }

    public async Task<ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> AnalyzeAsync(params (string Id, ReportDiagnostic Severity)[] severities)
    {
        var compilation = CompiledBook.Compilation();
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(severities.ToDictionary(rule => rule.Id, rule => rule.Severity)));
        return await compilation
            .WithAnalyzers([new PublicationAnalyzer()], new AnalyzerOptions(Files, Options))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>A file that is not on disk.</summary>
internal sealed class MemoryText(string path, string text, Encoding? encoding = null) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, encoding ?? Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>A file that was there when the build began.</summary>
internal sealed class MissingText(string path) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
}

/// <summary>What the package's targets set: publications are <c>*.txt</c>, reference tables <c>*.md</c>, the rest is not ours.</summary>
internal sealed class BuildOptions(string projectDirectory) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new()
    {
        ["build_property.ProjectDir"] = projectDirectory,
        ["build_property.CodeReferenceNamespace"] = "Emitted",
        ["build_property.CodeReferenceEdition"] = "2026.11",
    });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(Path.GetExtension(textFile.Path) switch
    {
        ".txt" => new() { ["build_metadata.AdditionalFiles.CodeReferenceSource"] = "Publication" },
        ".md" => new() { ["build_metadata.AdditionalFiles.CodeReferenceSource"] = "ReferenceTable" },
        _ => [],
    });

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
