using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using CodeReference.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeReference.Benchmarks.National;

/// <summary>Measures what an editor feels: the generator over all pages, then again after an edit of one of them.</summary>
internal static class PageEdit
{
    private const int Edits = 9;

    /// <returns>The first run, and the median of the runs after an edit.</returns>
    public static (TimeSpan First, TimeSpan Edited) Measure(string pages)
    {
        var texts = Directory.EnumerateFiles(pages).Order(StringComparer.Ordinal).Select(path => new PageText(path, File.ReadAllText(path))).ToImmutableArray<AdditionalText>();
        var compilation = CSharpCompilation.Create("Edited");
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new PublicationGenerator().AsSourceGenerator()], texts, new CSharpParseOptions(LanguageVersion.CSharp14), new Options());

        var clock = Stopwatch.StartNew();
        driver = driver.RunGenerators(compilation);
        var first = clock.Elapsed;

        var edits = new List<TimeSpan>();
        for (var i = 0; i < Edits; i++)
        {
            var page = texts[i * texts.Length / Edits];
            var edited = new PageText(page.Path, page.GetText()!.ToString().Replace("Clinical Context", $"Clinical Context\nEdit {i} of the page.", StringComparison.Ordinal));
            driver = driver.ReplaceAdditionalText(page, edited);
            clock.Restart();
            driver = driver.RunGenerators(compilation);
            edits.Add(clock.Elapsed);
        }

        edits.Sort();
        return (first, edits[Edits / 2]);
    }

    private sealed class PageText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        private static readonly Values Publication = new(new() { ["build_metadata.AdditionalFiles.CodeReferenceSource"] = "Publication" });

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.CodeReferenceStorage"] = "Resource" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Publication;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
