using System.Text.RegularExpressions;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests;

/// <summary>Holds the pages of <c>docs/diagnostics</c> to the catalogue and to what the compiler says.</summary>
public sealed partial class DocumentationTests
{
    private const string Example = "cpt-14020.md";

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "diagnostics");

    public static TheoryData<string> Ids => [.. Diagnostics.All.Select(rule => rule.Id)];

    /// <summary>Those whose example is a page or a table, and not a row, a limit or a build, and needs no official file.</summary>
    public static TheoryData<string> IdsWithATable => [.. Diagnostics.All.Select(rule => rule.Id).Where(id => ExampleOf(id).Length > 0)];

    [Fact]
    public void Pages_OfTheFolder_AreOneForEveryId() => Assert.Equal(
        Diagnostics.All.Select(rule => rule.Id + ".md").Concat(["README.md", Example]).Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_OfAnId_HasItsTitleMessageAndSeverity(string id)
    {
        var rule = Assert.Single(Diagnostics.All, rule => rule.Id == id);
        var page = File.ReadAllText(Path.Combine(Repository.Root, rule.HelpLink));

        Assert.StartsWith($"# {rule.Id}: {rule.Title}\n\nDefault severity: {rule.Severity.ToString().ToLowerInvariant()}\n", page, StringComparison.Ordinal);
        Assert.Contains("\n" + rule.Message + "\n", page, StringComparison.Ordinal);
        Assert.Contains($"dotnet_diagnostic.{rule.Id}.severity = ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_OfTheFolder_ListsTheCatalogue() => Assert.Equal(
        Diagnostics.All.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} |"),
        File.ReadLines(Path.Combine(Folder, "README.md")).Where(line => line.StartsWith("| [CR", StringComparison.Ordinal)));

    [Fact]
    public void Example_OfTheShippedPage_IsWhatTheCompilerSays()
    {
        var path = Path.Combine(Folder, Example);
        var found = PublicationCompiler.Compile([.. DefaultTexts.Publications, .. DefaultTexts.Tables], CompiledBook.Options).Diagnostics.Select(diagnostic => diagnostic.ToString()).ToList();
        var page = File.ReadAllLines(path);
        var written = page.Where(line => line.StartsWith("publications/", StringComparison.Ordinal)).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1" && written.Count == found.Count)
        {
            var next = 0;
            File.WriteAllText(path, string.Concat(page.Select(line => (line.StartsWith("publications/", StringComparison.Ordinal) ? found[next++] : line) + "\n")));
            return;
        }

        Assert.Equal(found, written);
    }

    [Fact]
    public void Examples_ThatAreCompiled_AreMost() => Assert.InRange(IdsWithATable.Count, 25, Diagnostics.All.Count);

    [Theory]
    [MemberData(nameof(IdsWithATable))]
    public void Example_OfAnId_HasItsDiagnostic(string id)
    {
        var example = ExampleOf(id);
        var page = example.Contains("CPT ", StringComparison.Ordinal) || id == "CR2001" ? example : "CPT 14020: Flap\n" + example;
        SourceFile[] sources = [new("page.txt", SourceKind.Publication, page), new("table.md", SourceKind.ReferenceTable, example)];
        var found = sources.SelectMany(source => PublicationCompiler.Compile([source, .. DefaultTexts.Tables], CompiledBook.Options).Diagnostics);
        Assert.Contains(found, diagnostic => diagnostic.Rule.Id == id && diagnostic.Path is "page.txt" or "table.md");
    }

    [Fact]
    public void Settings_OfAllPages_AreOfIdsAndSeveritiesThatThereAre()
    {
        var lines = Directory.GetFiles(Folder).SelectMany(path => Settings().Matches(File.ReadAllText(path))).SelectMany(match => match.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(lines.Count > Diagnostics.All.Count, $"{lines.Count} lines");
        Assert.All(lines.Where(line => line[0] != '#' && line != "is_global = true"), line =>
            Assert.Contains(Setting().Match(line).Groups[1].Value, Diagnostics.All.Select(rule => rule.Id)));
    }

    private static string ExampleOf(string id)
    {
        var page = File.ReadAllText(Path.Combine(Folder, id + ".md"));
        var example = FirstExample().Match(page).Groups[1].Value;
        return id != "CR3012" && id[2] is '2' or '3' && (example.Contains("\n|---|", StringComparison.Ordinal) || example.StartsWith("CPT ", StringComparison.Ordinal)) ? example : "";
    }

    [GeneratedRegex("## Example\n\n(?:[^`]*\n)?```text\n([^`]*)```")]
    private static partial Regex FirstExample();

    [GeneratedRegex("```ini\n([^`]*)```")]
    private static partial Regex Settings();

    [GeneratedRegex(@"^dotnet_diagnostic\.(CR[0-9]{4})\.severity = (?:none|silent|suggestion|warning|error)$")]
    private static partial Regex Setting();
}
