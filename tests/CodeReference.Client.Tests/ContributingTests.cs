using System.Text.RegularExpressions;

namespace CodeReference.Client.Tests;

/// <summary>The files and folders that CONTRIBUTING.md sends a contributor to are there.</summary>
public sealed partial class ContributingTests
{
    [Fact]
    public void Paths_OfThePage_LeadToFilesAndFoldersThatThereAre()
    {
        var prose = Block().Replace(DocumentationPages.Read("CONTRIBUTING.md"), "");
        var paths = Code().Matches(prose).Select(match => match.Groups[1].Value.Split(' ')[0]).Where(IsPath).Distinct().ToList();
        Assert.True(paths.Count > 50, $"{paths.Count} paths");
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{path} is not there."));
    }

    // Something with a slash, or the name of a file of text: "docs/rules", "CHANGELOG.md", and not "IsListed" or "CR####".
    private static bool IsPath(string code) => PathOrFile().IsMatch(code);

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?:[\w.@-]+/)+[\w.@-]*$|^[\w.-]+\.(?:cs|json|md|props|proto|sh|sln|targets|ts|txt|yaml)$")]
    private static partial Regex PathOrFile();
}
