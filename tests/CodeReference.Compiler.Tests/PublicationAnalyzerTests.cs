using System.Collections.Immutable;
using CodeReference.Compiler.Reading;
using Microsoft.CodeAnalysis;

namespace CodeReference.Compiler.Tests;

public sealed class PublicationAnalyzerTests
{
    private const string Project = "/src/project/";
    private const string Title = "CPT 14020: Flap\n";
    private const string Modifiers = "| Modifier | Description | When to Use |\n|---|---|---|\n";

    [Theory]
    [InlineData(Title + Modifiers + "25 | Visit", "pages/a.txt(4,1): error CR2004")]
    [InlineData(Title + Modifiers + "25 | A | B\n | 25 | C | D", "pages/a.txt(5,4): error CR2006")]
    [InlineData(Title + Modifiers + "| 2_5 | A | B", "pages/a.txt(4,3): error CR2002")]
    [InlineData(Title + "prose\n| X | Y |\n|---|---|\n", "pages/a.txt(3,1): warning CR2003")]
    [InlineData("prose\n", "pages/a.txt(1,1): error CR2001")]
    public async Task Analyze_Mistake_IsReportedAtItsCell(string text, string expected)
    {
        var diagnostic = Assert.Single(await AnalyzeAsync(PageOf(text)));

        Assert.Equal(Project + expected, Describe(diagnostic));
    }

    [Fact]
    public async Task Analyze_Mistake_IsReportedOverItsWholeText()
    {
        const string Text = "\uFEFF" + Title + "| Modifier | Description | When to Use |\r\n|---|---|---|\r\n| LTT | A | B";
        var location = Assert.Single(await AnalyzeAsync(PageOf(Text))).Location;

        Assert.Equal("LTT", Text.Substring(location.SourceSpan.Start, location.SourceSpan.Length));
        Assert.Equal((3, 2, 3, 5), (location.GetLineSpan().StartLinePosition.Line, location.GetLineSpan().StartLinePosition.Character, location.GetLineSpan().EndLinePosition.Line, location.GetLineSpan().EndLinePosition.Character));
    }

    [Fact]
    public async Task Analyze_ShippedBook_ReportsWhatTheCompilerFindsWithItsHelp()
    {
        SourceFile[] sources = [.. DefaultTexts.Publications, .. DefaultTexts.Tables];
        var reported = await Build.Of(Project, sources).AnalyzeAsync();

        Assert.Equal(
            PublicationCompiler.Compile(sources, CompiledBook.Options).Diagnostics.Select(diagnostic => diagnostic.Rule.Id + " " + diagnostic.Message).Order(StringComparer.Ordinal),
            reported.Select(diagnostic => diagnostic.Id + " " + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
        Assert.All(reported, diagnostic => Assert.Equal($"docs/diagnostics/{diagnostic.Id}.md", diagnostic.Descriptor.HelpLinkUri));
    }

    [Fact]
    public async Task Analyze_FileThatIsNotASource_IsSilent() =>
        Assert.Empty(await new Build(Project, new MemoryText(Project + "notes.log", "prose")).AnalyzeAsync());

    [Fact]
    public async Task Analyze_FileThatCouldNotBeRead_SaysSo()
    {
        var build = new Build(Project, new MissingText(Project + "a.txt"));

        Assert.Equal(Project + "a.txt(1,1): error CR1002", Describe(Assert.Single(await AnalyzeAsync(build))));
    }

    [Theory]
    [InlineData(ReportDiagnostic.Error, "error")]
    [InlineData(ReportDiagnostic.Info, "info")]
    public async Task Analyze_SeverityThatAProjectSets_IsReported(ReportDiagnostic severity, string expected)
    {
        var diagnostic = Assert.Single(await AnalyzeAsync(PageOf(Title + "| X | Y |\n|---|---|\n"), ("CR2003", severity)));

        Assert.EndsWith(expected + " CR2003", Describe(diagnostic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_DiagnosticThatAProjectSuppresses_IsSilent() =>
        Assert.Empty(await AnalyzeAsync(PageOf(Title + "| X | Y |\n|---|---|\n"), ("CR2003", ReportDiagnostic.Suppress)));

    [Fact]
    public async Task Analyze_TwoFilesOfOneNameOutsideTheProject_AreToldApart()
    {
        var build = new Build(Project, new MemoryText("/elsewhere/a.txt", "prose"), new MemoryText("/other/a.txt", Title));

        Assert.Equal("/elsewhere/a.txt(1,1): error CR2001", Describe(Assert.Single(await AnalyzeAsync(build))));
    }

    // What the small pages of these tests lack would hide what they are about.
    private static Task<ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> AnalyzeAsync(Build build, params (string Id, ReportDiagnostic Severity)[] severities) =>
        build.AnalyzeAsync([.. severities, ("CR2012", ReportDiagnostic.Suppress)]);

    private static Build PageOf(string text) => new(Project, new MemoryText(Project + "pages/a.txt", text));

    private static string Describe(Microsoft.CodeAnalysis.Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return FormattableString.Invariant($"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}");
    }
}
