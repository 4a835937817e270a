using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeReference.Tests;

/// <summary>What the rules say of a line, worked out the plain way from the tables' text. What the compiled rules are compared with.</summary>
internal sealed partial class ModifierRulesOracle(params string[] files)
{
    /// <summary>The files of the default book that rules read.</summary>
    public static readonly string[] DefaultFiles =
    [
        SourceRow.Publication,
        "src/CodeReference.Data/tables/modifier-rules.md",
        "src/CodeReference.Data/tables/fee-schedule-indicators.md",
        "src/CodeReference.Data/tables/procedure-classes.md",
        "src/CodeReference.Data/tables/payers.md",
        "src/CodeReference.Data/tables/payer-severities.md",
        "src/CodeReference.Data/tables/unit-limits.md",
        "src/CodeReference.Data/tables/official-titles.md",
        "src/CodeReference.Data/tables/meaning-words.md",
        "src/CodeReference.Data/tables/modifier-registry.md",
    ];

    private readonly Dictionary<string, SourceRow[]> _tables = files.SelectMany(SourceRow.Read)
        .SelectMany(row => row.Header.Select(column => (column, row)))
        .GroupBy(pair => pair.column, pair => pair.row)
        .ToDictionary(column => column.Key, column => column.ToArray());

    private readonly Dictionary<string, SourceRow> _registry = files.SelectMany(SourceRow.Read).Where(row => row.Header.Contains("Rank")).ToDictionary(row => row["Modifier"]);

    /// <param name="Findings">The rules that fired, each with its severity: "FMT-01 error".</param>
    /// <param name="Unchecked">The ids of the rules that could not run.</param>
    public sealed record Answer(Outcome Outcome, Verdict[] Verdicts, string[] Findings, string[] Unchecked);

    public IEnumerable<string> ModifiersOfRules => With("Kind").SelectMany(rule => rule.List("Modifiers", ' ').Concat(rule.List("With", ' '))).Distinct();

    public ICollection<string> Registry => _registry.Keys;

    public IEnumerable<string> Procedures => With("PC/TC").Select(row => row["Procedure"]).Concat(With("CPT Code").Select(row => row["CPT Code"])).Distinct();

    public IEnumerable<string> Payers => With("Indicators").SelectMany(row => row.List("Terms", ';'));

    public IEnumerable<string> Diagnoses => With("System").Where(row => row["System"] == "ICD-10-CM").Select(row => row["Code"]);

    public Answer Validate(QuestionedLine question)
    {
        var line = new Line(this, question);
        var findings = new List<(SourceRow Rule, string Severity)>();
        var undecided = new List<SourceRow>();
        // The rules about modifiers come first, then those about the rest of the line.
        foreach (var rule in With("Kind").OrderBy(rule => rule["Kind"] is "too many units" or "unknown payer" or "shared payer"))
        {
            var holds = line.Holds(rule);
            if (holds is null)
            {
                undecided.Add(rule);
            }
            else if (holds == true && line.Fires(rule))
            {
                findings.Add((rule, line.SeverityOf(rule)));
            }
        }

        Verdict[] verdicts = [.. line.Modifiers.Select(modifier => line.VerdictOf(modifier, findings, undecided))];
        var outcome = findings.Exists(finding => finding.Severity == "error") ? Outcome.Reject
            : line.Listed is null ? Outcome.NoData
            : findings.Exists(finding => finding.Severity == "warning") || verdicts.Any(verdict => verdict != Verdict.Listed) ? Outcome.Review
            : Outcome.Accept;
        return new(outcome, verdicts, [.. findings.Select(finding => $"{finding.Rule["Rule"]} {finding.Severity}")], [.. undecided.Select(rule => rule["Rule"]).Distinct()]);
    }

    private SourceRow[] With(string column) => _tables.GetValueOrDefault(column) ?? [];

    private SourceRow? IndicatorsOf(string procedure) => With("PC/TC").FirstOrDefault(row => row["Procedure"] == procedure);

    private SourceRow? UnitLimitOf(string procedure) => With("Adjudication Indicator").FirstOrDefault(row => row["Procedure"] == procedure);

    private string? ClassOf(string procedure) => With("From").FirstOrDefault(range => IsWithin(range, procedure))?["Class"];

    /// <summary>"left", "right", "both" or "" by the official title; null when the book has none.</summary>
    private string? SideOf(string diagnosis)
    {
        var title = With("System").FirstOrDefault(row => row["Code"] == diagnosis && row["Status"] != "not in the code set")?["Official Title"].ToLowerInvariant();
        if (title is null)
        {
            return null;
        }

        title = With("Class").Where(row => row["Class"] == "no side").SelectMany(row => row.List("Words", ';')).Aggregate(title, (text, phrase) => text.Replace(phrase, "", StringComparison.Ordinal));
        var words = Word().Matches(title).Select(match => match.Value).ToList();
        return (words.Contains("bilateral") || words.Contains("both"), words.Contains("left"), words.Contains("right")) switch
        {
            (true, _, _) or (_, true, true) => "both",
            (_, true, _) => "left",
            (_, _, true) => "right",
            _ => "",
        };
    }

    // "0001F" to "9007F" holds only codes that end in F, "A0000" to "V9999" only those that begin with a letter.
    private static bool IsWithin(SourceRow range, string procedure) =>
        procedure.Length == 5
        && string.CompareOrdinal(range["From"], procedure) <= 0
        && string.CompareOrdinal(procedure, range["To"]) <= 0
        && char.IsLetter(range["From"][0]) == char.IsLetter(procedure[0])
        && (char.IsLetter(range["From"][4]) ? range["From"][4] == procedure[4] : !char.IsLetter(procedure[4]));

    [GeneratedRegex("^[A-Za-z0-9]{2}\\z")]
    private static partial Regex TwoCharacters();

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Word();

    /// <summary>One line, and what the tables say of what stands on it.</summary>
    private sealed class Line
    {
        private readonly ModifierRulesOracle _tables;
        private readonly QuestionedLine _question;
        private readonly string _payerName;
        private readonly SourceRow? _payer;
        private readonly SourceRow[] _members;
        private readonly string[] _known;

        public Line(ModifierRulesOracle tables, QuestionedLine question)
        {
            _tables = tables;
            _question = question;
            Modifiers = [.. question.Modifiers.Select(modifier => TwoCharacters().IsMatch(modifier?.Trim() ?? "") ? modifier!.Trim().ToUpperInvariant() : "")];
            _known = [.. Modifiers.Where(tables._registry.ContainsKey)];
            Listed = question.Procedure == "14020" && tables.With("When to Use").Length > 0 ? [.. tables.With("When to Use").Select(row => row["Modifier"])] : null;
            _payerName = string.Join(' ', question.Payer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
            _payer = tables.With("Indicators").FirstOrDefault(row => row.List("Terms", ';').Append(row["Payer"].ToLowerInvariant()).Contains(_payerName));
            _members = _payer is null ? [] : [.. tables.With("Indicators").Where(row => row["Part Of"] == _payer["Payer"])];
        }

        public string[] Modifiers { get; }

        /// <summary>What the procedure's publication lists; null without one.</summary>
        public string[]? Listed { get; }

        public bool? Holds(SourceRow rule)
        {
            bool?[] answers = [NeedsOf(rule), OfPayer(rule), .. rule.List("Condition", ';').Select(OfLine)];
            return answers.Contains(false) ? false : answers.Contains(null) ? null : true;
        }

        public bool Fires(SourceRow rule)
        {
            var first = rule.List("Modifiers", ' ');
            var second = rule.List("With", ' ');
            return rule["Kind"] switch
            {
                "malformed" => Modifiers.Contains(""),
                "unrecognized" => Modifiers.Any(modifier => modifier.Length > 0 && !_tables._registry.ContainsKey(modifier)),
                "repeated" => Modifiers.Where(modifier => modifier.Length > 0).GroupBy(modifier => modifier).Any(same => same.Count() > 1),
                "too many" => true,
                "not in force" => _known.Any(IsOutOfForce),
                "order" => !HasOwnOrder && !IsSorted(RankOf),
                "payer order" => HasOwnOrder && !IsSorted(PayerRankOf),
                "conflict" => _known.Any(first.Contains) && _known.Any(second.Contains),
                "exclusive" => _known.Where(first.Contains).Distinct().Count() > 1,
                "not applicable" or "payer dependent" or "noted" => _known.Any(first.Contains),
                "not first" => _known.Any(first.Contains) && !first.Contains(Modifiers[0]),
                "too many units" => _question.Units > int.Parse(_tables.UnitLimitOf(_question.Procedure)!["Units"], CultureInfo.InvariantCulture),
                "unknown payer" => _payerName.Length > 0 && _payer is null,
                "shared payer" => _members.Length > 0,
                _ => false,
            };
        }

        public string SeverityOf(SourceRow rule)
        {
            if (Stated(rule, _payer) is { } stated)
            {
                return stated;
            }

            if (_payer?["Indicators"] == "binding" && rule["Binding Severity"].Length > 0)
            {
                return rule["Binding Severity"];
            }

            var speaksAgainstListedOnly = rule["Kind"] == "not applicable" && Modifiers.Where(rule.List("Modifiers", ' ').Contains).All(modifier => Listed?.Contains(modifier) == true);
            return speaksAgainstListedOnly && rule["Severity"] == "error" ? "warning" : rule["Severity"];
        }

        public Verdict VerdictOf(string modifier, List<(SourceRow Rule, string Severity)> findings, List<SourceRow> undecided)
        {
            var against = findings.Where(finding =>
                finding.Rule["Severity"] != "info" && (finding.Rule.List("Modifiers", ' ').Concat(finding.Rule.List("With", ' ')).Contains(modifier)
                || (finding.Rule["Kind"] == "not in force" && IsOutOfForce(modifier)))).ToList();
            return modifier.Length == 0 ? Verdict.Malformed
                : !_known.Contains(modifier) ? Verdict.Unrecognized
                : against.Exists(finding => finding.Rule["Kind"] is "conflict" or "exclusive") ? Verdict.Conflict
                : Listed is null ? Verdict.NoData
                : !Listed.Contains(modifier) ? Verdict.NotListed
                : against.Exists(finding => finding.Rule["Kind"] is "not applicable" or "not in force") ? Verdict.Disputed
                : undecided.Exists(rule => rule["Condition"].Contains("payer is", StringComparison.Ordinal) && rule.List("Modifiers", ' ').Contains(modifier)) ? Verdict.Conditional
                : Verdict.Listed;
        }

        private bool HasOwnOrder => _payer?["First"].Length > 0;

        // What a kind of rule cannot do without.
        private bool? NeedsOf(SourceRow rule) => rule["Kind"] switch
        {
            "not in force" when _question.ServiceDate.Length == 0 => null,
            "too many units" when _question.Units == 0 || _tables.UnitLimitOf(_question.Procedure) is null => null,
            "payer order" when _payer is null || _members.Length > 0 => null,
            _ => true,
        };

        // A name that several payers share decides what they all agree on.
        private bool? OfPayer(SourceRow rule)
        {
            var condition = rule.List("Condition", ';').FirstOrDefault(text => text.StartsWith("payer is ", StringComparison.Ordinal));
            if (_payer is null)
            {
                return condition is null ? true : null;
            }

            bool[] answers = [.. _members.Append(_payer).Select(payer =>
                Stated(rule, payer) != "off" && (condition is null || Matches(condition, value => value == payer["Payer"] || value == payer["Part Of"]))).Distinct()];
            return answers.Length > 1 ? null : answers[0];
        }

        private bool? OfLine(string condition)
        {
            if (condition.StartsWith("more than ", StringComparison.Ordinal))
            {
                return Modifiers.Length > int.Parse(condition["more than ".Length..], CultureInfo.InvariantCulture);
            }

            var subject = condition.Split(" is ")[0];
            return subject switch
            {
                "payer" => true,
                "procedure" => Is(_question.Procedure),
                "class" => Is(_tables.ClassOf(_question.Procedure)),
                "Adjudication Indicator" => Is(_tables.UnitLimitOf(_question.Procedure)?[subject]),
                "claim type" => Is(Given(_question.ClaimType)),
                "place of service" => Is(Given(_question.PlaceOfService)),
                "taxonomy" => _question.Taxonomy.Length == 0 ? null : Matches(condition, value => _question.Taxonomy.StartsWith(value, StringComparison.Ordinal)),
                "units" => Is(_question.Units == 0 ? null : _question.Units.ToString(CultureInfo.InvariantCulture)),
                "laterality" => Is(Side()),
                _ => Is(_tables.IndicatorsOf(_question.Procedure)?[subject]),
            };

            bool? Is(string? value) => value is null ? null : Matches(condition, stated => stated == value);
        }

        private string? Side()
        {
            string?[] sides = [.. _question.Diagnoses.Select(_tables.SideOf)];
            var isBoth = sides.Contains("both") || (sides.Contains("left") && sides.Contains("right"));
            return sides.Length == 0 ? null : isBoth ? "both" : sides.Contains(null) ? null : sides.FirstOrDefault(side => side!.Length > 0) ?? "";
        }

        private static bool Matches(string condition, Func<string, bool> isValue)
        {
            var list = condition[(condition.IndexOf(" is ", StringComparison.Ordinal) + 4)..];
            var isNot = list.StartsWith("not ", StringComparison.Ordinal);
            return (isNot ? list["not ".Length..] : list).Split(", ").Any(isValue) != isNot;
        }

        private string? Stated(SourceRow rule, SourceRow? payer)
        {
            return payer is null ? null : Find(payer["Payer"]) ?? Find(payer["Part Of"]);

            string? Find(string name) => _tables.With("Rule").FirstOrDefault(row => row.Header.Contains("Payer") && row["Payer"] == name && row["Rule"] == rule["Rule"])?["Severity"];
        }

        private bool IsOutOfForce(string modifier) =>
            _question.ServiceDate.Length > 0 && _tables._registry.TryGetValue(modifier, out var row)
            && (string.CompareOrdinal(_question.ServiceDate, row["Added"]) < 0 || (row["Ended"].Length > 0 && string.CompareOrdinal(_question.ServiceDate, row["Ended"]) > 0));

        private bool IsSorted(Func<string, int> rankOf)
        {
            var front = _tables.With("Kind").Where(rule => rule["Certain Fix"] == "move modifiers first" && Holds(rule) == true).SelectMany(rule => rule.List("Modifiers", ' '));
            int[] ranks = [.. _known.Where(modifier => !front.Contains(modifier)).Select(rankOf)];
            return ranks.SequenceEqual(ranks.Order());
        }

        private int RankOf(string modifier) => int.Parse(_tables._registry[modifier]["Rank"], CultureInfo.InvariantCulture);

        private int PayerRankOf(string modifier)
        {
            var groups = _payer!.List("First", ';');
            var group = Array.FindIndex(groups, codes => codes.Split(' ').Contains(modifier));
            return group >= 0 ? group - groups.Length : RankOf(modifier);
        }

        private static string? Given(string text) => text.Length == 0 ? null : text;
    }
}
