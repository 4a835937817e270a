extern alias library;

using System.Text.RegularExpressions;
using CodeReference.Compiler.Reading;
using library::CodeReference;

namespace CodeReference.Compiler.Tests;

/// <summary>Compiles the pages in <c>docs/dialect.md</c>, and holds what is read of each to the block below it. UPDATE_CASES=1 rewrites those.</summary>
public sealed partial class DialectPageTests
{
    private static readonly string PathOfThePage = Path.Combine(Repository.Root, "docs", "dialect.md");

    [Fact]
    public void Example_OfThePage_IsReadAsTheBlockBelowItSays()
    {
        var page = File.ReadAllText(PathOfThePage);
        var examples = Example().Matches(page);
        Assert.True(examples.Count >= 5, $"{examples.Count} examples");
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            File.WriteAllText(PathOfThePage, Example().Replace(page, match => match.Value.Replace(match.Groups[2].Value, Reading(match.Groups[1].Value), StringComparison.Ordinal)));
            return;
        }

        Assert.All(examples, example => Assert.Equal(example.Groups[2].Value, Reading(example.Groups[1].Value)));
        Assert.Equal(2 * examples.Count, Fence().Count(page));
    }

    private static string Reading(string text)
    {
        var source = new SourceFile("page.txt", SourceKind.Publication, text);
        var publication = CompiledBook.Load(source).Publications[0];
        (string Section, IEnumerable<string> Items)[] sections =
        [
            ("title", [$"{publication.Procedure} {publication.Title}"]),
            ("summary", publication.Summary.Select(Text)),
            ("overview", [publication.Overview.ToString()]),
            ("service type", [publication.ServiceType.ToString()]),
            ("sites of service", publication.SitesOfService.Select(site => site.Name.ToString())),
            ("clinical context", [publication.ClinicalContext.ToString()]),
            ("documentation elements", publication.DocumentationElements.Select(Text)),
            ("payers", publication.Payers.Select(Text)),
            ("missing sections", publication.MissingSections.Select(Text)),
            ("modifiers", publication.Modifiers.Select(row => $"{row.Code}: {row.Description}, {row.WhenToUse}")),
            ("taxonomies", publication.Taxonomies.Select(row => $"{row.Code}: {row.Specialty}, {row.Notes}")),
            ("diagnoses", publication.Diagnoses.Select(row => $"{row.Code}: {row.Description}, {row.ClinicalRelevance}")),
            ("related procedures", publication.RelatedProcedures.Select(row => $"{row.Code}: {row.Description}, {row.Relationship}")),
            ("other text", publication.OtherText.Select(Text)),
        ];
        var read = sections.Select(section => (section.Section, Text: string.Join(" | ", section.Items))).Where(section => section.Text.Length > 0).Select(section => $"{section.Section}: {section.Text}");
        var said = PublicationCompiler.Compile([source], CompiledBook.Options).Diagnostics.Select(diagnostic => diagnostic.ToString()).Where(diagnostic => !diagnostic.Contains(": info ", StringComparison.Ordinal));
        return string.Concat(read.Concat(said).Select(line => line + "\n"));
    }

    private static string Text(Statement statement) => statement.Text.ToString();

    [GeneratedRegex("^```text\n", RegexOptions.Multiline)]
    private static partial Regex Fence();

    // A page, and right below it what is read of it.
    [GeneratedRegex("```text\n([^`]*)```\n\n```text\n([^`]*)```")]
    private static partial Regex Example();
}
