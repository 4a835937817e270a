using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeReference.Client.Tests;

/// <summary>Asks the questions in <c>docs/verdicts.md</c>, and holds its answers and its lists of words to the library. UPDATE_CASES=1 rewrites the answers.</summary>
public sealed partial class VerdictsPageTests(ClientRunningService service)
{
    private static readonly string PathOfThePage = Path.Combine(Repository.Root, "docs", "verdicts.md");

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Question_OfThePage_IsAnsweredAsItSays()
    {
        var page = await File.ReadAllTextAsync(PathOfThePage, Patience);
        var answered = page;
        foreach (var line in Question().Matches(page).Select(match => match.Value))
        {
            var (question, answer) = (line[..line.IndexOf(" => ", StringComparison.Ordinal)], line[(line.IndexOf(" => ", StringComparison.Ordinal) + 4)..]);
            var asked = await service.Local.ValidateModifiersAsync(QueryOf(question), View.Full, Patience);
            answered = answered.Replace(line + "\n", $"{question} => {Text(asked, answer)}\n", StringComparison.Ordinal);
        }

        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            await File.WriteAllTextAsync(PathOfThePage, answered, Patience);
            return;
        }

        Assert.Equal(answered, page);
    }

    [Fact]
    public void Page_OfVerdictsOutcomesAndInputs_HasEachAndAnExampleOfEachVerdictAndOutcome()
    {
        var page = File.ReadAllText(PathOfThePage);
        var answers = string.Concat(Question().Matches(page).Select(match => match.Value + "\n"));
        Assert.All(NamesOf<Verdict>(), name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal));
        Assert.All(NamesOf<Verdict>(), name => Assert.Matches($" {name}[,;\n]", answers));
        Assert.All(NamesOf<Outcome>(), name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal));
        Assert.All(NamesOf<Outcome>(), name => Assert.Matches($"=> {name}\\b", answers));
        Assert.All(NamesOf<RuleInput>(), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.All(NamesOf<Severity>(), name => Assert.Matches($"[A-Z]-[0-9]+ {name.ToLowerInvariant()}", answers));
    }

    private static ValidationQuery QueryOf(string question)
    {
        var parts = question.Split("; ");
        var codes = parts[0].Split(' ');
        string Part(string name) => parts.FirstOrDefault(part => part.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
        return new(codes[0], codes[1..])
        {
            Payer = Part("payer"),
            ClaimType = Part("claim") switch { "professional" => ClaimType.Professional, "ASC" => ClaimType.AmbulatorySurgicalCenter, _ => ClaimType.None },
            PlaceOfService = Part("place"),
            TaxonomyCode = Part("taxonomy"),
            DiagnosisCodes = Part("diagnosis") is { Length: > 0 } diagnosis ? [diagnosis] : [],
            ServiceDate = DateOnly.TryParse(Part("date"), CultureInfo.InvariantCulture, out var date) ? date : null,
            Units = int.TryParse(Part("units"), CultureInfo.InvariantCulture, out var units) ? units : 0,
        };
    }

    // What is suggested and what is missing is written where the page speaks of it.
    private static string Text(ValidationAnswer answer, string expected)
    {
        string[] parts =
        [
            NameOf(answer.Outcome),
            string.Join(", ", answer.Modifiers.Select(modifier => $"{modifier.Modifier} {NameOf(modifier.Verdict)}")),
            string.Join(", ", answer.Findings.Select(finding => $"{finding.Rule} {NameOf(finding.Severity).ToLowerInvariant()}")),
            expected.Contains("suggested", StringComparison.Ordinal) ? $"suggested {string.Join(' ', answer.SuggestedModifiers)}" : "",
            expected.Contains("missing", StringComparison.Ordinal) ? $"missing {string.Join(", ", answer.MissingInputs.Select(missing => NameOf(missing.Input)))}" : "",
        ];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    private static IEnumerable<string> NamesOf<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Where(value => Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0).Select(NameOf);

    // As the contract writes it: NotListed is NOT_LISTED.
    private static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => BetweenWords().Replace(value.ToString(), "_").ToUpperInvariant();

    [GeneratedRegex("^[0-9A-Z]{5}[^|\n]* => .+$", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex BetweenWords();
}
