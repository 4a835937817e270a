namespace CodeReference.Client.Tests;

/// <summary>A fenced block of a page of documentation.</summary>
/// <param name="Page">The page, from the root of the repository: "docs/client.md".</param>
/// <param name="Line">The line of the page on which the block begins, from 1.</param>
/// <param name="Language">The first word behind the fence: "csharp"; empty for none.</param>
/// <param name="IsSlow">Whether the second word is "slow": the block takes minutes, or goes on until it is stopped.</param>
/// <param name="Text">What is between the fences.</param>
internal sealed record Fence(string Page, int Line, string Language, bool IsSlow, string Text)
{
    private const string Mark = "```";

    /// <summary>Every block of the pages of documentation.</summary>
    public static IReadOnlyList<Fence> All { get; } = [.. DocumentationPages.All.SelectMany(Read)];

    public override string ToString() => $"{Page}({Line})";

    private static IEnumerable<Fence> Read(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, page));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith(Mark, StringComparison.Ordinal))
            {
                var words = lines[i].Trim()[Mark.Length..].Split(' ');
                var end = Array.FindIndex(lines, i + 1, line => line.Trim() == Mark);
                Assert.True(end > i, $"{page}({i + 1}): this block has no end.");
                var text = string.Concat(lines[(i + 1)..end].Select(line => line + "\n"));
                yield return new(page, i + 1, words[0], words.Contains("slow"), text);
                i = end;
            }
        }
    }
}
