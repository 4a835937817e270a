using System.Collections.Frozen;
using System.Globalization;

namespace CodeReference.Benchmarks;

/// <summary>
/// The rival: the same rules as a team would write them that takes care: frozen dictionaries of strings, loops, the
/// conditions of each known procedure worked out at start, no LINQ on the way. It finds what the compiled rules find.
/// </summary>
internal sealed class PlainModifierRules
{
    private readonly List<Dictionary<string, string>> _classes = PlainTable.Read("procedure-classes");
    private readonly PlainRule[] _rules = [.. PlainTable.Read("modifier-rules").Select(row => new PlainRule(row))];
    private readonly FrozenDictionary<string, int> _ranks;
    private readonly FrozenDictionary<string, PlainPayer> _payers;
    private readonly FrozenDictionary<string, FrozenSet<string>> _listed;
    private readonly FrozenDictionary<string, Dictionary<string, string>> _indicators;
    private readonly FrozenDictionary<string, Dictionary<string, string>> _unitLimits;
    private readonly FrozenDictionary<string, Scope> _scopes;

    public PlainModifierRules(ReferenceBook book)
    {
        _ranks = PlainTable.Read("modifier-registry").ToFrozenDictionary(row => row["Modifier"], row => int.Parse(row["Rank"], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var severities = PlainTable.Read("payer-severities");
        var payers = PlainTable.Read("payers").ConvertAll(row => (Row: row, Payer: new PlainPayer(row, severities, _ranks)));
        foreach (var (_, payer) in payers)
        {
            payer.Members = [.. payers.Select(other => other.Payer).Where(other => other.PartOf == payer.Name)];
        }

        payers.ForEach(each => each.Payer.Weigh(_rules));
        _payers = payers
            .SelectMany(each => each.Row["Terms"].Split("; ").Append(each.Payer.Name).Distinct(StringComparer.OrdinalIgnoreCase).Select(term => (term, each.Payer)))
            .ToFrozenDictionary(pair => pair.term, pair => pair.Payer, StringComparer.OrdinalIgnoreCase);
        _listed = book.Publications.ToFrozenDictionary(
            publication => publication.Procedure.ToString(),
            publication => publication.Modifiers.Select(row => row.Code.ToString()).ToFrozenSet(StringComparer.Ordinal));
        _indicators = PlainTable.Read("fee-schedule-indicators").ToFrozenDictionary(row => row["Procedure"], StringComparer.Ordinal);
        _unitLimits = PlainTable.Read("unit-limits").ToFrozenDictionary(row => row["Procedure"], StringComparer.Ordinal);
        _scopes = _indicators.Keys.Concat(_listed.Keys).Distinct().ToFrozenDictionary(procedure => procedure, ScopeOf, StringComparer.Ordinal);
    }

    public ICollection<string> Registry => _ranks.Keys;

    public ICollection<string> Procedures => _scopes.Keys;

    public ICollection<string> Payers => _payers.Keys;

    public IEnumerable<string> ModifiersOfRules => _rules.SelectMany(rule => rule.Modifiers.Concat(rule.With)).Distinct();

    /// <param name="Outcome">What is to be done with the line.</param>
    /// <param name="Verdicts">The verdict on each modifier.</param>
    /// <param name="Fired">The rules that fired, with their severities.</param>
    /// <param name="Unchecked">The rules that could not run.</param>
    public sealed record Answer(Outcome Outcome, Verdict[] Verdicts, List<(PlainRule Rule, Severity Severity)> Fired, List<PlainRule> Unchecked);

    // Which rules can fire for a procedure, and which cannot be decided: all but the payer's part of it.
    private sealed record Scope(PlainRule[] Rules, PlainRule[] Undecided, FrozenSet<string> Front);

    public Answer Validate(string procedure, string[] modifiers, string? payerName)
    {
        var line = new string[modifiers.Length];
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = Normalize(modifiers[i]);
        }

        _listed.TryGetValue(procedure, out var listed);
        var scope = _scopes.TryGetValue(procedure, out var known) ? known : ScopeOf(procedure);
        var isPayerGiven = !string.IsNullOrWhiteSpace(payerName);
        PlainPayer? payer = null;
        if (isPayerGiven)
        {
            _payers.TryGetValue(payerName!.Trim(), out payer);
        }

        var fired = new List<(PlainRule Rule, Severity Severity)>();
        var undecided = new List<PlainRule>();
        foreach (var rule in scope.Undecided)
        {
            if (payer?.Holds[rule] != false)
            {
                undecided.Add(rule);
            }
        }

        foreach (var rule in scope.Rules)
        {
            var holds = payer is null ? (rule.AsksPayer ? null : true) : payer.Holds[rule];
            if (holds is null)
            {
                undecided.Add(rule);
            }
            else if (holds == true && Fires(rule, line, scope.Front, payer, isPayerGiven))
            {
                fired.Add((rule, SeverityOf(rule, line, listed, payer)));
            }
        }

        var verdicts = new Verdict[line.Length];
        for (var i = 0; i < line.Length; i++)
        {
            verdicts[i] = VerdictOf(line[i], listed, fired, undecided);
        }

        return new(OutcomeOf(fired, verdicts, listed is not null), verdicts, fired, undecided);
    }

    private bool Fires(PlainRule rule, string[] line, FrozenSet<string> front, PlainPayer? payer, bool isPayerGiven) => rule.Kind switch
    {
        PlainKind.Malformed => line.AsSpan().Contains(""),
        PlainKind.Unrecognized => HasUnrecognized(line),
        PlainKind.Repeated => HasRepeated(line),
        PlainKind.TooMany => line.Length > rule.Limit,
        PlainKind.Order => payer?.Ranks is null && IsOutOfOrder(line, front, _ranks),
        PlainKind.PayerOrder => payer?.Ranks is { } ranks && IsOutOfOrder(line, front, ranks),
        PlainKind.Conflict => HasAny(rule.Modifiers, line) && HasAny(rule.With, line),
        PlainKind.Exclusive => HasTwo(rule.Modifiers, line),
        PlainKind.NotApplicable or PlainKind.Noted or PlainKind.PayerDependent => HasAny(rule.Modifiers, line),
        PlainKind.NotFirst => HasAny(rule.Modifiers, line) && !rule.Modifiers.Contains(line[0]),
        PlainKind.UnknownPayer => isPayerGiven && payer is null,
        PlainKind.SharedPayer => payer?.Members.Length > 0,
        _ => false,
    };

    private bool HasUnrecognized(string[] line)
    {
        foreach (var modifier in line)
        {
            if (modifier.Length > 0 && !_ranks.ContainsKey(modifier))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRepeated(string[] line)
    {
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i].Length > 0 && line.AsSpan(0, i).Contains(line[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOutOfOrder(string[] line, FrozenSet<string> front, FrozenDictionary<string, int> ranks)
    {
        var latest = int.MinValue;
        foreach (var modifier in line)
        {
            if (ranks.TryGetValue(modifier, out var rank) && !front.Contains(modifier))
            {
                if (rank < latest)
                {
                    return true;
                }

                latest = rank;
            }
        }

        return false;
    }

    private static bool HasAny(FrozenSet<string> set, string[] line)
    {
        foreach (var modifier in line)
        {
            if (set.Contains(modifier))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTwo(FrozenSet<string> set, string[] line)
    {
        string? first = null;
        foreach (var modifier in line)
        {
            if (set.Contains(modifier))
            {
                if (first is not null && first != modifier)
                {
                    return true;
                }

                first = modifier;
            }
        }

        return false;
    }

    private static Severity SeverityOf(PlainRule rule, string[] line, FrozenSet<string>? listed, PlainPayer? payer)
    {
        var (severity, isMild) = payer?.Weights[rule] ?? (rule.Severity, true);
        if (!isMild || rule.Kind != PlainKind.NotApplicable || severity != Severity.Error)
        {
            return severity;
        }

        foreach (var modifier in line)
        {
            if (rule.Modifiers.Contains(modifier) && listed?.Contains(modifier) != true)
            {
                return rule.Severity;
            }
        }

        return Severity.Warning;
    }

    private Verdict VerdictOf(string modifier, FrozenSet<string>? listed, List<(PlainRule Rule, Severity Severity)> fired, List<PlainRule> undecided)
    {
        if (modifier.Length == 0)
        {
            return Verdict.Malformed;
        }

        if (!_ranks.ContainsKey(modifier))
        {
            return Verdict.Unrecognized;
        }

        var isDisputed = false;
        foreach (var (rule, _) in fired)
        {
            if (rule.Kind is PlainKind.Conflict or PlainKind.Exclusive && rule.Severity > Severity.Info && (rule.Modifiers.Contains(modifier) || rule.With.Contains(modifier)))
            {
                return Verdict.Conflict;
            }

            isDisputed |= rule.Kind == PlainKind.NotApplicable && rule.Severity > Severity.Info && rule.Modifiers.Contains(modifier);
        }

        if (listed is null)
        {
            return Verdict.NoData;
        }

        if (!listed.Contains(modifier))
        {
            return Verdict.NotListed;
        }

        if (isDisputed)
        {
            return Verdict.Disputed;
        }

        foreach (var rule in undecided)
        {
            if (rule.AsksPayer && rule.Modifiers.Contains(modifier))
            {
                return Verdict.Conditional;
            }
        }

        return Verdict.Listed;
    }

    private static Outcome OutcomeOf(List<(PlainRule Rule, Severity Severity)> fired, Verdict[] verdicts, bool hasPublication)
    {
        var worst = Severity.None;
        foreach (var (_, severity) in fired)
        {
            worst = severity > worst ? severity : worst;
        }

        if (worst == Severity.Error)
        {
            return Outcome.Reject;
        }

        if (!hasPublication)
        {
            return Outcome.NoData;
        }

        return worst == Severity.Warning || verdicts.AsSpan().ContainsAnyExcept(Verdict.Listed) ? Outcome.Review : Outcome.Accept;
    }

    private Scope ScopeOf(string procedure)
    {
        var rules = new List<PlainRule>();
        var undecided = new List<PlainRule>();
        foreach (var rule in _rules)
        {
            bool? holds = rule.Kind == PlainKind.OfAbsentInput ? null : true;
            foreach (var condition in rule.Conditions)
            {
                var answer = Decide(condition, procedure);
                holds = answer == false || holds == false ? false : answer is null ? null : holds;
            }

            if (holds is null)
            {
                undecided.Add(rule);
            }
            else if (holds == true)
            {
                rules.Add(rule);
            }
        }

        return new([.. rules], [.. undecided], rules.Where(rule => rule.MovesFirst).SelectMany(rule => rule.Modifiers).ToFrozenSet(StringComparer.Ordinal));
    }

    // The benchmark asks about lines of which no more than the payer is known.
    private bool? Decide(PlainCondition condition, string procedure) => condition.Subject switch
    {
        "payer" => true,
        "procedure" => condition.Holds(procedure),
        "class" => condition.Holds(ClassOf(procedure)),
        "claim type" or "place of service" or "taxonomy" or "laterality" or "units" => null,
        "Adjudication Indicator" => condition.Holds(_unitLimits.TryGetValue(procedure, out var limit) ? limit[condition.Subject] : null),
        _ => condition.Holds(_indicators.TryGetValue(procedure, out var row) ? row[condition.Subject] : null),
    };

    private string? ClassOf(string procedure)
    {
        foreach (var range in _classes)
        {
            var (from, to) = (range["From"], range["To"]);
            var hasPattern = procedure.Length == 5
                && char.IsLetter(from[0]) == char.IsLetter(procedure[0])
                && (char.IsLetter(from[4]) ? from[4] == procedure[4] : !char.IsLetter(procedure[4]));
            if (hasPattern && string.CompareOrdinal(from, procedure) <= 0 && string.CompareOrdinal(procedure, to) <= 0)
            {
                return range["Class"];
            }
        }

        return null;
    }

    // The empty string for what is malformed. A string in canonical spelling comes back as it is.
    private static string Normalize(string? modifier)
    {
        var text = modifier?.Trim() ?? "";
        return text.Length == 2 && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[1]) ? text.ToUpperInvariant() : "";
    }
}
