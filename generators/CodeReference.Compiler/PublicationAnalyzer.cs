using System.Collections.Immutable;
using CodeReference.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeReference.Compiler;

/// <summary>Reports what the compiler finds wrong, at the file, line and column where it stands.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PublicationAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors =
        Diagnostics.All.ToImmutableDictionary(rule => rule.Id, Describe);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Descriptors.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider;
        var models = new List<FileModel>();
        foreach (var file in context.Options.AdditionalFiles)
        {
            if (BuildInputs.TryRead(file, options, context.CancellationToken) is { } source)
            {
                models.Add(BuildInputs.Model(source));
            }
        }

        var book = BookModel.Of(models);
        var origins = book.Files.ToDictionary(file => file.Path, file => file.Origin, StringComparer.Ordinal);
        foreach (var diagnostic in PublicationCompiler.Check(PublicationCompiler.Settle(book)))
        {
            context.ReportDiagnostic(Microsoft.CodeAnalysis.Diagnostic.Create(
                Descriptors[diagnostic.Rule.Id], LocationOf(diagnostic, origins[diagnostic.Path]), [.. diagnostic.Arguments]));
        }
    }

    private static Location LocationOf(Diagnostic diagnostic, string path)
    {
        var span = diagnostic.Span;
        var start = new LinePosition(span.Line - 1, span.Column - 1);
        var end = new LinePosition(span.Line - 1, span.Column - 1 + span.Length);
        return Location.Create(path, new TextSpan(span.Start, span.Length), new LinePositionSpan(start, end));
    }

    private static DiagnosticDescriptor Describe(DiagnosticRule rule) => new(
        rule.Id,
        rule.Title,
        rule.Message,
        rule.Id[2] switch { '1' => "Reading", '2' => "Modeling", _ => "Checking" },
        rule.Severity switch { Severity.Error => DiagnosticSeverity.Error, Severity.Warning => DiagnosticSeverity.Warning, _ => DiagnosticSeverity.Info },
        isEnabledByDefault: true,
        helpLinkUri: rule.HelpLink,
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
