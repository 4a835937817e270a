using System.Collections.Frozen;

namespace CodeReference.Benchmarks;

/// <summary>A payer as the plain rival holds it: what it does to each rule, worked out at start.</summary>
internal sealed class PlainPayer
{
    private readonly Dictionary<string, string> _row;
    private readonly List<Dictionary<string, string>> _severities;

    /// <param name="row">Its row.</param>
    /// <param name="severities">The rows of the severities of all payers.</param>
    /// <param name="ranks">The general rank of each modifier.</param>
    public PlainPayer(Dictionary<string, string> row, List<Dictionary<string, string>> severities, FrozenDictionary<string, int> ranks)
    {
        _row = row;
        _severities = severities;
        string[] groups = row["First"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Ranks = groups.Length == 0 ? null : ranks.ToFrozenDictionary(
            rank => rank.Key,
            rank => Array.FindIndex(groups, group => group.Split(' ').Contains(rank.Key)) is >= 0 and var place ? place - groups.Length : rank.Value,
            StringComparer.Ordinal);
    }

    public string Name => _row["Payer"];

    public string PartOf => _row["Part Of"];

    /// <summary>The payers that share its name.</summary>
    public PlainPayer[] Members { get; set; } = [];

    /// <summary>The ranks of its own order; null when it has none.</summary>
    public FrozenDictionary<string, int>? Ranks { get; }

    /// <summary>For each rule what it weighs, and whether it is softened against what is listed.</summary>
    public FrozenDictionary<PlainRule, (Severity Severity, bool IsMild)> Weights { get; private set; } = FrozenDictionary<PlainRule, (Severity, bool)>.Empty;

    /// <summary>For each rule whether the payer has it; null when those that share its name differ.</summary>
    public FrozenDictionary<PlainRule, bool?> Holds { get; private set; } = FrozenDictionary<PlainRule, bool?>.Empty;

    public void Weigh(PlainRule[] rules)
    {
        Weights = rules.ToFrozenDictionary(rule => rule, rule => Stated(rule) is { } stated && stated != "off"
            ? (Enum.Parse<Severity>(stated, ignoreCase: true), false)
            : _row["Indicators"] == "binding" ? (rule.BindingSeverity, false) : (rule.Severity, true));
        Holds = rules.ToFrozenDictionary(rule => rule, rule =>
        {
            bool[] answers = [.. Members.Append(this).Select(payer => payer.Has(rule)).Distinct()];
            return answers.Length > 1 || (rule.Kind == PlainKind.PayerOrder && Members.Length > 0) ? (bool?)null : answers[0];
        });
    }

    private bool Has(PlainRule rule) => Stated(rule) != "off"
        && rule.Conditions.Where(condition => condition.Subject == "payer").All(condition => (condition.Values.Contains(Name) || condition.Values.Contains(PartOf)) != condition.IsNegated);

    private string? Stated(PlainRule rule) =>
        _severities.Find(row => row["Payer"] == Name && row["Rule"] == rule.Id)?["Severity"]
        ?? _severities.Find(row => row["Payer"] == PartOf && row["Rule"] == rule.Id)?["Severity"];
}
