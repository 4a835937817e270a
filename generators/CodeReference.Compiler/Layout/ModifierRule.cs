using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>A row of the rule table, read: its number is its family and its bit in every mask.</summary>
internal sealed class ModifierRule
{
    private static readonly TableSchema Indicators = TableSchema.Of(SectionKind.FeeScheduleIndicators);

    public ModifierRule(int number, PlacedRow row)
    {
        Number = number;
        RowId = row.Id;
        Id = row.Row[RuleColumns.Rule];
        Kind = CellValues.RuleKindOf(row.Row[RuleColumns.Kind]);
        Conditions = RuleCondition.Of(row.Row);
        Modifiers = [.. CellValues.Keys(CodeSystem.Modifier, row.Row[RuleColumns.Modifiers])];
        With = [.. CellValues.Keys(CodeSystem.Modifier, row.Row[RuleColumns.With])];
        Severity = CellValues.SeverityOf(row.Row[RuleColumns.Severity]);
        var binding = CellValues.SeverityOf(row.Row[RuleColumns.BindingSeverity]);
        BindingSeverity = binding == Severity.None ? Severity : binding;
        CertainFix = row.Row[RuleColumns.CertainFix];
    }

    public int Number { get; }

    public int RowId { get; }

    public string Id { get; }

    public RuleKind Kind { get; }

    public EquatableArray<RuleCondition> Conditions { get; }

    public HashSet<ulong> Modifiers { get; }

    public HashSet<ulong> With { get; }

    public Severity Severity { get; }

    public Severity BindingSeverity { get; }

    public string CertainFix { get; }

    /// <summary>For "more than": the number. For an indicator: its column.</summary>
    public ulong Argument =>
        Conditions.FirstOrDefault(condition => condition.Subject == RuleCondition.MoreThan) is { } count ? (ulong)count.Count
        : Conditions.FirstOrDefault(condition => condition.Input == RuleInput.FeeSchedule) is { } indicator ? (ulong)Math.Max(0, Indicators.IndexOf(indicator.Subject))
        : 0;

    /// <summary>Whether the rule cannot run without an input: a condition is about it, or the kind of rule needs it.</summary>
    public bool Asks(RuleInput input) => Conditions.Any(condition => condition.Input == input) || input switch
    {
        RuleInput.Payer => Kind == RuleKind.PayerOrder,
        RuleInput.ServiceDate => Kind == RuleKind.NotInForce,
        RuleInput.Units or RuleInput.UnlikelyEdit => Kind == RuleKind.TooManyUnits,
        RuleInput.ModifierRegistry => Kind == RuleKind.Unrecognized,
        _ => false,
    };

    /// <summary>Whether the conditions on a procedure hold; null when the book cannot decide it.</summary>
    /// <param name="procedure">The procedure; 0 for one that no row is about.</param>
    /// <param name="period">What is official about it.</param>
    /// <param name="className">Its class; null when it has none.</param>
    public bool? Decide(ulong procedure, ProcedurePeriod period, string? className)
    {
        bool? holds = Asks(RuleInput.UnlikelyEdit) && period.Limit is null ? null : true;
        foreach (var condition in Conditions.Where(condition => condition.IsOfProcedure))
        {
            if (ProcedureFacts.Find(condition, procedure, period, className) is not { } fact)
            {
                holds = null;
            }
            else if (!condition.Holds(fact.Value))
            {
                return false;
            }
        }

        return holds;
    }

    /// <summary>A mask of the rules for which something holds: the halves of each family.</summary>
    public static ulong[] Mask(IEnumerable<ModifierRule> rules, Func<ModifierRule, bool> has)
    {
        var mask = new ulong[BookFormat.RuleMask.Size];
        foreach (var rule in rules.Where(has))
        {
            mask[rule.Number / 64] |= 1ul << (rule.Number % 64);
        }

        return mask;
    }
}
