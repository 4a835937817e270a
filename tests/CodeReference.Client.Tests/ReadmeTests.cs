using System.Text.RegularExpressions;

namespace CodeReference.Client.Tests;

/// <summary>The code of the README, compiled here and run: what the README shows stands between the two marks, and writes what its comments say.</summary>
public sealed partial class ReadmeTests(RunningService service)
{
    [Fact]
    public async Task Sample_Run_WritesWhatItsCommentsSay()
    {
        var output = new StringWriter();
        await AskAsync(service.Process.AddressText, output);
        var comments = CommentOfAWrite().Matches(Sample()).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, comments.Count);
        Assert.Equal(comments, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Sample_InTheReadme_IsTheOneCompiledHere() =>
        Assert.Contains(
            Sample()
                .Replace("new CodeReferenceClient(address)", "new CodeReferenceClient(\"http://localhost:5081\")", StringComparison.Ordinal)
                .Replace("output.WriteLine", "Console.WriteLine", StringComparison.Ordinal),
            File.ReadAllText(Path.Combine(Repository.Root, "README.md")),
            StringComparison.Ordinal);

    private static async Task AskAsync(string address, StringWriter output)
    {
        // The sample begins.
        using var reference = new CodeReferenceClient(address);

        var line = await reference.ValidateModifiersAsync(new ValidationQuery("14020", "50", "LT") { Payer = "Medicare" });
        output.WriteLine(line.Outcome);  // Reject

        var selection = await reference.SelectCodeAsync(new() { Narrative = "Rotation flap of the left forearm, 2.5 x 3.2 cm" });
        output.WriteLine(selection.Recommended);  // 14020

        try
        {
            await reference.LookupCodeAsync("14023");
        }
        catch (CodeNotFoundException error)
        {
            output.WriteLine(string.Join(' ', error.Nearest));  // 14020 14021 14001
        }
        // The sample ends.
    }

    private static string Sample()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "CodeReference.Client.Tests", "ReadmeTests.cs"));
        return Between().Match(source).Groups[1].Value.Replace("\n        ", "\n", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex(@"WriteLine\(.*\);  // (.+)")]
    private static partial Regex CommentOfAWrite();

    [GeneratedRegex(@"// The sample begins\.\n(.*?)\n +// The sample ends\.", RegexOptions.Singleline)]
    private static partial Regex Between();
}
