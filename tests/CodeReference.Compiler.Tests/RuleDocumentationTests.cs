extern alias library;

using System.Globalization;
using System.Text.RegularExpressions;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using library::CodeReference;

namespace CodeReference.Compiler.Tests;

/// <summary>Compiles the tables of <c>docs/rules/modifiers.md</c> into books of their own, section by section, and asks the questions below them.</summary>
public sealed partial class RuleDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", "modifiers.md"));

    public static TheoryData<string> Titles => [.. Sections().Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Section_ItsTables_GiveTheAnswersBelowThem(string title)
    {
        var section = Sections()[title];
        var tables = string.Join("\n", Fences(section, "md"));
        var sources = (SourceFile[])[.. DefaultTexts.Publications, .. DefaultTexts.Tables, new("rules/own.md", SourceKind.ReferenceTable, tables)];
        Assert.DoesNotContain(PublicationCompiler.Check(PublicationCompiler.Settle(BookModelOf(sources))), diagnostic => diagnostic.Path == "rules/own.md");
        var book = CompiledBook.Load(sources);

        var questions = Fences(section, "text").SelectMany(fence => fence.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.NotEmpty(questions);
        Assert.All(questions, question => Assert.Equal(question, $"{LineOf(question)} => {Answer(book, LineOf(question), question.Contains(", unchecked ", StringComparison.Ordinal))}"));
    }

    [Fact]
    public void Page_NumberOfExamples_IsThatOfTheTable()
    {
        var rows = File.ReadLines(Path.Combine(DefaultTexts.Folder, "tables", "modifier-rules.md")).Count(line => line.StartsWith("| ", StringComparison.Ordinal)) - 1;
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"which has {rows} examples"), Page, StringComparison.Ordinal);
    }

    private static BookModel BookModelOf(IEnumerable<SourceFile> sources) => BookModel.Of(sources.Select(PublicationCompiler.ReadAndModel));

    private static string LineOf(string question) => question[..question.IndexOf(" => ", StringComparison.Ordinal)];

    private static string Answer(ReferenceBook book, string line, bool withUnchecked)
    {
        var parts = line.Split("; ");
        var codes = parts[0].Split(' ');
        string Part(string name) => parts.FirstOrDefault(part => part.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
        var answer = book.ValidateModifiers(new ClaimLine
        {
            Procedure = ProcedureCode.Parse(codes[0]),
            Modifiers = codes.Skip(1).Select(code => ModifierCode.Parse(code)).ToArray(),
            Payer = book.FindPayer(Part("payer")),
            PlaceOfService = PlaceOfServiceCode.TryParse(Part("place"), out var place) ? place : default,
            Units = int.TryParse(Part("units"), CultureInfo.InvariantCulture, out var units) ? units : 0,
        });
        var findings = answer.GetFindings().Select(finding => $"{finding.Rule} {finding.Severity.ToString().ToLowerInvariant()}").ToList();
        return answer.Outcome.ToString().ToUpperInvariant()
            + (findings.Count == 0 ? "" : ": " + string.Join(", ", findings))
            + (withUnchecked ? ", unchecked " + string.Join(' ', answer.UncheckedRules.Where(rule => rule.StartsWith("HSE", StringComparison.Ordinal))) : "");
    }

    private static Dictionary<string, string> Sections() => Page.Split("\n## ").Skip(1)
        .ToDictionary(section => section[..section.IndexOf('\n', StringComparison.Ordinal)], section => section);

    private static IEnumerable<string> Fences(string section, string language) =>
        Fence().Matches(section).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    [GeneratedRegex("```([a-z]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
