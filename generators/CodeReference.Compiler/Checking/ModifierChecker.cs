using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>
/// Holds the modifiers of a page against the registries, and against the rules that speak of a procedure's class and
/// fee-schedule indicators. A row has one mistake at most: unknown, ended, ruled out.
/// </summary>
internal sealed class ModifierChecker
{
    private readonly OfficialSources _sources;
    private readonly Dictionary<ulong, List<Row>> _rules = [];
    private readonly List<(string Class, ulong From, ulong To)> _classes = [];

    public ModifierChecker(BookModel book, OfficialSources sources)
    {
        _sources = sources;
        foreach (var (_, row) in book.Rows(SectionKind.ModifierRules))
        {
            if (Values.RuleKindOf(row[RuleColumns.Kind]) != RuleKind.NotApplicable || Values.SeverityOf(row[RuleColumns.Severity]) <= Severity.Info)
            {
                continue;
            }

            foreach (var modifier in Values.Keys(CodeSystem.Modifier, row[RuleColumns.Modifiers]).Distinct())
            {
                if (!_rules.TryGetValue(modifier, out var rules))
                {
                    _rules.Add(modifier, rules = []);
                }

                rules.Add(row);
            }
        }

        foreach (var (_, row) in book.Rows(SectionKind.ProcedureClasses))
        {
            if (CodeKey.TryPack(CodeSystem.Cpt, row[1].AsSpan(), out var from) && CodeKey.TryPack(CodeSystem.Cpt, row[2].AsSpan(), out var to))
            {
                _classes.Add((row[0], from, to));
            }
        }
    }

    public Contradiction? Check(Row row, ulong procedure)
    {
        if (UnknownTo(row.Key) is { Length: > 0 } registries)
        {
            return new(Diagnostics.UnknownModifier, 0, new(row[1], "", registries), CodeKey.ToText(row.Key), registries);
        }

        var (ended, source) = _sources.EndOf(row.Key);
        return ended.Length > 0
            ? new(Diagnostics.EndedModifier, 0, new(row[1], "ended " + ended, source), CodeKey.ToText(row.Key), ended, source)
            : RuledOut(row, procedure);
    }

    // A file of HCPCS Level II says nothing of a modifier of CPT, and those begin with a digit.
    private string UnknownTo(ulong modifier)
    {
        if (_sources.TryGetRegistered(modifier) is not null || _sources.Modifiers.TryGet(modifier) is not null)
        {
            return "";
        }

        var isHcpcs = char.IsLetter(CodeKey.ToText(modifier)[0]);
        return _sources.Modifiers.IsComplete && isHcpcs && _sources.Modifiers.IsAbsent(modifier, out var source) ? source
            : _sources.HasRegistry ? "the modifier registry"
            : "";
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
                var message = rule[RuleColumns.Message].Replace("{modifiers}", modifier).Replace("{procedure}", code).Replace("{indicator}", value).TrimEnd('.');
                var by = source.Length == 0 ? rule[RuleColumns.Source] : rule[RuleColumns.Source] + "; " + source;
                return new(Diagnostics.RuledOutModifier, 0, new(row[1], facts, by), modifier, code, rule[RuleColumns.Id], message, facts, by);
            }
        }

        return null;
    }

    private bool TryHold(EquatableArray<RuleCondition> conditions, ulong procedure, out string value, out string facts, out string source)
    {
        (value, source) = ("", "");
        var held = new List<string>();
        foreach (var condition in conditions)
        {
            if (!TryHold(condition, procedure, out var fact, ref value, ref source))
            {
                facts = "";
                return false;
            }

            held.Add(fact);
        }

        facts = held.Count == 0 ? "for every procedure" : string.Join(", ", held);
        return true;
    }

    // What cannot be decided does not hold: an indicator without a row, a class without a range, all that a claim line has to say.
    private bool TryHold(RuleCondition condition, ulong procedure, out string fact, ref string value, ref string source)
    {
        fact = "";
        switch (condition.Input)
        {
            case RuleInput.FeeSchedule:
                var column = TableSchema.Of(SectionKind.FeeScheduleIndicators).IndexOf(condition.Subject);
                if (column < 0 || _sources.TryGetIndicators(procedure) is not { } indicators || indicators.Row[column].Length == 0)
                {
                    return false;
                }

                value = indicators.Row[column];
                fact = condition.Subject + " indicator " + value;
                source = indicators.Source;
                return condition.Holds(value);

            case RuleInput.ProcedureClass:
                var name = _classes.Find(range => ProcedureRange.Contains(range.From, range.To, procedure)).Class;
                fact = "class " + name;
                return name is not null && condition.Holds(name);

            case RuleInput.None when condition.Subject == RuleCondition.Procedure:
                fact = "procedure " + CodeKey.ToText(procedure);
                return condition.Holds(CodeKey.ToText(procedure));

            default:
                return false;
        }
    }
}
