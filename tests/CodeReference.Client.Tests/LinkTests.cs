using System.Text.RegularExpressions;

namespace CodeReference.Client.Tests;

/// <summary>Whoever follows a link of the README or of a page below docs arrives somewhere.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Links_OfAllPages_LeadToFilesAndHeadingsThatThereAre()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "README.md")).ToList();
        var links = pages.SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(match => (Page: page, To: match.Groups[1].Value, Heading: match.Groups[2].Value))).ToList();
        Assert.True(links.Count > 150, $"{links.Count} links");
        Assert.Empty(links.Where(link => !LeadsSomewhere(link.Page, link.To, link.Heading)).Select(link => $"{Path.GetRelativePath(Repository.Root, link.Page)}: {link.To}#{link.Heading}"));
    }

    private static bool LeadsSomewhere(string page, string to, string heading)
    {
        var target = to.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, to);
        return Path.Exists(target) && (heading.Length == 0 || File.ReadLines(target).Any(line => line.StartsWith('#') && Anchor(line) == heading));
    }

    // As GitHub makes them: "## What a line costs" is what-a-line-costs.
    private static string Anchor(string heading) => NotOfAnAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NotOfAnAnchor();
}
