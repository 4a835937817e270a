using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeReference.Tests;

/// <summary>What the rules say of a line, worked out the plain way from the tables' text. What the compiled rules are compared with.</summary>
internal sealed partial class ModifierRulesOracle(params string[] files)
{
    private static readonly string[] Indicators = ["PC/TC", "Bilateral", "Assistant", "Co-Surgeon", "Team", "Global", "Multiple", "Status"];

    private readonly Dictionary<string, SourceRow[]> _tables = files.SelectMany(SourceRow.Read)
        .SelectMany(row => row.Header.Select(column => (column, row)))
        .GroupBy(pair => pair.column, pair => pair.row)
        .ToDictionary(column => column.Key, column => column.ToArray());

    private readonly Dictionary<string, int> _ranks = files.SelectMany(SourceRow.Read).Where(row => row.Header.Contains("Rank"))
        .ToDictionary(row => row["Modifier"], row => int.Parse(row["Rank"], CultureInfo.InvariantCulture));

    /// <param name="Findings">The rules that fired, each with its severity: "FMT-01 error".</param>
    /// <param name="Unchecked">The ids of the rules that could not run.</param>
    public sealed record Answer(Outcome Outcome, Verdict[] Verdicts, string[] Findings, string[] Unchecked);

    public IEnumerable<string> ModifiersOfRules => With("Kind").SelectMany(rule => rule.List("Modifiers", ' ').Concat(rule.List("With", ' '))).Distinct();

    public ICollection<string> Registry => _ranks.Keys;

    public IEnumerable<string> Procedures => With("PC/TC").Select(row => row["Procedure"]).Concat(With("CPT Code").Select(row => row["CPT Code"])).Distinct();

    public IEnumerable<string> Payers => With("Indicators").SelectMany(row => row.List("Terms", ';'));

    public Answer Validate(string procedure, string?[] modifiers, string? payer)
    {
        string[] line = [.. modifiers.Select(modifier => TwoCharacters().IsMatch(modifier?.Trim() ?? "") ? modifier!.Trim().ToUpperInvariant() : "")];
        var payerName = string.Join(' ', (payer ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        var payerRow = With("Indicators").FirstOrDefault(row => row.List("Terms", ';').Contains(payerName));
        string[]? listed = procedure == "14020" && With("When to Use").Length > 0 ? [.. With("When to Use").Select(row => row["Modifier"])] : null;
        string[] known = [.. line.Where(modifier => Registry.Contains(modifier))];

        var findings = new List<(SourceRow Rule, string Severity)>();
        var undecided = new List<SourceRow>();
        foreach (var rule in With("Kind"))
        {
            var holds = Holds(rule["Condition"], procedure, line.Length, payerRow);
            if (holds is null)
            {
                undecided.Add(rule);
            }
            else if (holds == true && Fires(rule, line, known, payerName, payerRow))
            {
                findings.Add((rule, SeverityOf(rule, line, listed, payerRow)));
            }
        }

        Verdict[] verdicts = [.. line.Select(modifier => VerdictOf(modifier, known, listed, findings, undecided))];
        var outcome = findings.Exists(finding => finding.Severity == "error") ? Outcome.Reject
            : listed is null ? Outcome.NoData
            : findings.Exists(finding => finding.Severity == "warning") || verdicts.Any(verdict => verdict != Verdict.Listed) ? Outcome.Review
            : Outcome.Accept;
        return new(outcome, verdicts, [.. findings.Select(finding => $"{finding.Rule["Rule"]} {finding.Severity}")], [.. undecided.Select(rule => rule["Rule"]).Distinct()]);
    }

    private bool? Holds(string condition, string procedure, int count, SourceRow? payer)
    {
        if (condition.Length == 0)
        {
            return true;
        }

        if (condition.StartsWith("more than ", StringComparison.Ordinal))
        {
            return count > int.Parse(condition["more than ".Length..], CultureInfo.InvariantCulture);
        }

        var (subject, list) = (condition.Split(" is ")[0], condition.Split(" is ")[1]);
        var isNot = list.StartsWith("not ", StringComparison.Ordinal);
        var values = (isNot ? list["not ".Length..] : list).Split(", ");
        var value = subject switch
        {
            "payer" => payer?["Payer"],
            "class" => With("From").FirstOrDefault(range => IsWithin(range, procedure))?["Class"],
            _ when Indicators.Contains(subject) => With("PC/TC").FirstOrDefault(row => row["Procedure"] == procedure)?[subject],
            _ => throw new InvalidOperationException($"The oracle does not know the condition \"{condition}\"."),
        };
        return value is null ? null : values.Contains(value) != isNot;
    }

    private bool Fires(SourceRow rule, string[] line, string[] known, string payerName, SourceRow? payer)
    {
        var first = rule.List("Modifiers", ' ');
        var second = rule.List("With", ' ');
        return rule["Kind"] switch
        {
            "malformed" => line.Contains(""),
            "unrecognized" => line.Any(modifier => modifier.Length > 0 && !Registry.Contains(modifier)),
            "repeated" => line.Where(modifier => modifier.Length > 0).GroupBy(modifier => modifier).Any(same => same.Count() > 1),
            "too many" => true,
            "order" => !known.Select(RankOf).SequenceEqual(known.Select(RankOf).Order()),
            "conflict" => known.Any(first.Contains) && known.Any(second.Contains),
            "exclusive" => known.Where(first.Contains).Distinct().Count() > 1,
            "not applicable" or "payer dependent" => known.Any(first.Contains),
            "unknown payer" => payerName.Length > 0 && payer is null,
            _ => false,
        };
    }

    private static string SeverityOf(SourceRow rule, string[] line, string[]? listed, SourceRow? payer)
    {
        if (payer?["Indicators"] == "binding" && rule["Binding Severity"].Length > 0)
        {
            return rule["Binding Severity"];
        }

        var speaksAgainstListedOnly = rule["Kind"] == "not applicable" && line.Where(rule.List("Modifiers", ' ').Contains).All(modifier => listed?.Contains(modifier) == true);
        return speaksAgainstListedOnly && rule["Severity"] == "error" ? "warning" : rule["Severity"];
    }

    private static Verdict VerdictOf(string modifier, string[] known, string[]? listed, List<(SourceRow Rule, string Severity)> findings, List<SourceRow> undecided)
    {
        var against = findings.Where(finding => finding.Rule.List("Modifiers", ' ').Concat(finding.Rule.List("With", ' ')).Contains(modifier)).ToList();
        return modifier.Length == 0 ? Verdict.Malformed
            : !known.Contains(modifier) ? Verdict.Unrecognized
            : against.Exists(finding => finding.Rule["Kind"] is "conflict" or "exclusive") ? Verdict.Conflict
            : listed is null ? Verdict.NoData
            : !listed.Contains(modifier) ? Verdict.NotListed
            : against.Exists(finding => finding.Rule["Kind"] == "not applicable" && finding.Severity != "info") ? Verdict.Disputed
            : undecided.Exists(rule => rule["Condition"].StartsWith("payer", StringComparison.Ordinal) && rule.List("Modifiers", ' ').Contains(modifier)) ? Verdict.Conditional
            : Verdict.Listed;
    }

    private int RankOf(string modifier) => _ranks[modifier];

    // "0001F" to "9007F" holds only codes that end in F, "A0000" to "V9999" only those that begin with a letter.
    private static bool IsWithin(SourceRow range, string procedure) =>
        procedure.Length == 5
        && string.CompareOrdinal(range["From"], procedure) <= 0
        && string.CompareOrdinal(procedure, range["To"]) <= 0
        && char.IsLetter(range["From"][0]) == char.IsLetter(procedure[0])
        && (char.IsLetter(range["From"][4]) ? range["From"][4] == procedure[4] : !char.IsLetter(procedure[4]));

    private SourceRow[] With(string column) => _tables.GetValueOrDefault(column) ?? [];

    [GeneratedRegex("^[A-Za-z0-9]{2}\\z")]
    private static partial Regex TwoCharacters();
}
