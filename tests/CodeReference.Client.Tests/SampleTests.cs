using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeReference.Conformance;
using CodeReference.Packages.Tests;

namespace CodeReference.Client.Tests;

/// <summary>
/// Every fenced block of the documentation does what it says: programs are compiled and run, commands are run against a
/// service, answers compared with the service's, and pieces of projects built. A block that no test runs fails here.
/// </summary>
public sealed partial class SampleTests(ClientRunningService service, PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Rule = """
        | Rule | Kind | Modifiers | With | Condition | Severity | Binding Severity | Certain Fix | Message | Fix | Source |
        |---|---|---|---|---|---|---|---|---|---|---|
        | HSE-01 | conflict | GX | GZ | | error | | | {modifiers} contradict each other. | Keep one. | house rule 1 |
        """;

    private const string Taxonomies = """
        Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section
        207Q00000X,Physicians,Family Medicine,,,,Family Medicine Physician,Individual
        """;

    // Not part of every system; the others are.
    private static readonly string[] Tools = ["curl", "npx", "openssl"];

    // Texts and tables are asked by the tests of their pages, and TypeScript is run by its own client.
    private static readonly (string Languages, string Pages, string Test)[] Elsewhere =
    [
        ("ts", "README.md", "src/clients/typescript/test/samples.test.ts"),
        ("md text", "docs/rules/modifiers.md", "tests/CodeReference.Compiler.Tests/RuleDocumentationTests.cs"),
        ("text", "docs/rules/selection.md", "tests/CodeReference.Compiler.Tests/SelectionPageTests.cs"),
        ("text", "docs/dialect.md", "tests/CodeReference.Compiler.Tests/DialectPageTests.cs"),
        ("text", "docs/verdicts.md", "tests/CodeReference.Client.Tests/VerdictsPageTests.cs"),
        ("text ini", "docs/diagnostics/", "tests/CodeReference.Compiler.Tests/DocumentationTests.cs"),
    ];

    // Of these a reader sees a picture: there is nothing to run.
    private static readonly string[] Pictures = ["mermaid"];

    public static TheoryData<string> Programs => NamesOf(fence => fence.Language == "csharp");

    public static TheoryData<string> Commands => NamesOf(fence => fence is { Language: "sh", IsSlow: false });

    public static TheoryData<string> SlowCommands => NamesOf(fence => fence is { Language: "sh", IsSlow: true });

    public static TheoryData<string> Answers => NamesOf(fence => fence.Language == "json");

    public static TheoryData<string> Snippets => [.. Fence.All.Where(fence => fence.Language == "xml").Select(fence => fence.Text).Distinct()];

    [Fact]
    public void Fences_OfAllPages_AreRunByATest()
    {
        var others = Fence.All.Where(fence => fence.Language is not ("csharp" or "sh" or "json" or "xml") && !Pictures.Contains(fence.Language));
        Assert.Empty(others.Where(fence => !IsRunElsewhere(fence)).Select(fence => $"{fence}: no test runs \"{fence.Language}\" here"));
        Assert.All(Elsewhere, each => Assert.Contains(Path.GetFileName(each.Pages.TrimEnd('/')), File.ReadAllText(Path.Combine(Repository.Root, each.Test)), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_Run_WritesWhatItsCommentsSay(string name)
    {
        var program = AtTheService(FenceOf(name).Text);
        var comments = SampleProgram.Comments(program);
        Assert.NotEmpty(comments);
        var written = await SampleProgram.RunAsync($"Sample.{NotOfAName().Replace(name, "-")}", program);
        Assert.Equal(comments, written.Where(comments.Contains));
    }

    /// <summary>A comment behind the commands says what, separated by commas, is somewhere in what they write.</summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Commands_Run_SucceedAndWriteWhatTheirCommentsSay(string name)
    {
        var commands = FenceOf(name).Text;
        var missing = Tools.FirstOrDefault(tool => commands.Contains($"{tool} ", StringComparison.Ordinal) && !IsInstalled(tool));
        Assert.SkipWhen(missing is not null, $"There is no {missing}.");
        var folder = Directory.CreateTempSubdirectory("codereference-sample-");
        // An answer that is an error is one for curl, too.
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".curlrc"), "fail-with-body\n", TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", AtTheService(commands)]) { WorkingDirectory = folder.FullName };
        (start.Environment["CURL_HOME"], start.Environment["npm_config_yes"], start.Environment["npm_config_prefer_offline"]) = (folder.FullName, "true", "true");
        var written = await Run.OutputOfAsync(start);
        folder.Delete(recursive: true);
        Assert.All(Comment().Matches(commands).SelectMany(match => match.Groups[1].Value.Split(", ")), said => Assert.Contains(said, written, StringComparison.Ordinal));
    }

    /// <summary>What the page shows is in the answer to its first command; the answer may hold more.</summary>
    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_OfThePagesFirstCommand_HoldsWhatThePageShows(string name)
    {
        Assert.SkipUnless(IsInstalled("curl"), "There is no curl.");
        var shown = FenceOf(name);
        var command = Fence.All.First(fence => fence.Page == shown.Page && fence is { Language: "sh", IsSlow: false });
        var written = await Run.OutputOfAsync(new("bash", ["-euo", "pipefail", "-c", AtTheService(command.Text)]));
        Assert.Empty(Comparison.Differences(JsonNode.Parse(shown.Text), JsonNode.Parse(written)));
    }

    [Theory]
    [MemberData(nameof(SlowCommands))]
    public async Task SlowCommands_OfThisRepository_AreWellFormedAndNameWhatIsThere(string name)
    {
        var commands = FenceOf(name).Text;
        await Run.OutputOfAsync(new("bash", ["-n", "-c", commands]));
        Assert.All(PathOfTheRepository().Matches(commands), match => Assert.True(Path.Exists(Path.Combine(Repository.Root, match.Value)), $"{match.Value} is not there."));
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task Snippet_InAProject_CompilesItsBook(string snippet)
    {
        var project = feed.CreateProject();
        project.Write("Own.csproj", ProjectWith(snippet));
        project.Write("pages/cpt-12001.txt", "CPT 12001: Small wounds\nSummary & Overview\nA page of our own.\n");
        project.Write("rules/house.md", Rule);
        project.Write(OneOfficialFile().Match(snippet) is { Success: true } named ? named.Value : "official/nucc_taxonomy_261.csv", Taxonomies);
        project.Write("Program.cs", """
            using CodeReference;
            using Own;

            var book = Book.Instance;
            var line = book.ValidateModifiers(ProcedureCode.Parse("12001"), [ModifierCode.Parse("GX"), ModifierCode.Parse("GZ")]);
            Console.WriteLine($"{book.Publications.Count} page, {book.CodeSets.Count} code sets, {string.Join(' ', line.GetFindings().Select(finding => finding.Rule))}");
            """);
        var (sets, rule) = (Has(snippet, "CodeSet") ? 1 : 0, Has(snippet, "ReferenceTable") ? "HSE-01" : "");
        Assert.EndsWith($"1 page, {sets} code sets, {rule}\n", await project.DotnetAsync("run --project Own.csproj"), StringComparison.Ordinal);
    }

    private static string ProjectWith(string snippet) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            {(Has(snippet, "Publication") ? "" : "<Publication Include=\"pages/*.txt\" />")}
            {(Has(snippet, "PackageReference") ? "" : "<PackageReference Include=\"CodeReference\" Version=\"*\" /><PackageReference Include=\"CodeReference.Compiler\" Version=\"*\" PrivateAssets=\"all\" />")}
          </ItemGroup>
          {(Has(snippet, "ItemGroup") ? AnyVersion().Replace(snippet, "Version=\"*\"") : $"<ItemGroup>{snippet}</ItemGroup>")}
        </Project>
        """;

    private static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    private static bool Has(string snippet, string element) => snippet.Contains($"<{element}", StringComparison.Ordinal);

    private static bool IsRunElsewhere(Fence fence) => Elsewhere.Any(each =>
        each.Languages.Split(' ').Contains(fence.Language) && (fence.Page == each.Pages || (each.Pages.EndsWith('/') && fence.Page.StartsWith(each.Pages, StringComparison.Ordinal))));

    private static TheoryData<string> NamesOf(Func<Fence, bool> isMeant) => [.. Fence.All.Where(isMeant).Select(fence => fence.ToString())];

    private static Fence FenceOf(string name) => Fence.All.Single(fence => fence.ToString() == name);

    private string AtTheService(string text) => AddressOfTheService().Replace(text, match =>
        (match.Groups[1].Value == "5081" ? service.Server.Grpc : service.Server.Json).GetLeftPart(UriPartial.Authority));

    [GeneratedRegex("http://(?:localhost|127\\.0\\.0\\.1):(5080|5081)")]
    private static partial Regex AddressOfTheService();

    [GeneratedRegex("Version=\"[^\"]+\"")]
    private static partial Regex AnyVersion();

    [GeneratedRegex("^# (.+)$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotOfAName();

    [GeneratedRegex("official/[^\"*]+(?=\")")]
    private static partial Regex OneOfficialFile();

    // What a build makes is not there before it.
    [GeneratedRegex(@"(?<=\s)(?:src|tests|generators|eng|deploy)/(?!\S*/bin/)[^\s]+")]
    private static partial Regex PathOfTheRepository();
}
