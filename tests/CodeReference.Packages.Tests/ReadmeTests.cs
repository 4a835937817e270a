using System.Text.RegularExpressions;

namespace CodeReference.Packages.Tests;

/// <summary>
/// Each package as its page shows it to a stranger: the files of its README are all that is in the project, and the
/// program writes what its comments say.
/// </summary>
public sealed partial class ReadmeTests(PackageFeed feed)
{
    [Theory]
    [InlineData("CodeReference", "CodeReference.Data")]
    [InlineData("CodeReference.Contracts", "CodeReference.Contracts")]
    [InlineData("CodeReference.Data", "CodeReference.Data")]
    public async Task Sample_Run_WritesWhatItsCommentsSay(string id, string package)
    {
        var readme = Readme("src", id);
        Assert.Contains($"dotnet add package {package}\n", readme, StringComparison.Ordinal);
        var project = WriteFiles(readme).WithProject("Sample.csproj", "", package);

        Assert.Equal(Comments(readme), Lines(await project.DotnetAsync("run --project Sample.csproj")));
    }

    [Fact]
    public async Task CompilerSample_Run_WritesWhatItsCommentsSay()
    {
        var readme = Readme("generators", "CodeReference.Compiler");

        Assert.Equal(Comments(readme), Lines(await WriteFiles(readme).DotnetAsync("run --project Acme.csproj")));
    }

    /// <summary>Without a service it fails as its sample says; CodeReference.Client.Tests asks a running one.</summary>
    [Fact]
    public async Task ClientSample_WhereNothingListens_FailsByReason()
    {
        var readme = Readme("src", "CodeReference.Client");
        // Nothing can listen on port 0.
        var project = WriteFiles(readme.Replace("http://localhost:5081", "http://127.0.0.1:0", StringComparison.Ordinal)).WithProject("Sample.csproj", "", "CodeReference.Client");

        Assert.Equal(["UNAVAILABLE"], Lines(await project.DotnetAsync("run --project Sample.csproj")));
        Assert.Equal(["Reject", "UNAVAILABLE"], Comments(readme));
    }

    private static string Readme(string folder, string id) => File.ReadAllText(Path.Combine(Repository.Root, folder, id, "README.md"));

    private ScratchProject WriteFiles(string readme)
    {
        var project = feed.CreateProject();
        foreach (Match file in NamedBlock().Matches(readme))
        {
            project.Write(file.Groups[1].Value, file.Groups[2].Value);
        }

        Assert.True(project.Has("Program.cs"));
        return project;
    }

    private static IEnumerable<string> Comments(string readme) => CommentOfAWrite().Matches(readme).Select(match => match.Groups[1].Value);

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^`([^`]+)`:\n\n```[a-z]+\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NamedBlock();

    [GeneratedRegex(@"WriteLine\(.*\);  // (.+)")]
    private static partial Regex CommentOfAWrite();
}
