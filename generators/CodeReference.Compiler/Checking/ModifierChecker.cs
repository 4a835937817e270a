using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>
/// Holds the modifiers of a page against the registries, and against the rules that speak of a procedure's class and
/// fee-schedule indicators. A row has one mistake at most: unknown, ended, ruled out.
/// </summary>
internal sealed class ModifierChecker
{
    private readonly SettledBook _settled;
    private readonly Dictionary<ulong, List<Row>> _rules = [];

    public ModifierChecker(SettledBook settled)
    {
        _settled = settled;
        foreach (var (_, row) in settled.Model.Rows(SectionKind.ModifierRules))
        {
            if (CellValues.RuleKindOf(row[RuleColumns.Kind]) != RuleKind.NotApplicable || CellValues.SeverityOf(row[RuleColumns.Severity]) <= Severity.Info)
            {
                continue;
            }

            foreach (var modifier in CellValues.Keys(CodeSystem.Modifier, row[RuleColumns.Modifiers]).Distinct())
            {
                if (!_rules.TryGetValue(modifier, out var rules))
                {
                    _rules.Add(modifier, rules = []);
                }

                rules.Add(row);
            }
        }
    }

    public Contradiction? Check(Row row, ulong procedure)
    {
        if (_settled.Modifiers.IsAbsent(row.Key, out var registry))
        {
            return new(
                Diagnostics.UnknownModifier, PublishedColumns.Code, new(row[PublishedColumns.Description], "", registry),
                CodeKey.ToText(row.Key), registry);
        }

        return _settled.Modifiers.TryGet(row.Key) is { Today: CodeStatus.Ended } period
            ? new(
                Diagnostics.EndedModifier, PublishedColumns.Code, new(row[PublishedColumns.Description], "ended " + period.LastDay, period.Dated.Source),
                period.Code, period.LastDay, period.Dated.Source)
            : RuledOut(row, procedure);
    }

    private Contradiction? RuledOut(Row row, ulong procedure)
    {
        if (procedure == 0 || !_rules.TryGetValue(row.Key, out var rules))
        {
            return null;
        }

        foreach (var rule in rules)
        {
            if (TryHold(RuleCondition.Of(rule), procedure, out var value, out var facts, out var source))
            {
                var modifier = CodeKey.ToText(row.Key);
                var code = CodeKey.ToText(procedure);
                var message = RuleMessage.Fill(
                    rule[RuleColumns.Message],
                    new Dictionary<string, string>
                    {
                        ["modifiers"] = modifier,
                        ["procedure"] = code,
                        ["indicator"] = value,
                        ["periods"] = "",
                    });
                var by = source.Length == 0 ? rule[RuleColumns.Source] : rule[RuleColumns.Source] + "; " + source;
                return new(
                    Diagnostics.RuledOutModifier, PublishedColumns.Code, new(row[PublishedColumns.Description], facts, by),
                    modifier, code, rule[RuleColumns.Rule], message, facts, by);
            }
        }

        return null;
    }

    private bool TryHold(EquatableArray<RuleCondition> conditions, ulong procedure, out string value, out string facts, out string source)
    {
        (value, facts, source) = ("", "", "");
        var period = _settled.Procedures.NewestOf(procedure);
        var className = _settled.Procedures.ClassOf(procedure);
        var words = new List<string>();
        foreach (var condition in conditions)
        {
            if (ProcedureFacts.Find(condition, procedure, period, className) is not { } fact || !condition.Holds(fact.Value))
            {
                return false;
            }

            words.Add(fact.Words);
            if (fact.By is { } row)
            {
                (value, source) = (fact.Value, row.Source);
            }
        }

        facts = words.Count == 0 ? "for every procedure" : string.Join(", ", words);
        return true;
    }
}
