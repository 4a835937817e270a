using System.Globalization;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>What the book knows of procedures that conditions of rules ask about: the official file first, then a table.</summary>
internal sealed class ProcedureFacts
{
    private static readonly int FeeScheduleModifier = TableSchema.Of(SectionKind.FeeSchedule).IndexOf("Modifier");
    private static readonly int AdjudicationIndicator = TableSchema.Of(SectionKind.UnlikelyEdits).IndexOf(RuleCondition.AdjudicationIndicator);

    private readonly Dictionary<ulong, PlacedRow> _indicators;
    private readonly Dictionary<ulong, PlacedRow> _unlikelyEdits;

    public ProcedureFacts(RowLayout rows)
    {
        // A row with a modifier is about a part of the procedure.
        var official = rows.Of(SectionKind.FeeSchedule).Where(row => row.Row[FeeScheduleModifier].Length == 0);
        _indicators = First(official.Concat(rows.Of(SectionKind.FeeScheduleIndicators)));
        _unlikelyEdits = First(rows.Of(SectionKind.UnlikelyEdits).Concat(rows.Of(SectionKind.UnitLimits)));
        Classes = [.. rows.Of(SectionKind.ProcedureClasses).Select(row => new ClassRange(KeyOf(row.Row[1]), KeyOf(row.Row[2]), row.Row[0]))];
    }

    /// <summary>The ranges of codes that make the classes, in the order of the table.</summary>
    public IReadOnlyList<ClassRange> Classes { get; }

    /// <summary>The row of a procedure's fee-schedule indicators; null when the book has none.</summary>
    public PlacedRow? IndicatorsOf(ulong procedure) => _indicators.TryGetValue(procedure, out var row) ? row : null;

    /// <summary>The row of a procedure's medically unlikely edit, and the most units; null when the book has none.</summary>
    public (int Row, ulong Units)? UnlikelyEditOf(ulong procedure) =>
        _unlikelyEdits.TryGetValue(procedure, out var row) ? (row.Id, ulong.Parse(row.Row[1], CultureInfo.InvariantCulture)) : null;

    /// <summary>Whether a rule's conditions on the procedure hold; null when the book cannot decide it.</summary>
    public bool? Decide(ModifierRule rule, ulong procedure) =>
        Decide(rule, procedure, Classes.FirstOrDefault(range => ProcedureRange.Contains(range.From, range.To, procedure))?.Class);

    /// <summary>The same for a procedure of which no more than its class is known, or not even that.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="procedure">The procedure; 0 for one that no row is about.</param>
    /// <param name="className">Its class; null when it has none.</param>
    public bool? Decide(ModifierRule rule, ulong procedure, string? className)
    {
        bool? holds = rule.Asks(RuleInput.UnlikelyEdit) && UnlikelyEditOf(procedure) is null ? null : true;
        foreach (var condition in rule.Conditions)
        {
            switch (Decide(condition, procedure, className))
            {
                case false:
                    return false;
                case null:
                    holds = null;
                    break;
            }
        }

        return holds;
    }

    private bool? Decide(RuleCondition condition, ulong procedure, string? className) => condition.Input switch
    {
        RuleInput.ProcedureClass => className is null ? null : condition.Holds(className),
        RuleInput.FeeSchedule => IndicatorsOf(procedure) is { } row
            && TableSchema.Of(SectionKind.FeeScheduleIndicators).IndexOf(condition.Subject) is >= 0 and var column && row.Row[column].Length > 0
            ? condition.Holds(row.Row[column])
            : null,
        RuleInput.UnlikelyEdit => _unlikelyEdits.TryGetValue(procedure, out var edit) ? condition.Holds(edit.Row[AdjudicationIndicator]) : null,
        _ => condition.Subject != RuleCondition.Procedure || condition.Holds(CodeKey.ToText(procedure)),
    };

    private static Dictionary<ulong, PlacedRow> First(IEnumerable<PlacedRow> rows) => rows.GroupBy(row => row.Row.Key).ToDictionary(row => row.Key, row => row.First());

    private static ulong KeyOf(string procedure) => CodeKey.TryPack(CodeSystem.Cpt, procedure.AsSpan(), out var key) ? key : 0;
}

/// <summary>A range of codes that belong to a class, both ends included.</summary>
internal sealed record ClassRange(ulong From, ulong To, string Class);
