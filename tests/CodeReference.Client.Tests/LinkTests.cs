using System.Text.RegularExpressions;

namespace CodeReference.Client.Tests;

/// <summary>Every link of the documentation leads to a file or heading, and its index lists every page.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Links_OfAllPages_LeadToFilesAndHeadingsThatThereAre()
    {
        var links = DocumentationPages.All.SelectMany(LinksOf).ToList();
        Assert.True(links.Count > 150, $"{links.Count} links");
        Assert.Empty(links.Where(link => !LeadsSomewhere(link)).Select(link => $"{link.Page}: {link.To}#{link.Heading}"));
    }

    [Fact]
    public void Index_OfTheDocumentation_ListsEveryPage()
    {
        var listed = LinksOf("docs/README.md").Select(link => Path.GetFullPath(PathOf(link)));
        var pages = DocumentationPages.All.Where(page => page != "docs/README.md" && !IsOfDiagnostics(page));
        Assert.Empty(pages.Select(page => Path.Combine(Repository.Root, page)).Except(listed));
    }

    // These have an index of their own.
    private static bool IsOfDiagnostics(string page) => page.StartsWith("docs/diagnostics/", StringComparison.Ordinal);

    private static IEnumerable<PageLink> LinksOf(string page) => Link().Matches(DocumentationPages.Read(page))
        .Select(match => new PageLink(page, match.Groups[1].Value, match.Groups[2].Value));

    private static string PathOf(PageLink link) => link.To.Length == 0
        ? Path.Combine(Repository.Root, link.Page)
        : Path.Combine(Repository.Root, Path.GetDirectoryName(link.Page)!, link.To);

    private static bool LeadsSomewhere(PageLink link)
    {
        var target = PathOf(link);
        return Path.Exists(target)
            && (link.Heading.Length == 0 || File.ReadLines(target).Any(line => line.StartsWith('#') && Anchor(line) == link.Heading));
    }

    // As GitHub makes them: "## What a line costs" is what-a-line-costs.
    private static string Anchor(string heading) =>
        NotOfAnAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NotOfAnAnchor();

    /// <summary>A link of a page, and the heading that it goes to; either may be empty.</summary>
    private sealed record PageLink(string Page, string To, string Heading);
}
