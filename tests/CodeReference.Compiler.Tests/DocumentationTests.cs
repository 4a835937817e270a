namespace CodeReference.Compiler.Tests;

/// <summary>Holds the pages of <c>docs/diagnostics</c> to the catalogue and to what the compiler says.</summary>
public sealed class DocumentationTests
{
    private const string Example = "cpt-14020.md";

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "diagnostics");

    public static TheoryData<string> Ids => [.. Diagnostics.All.Select(rule => rule.Id)];

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
        var found = PublicationCompiler.Compile([.. Repository.Publications, .. Repository.Tables], CompiledBook.Options).Diagnostics.Select(diagnostic => diagnostic.ToString()).ToList();
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
}
