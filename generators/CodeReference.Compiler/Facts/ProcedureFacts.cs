using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Facts;

/// <summary>What is official about a procedure from a first to a last day.</summary>
/// <param name="FirstDay">"2025-10-01"; empty when no source states one.</param>
/// <param name="LastDay">The last day; empty while none is stated.</param>
/// <param name="Indicators">The row of its fee-schedule indicators; null when the book has none.</param>
/// <param name="Limit">The row of its medically unlikely edit; null when the book has none.</param>
internal sealed record ProcedurePeriod(string FirstDay, string LastDay, OfficialRow? Indicators, OfficialRow? Limit)
{
    /// <summary>A procedure that no official source has.</summary>
    public static ProcedurePeriod Unknown { get; } = new("", "", null, null);
}

/// <summary>A range of codes that belong to a class, both ends included.</summary>
internal sealed record ClassRange(ulong From, ulong To, string Class);

/// <summary>What a condition on a procedure was found to ask about.</summary>
/// <param name="Value">The value: "0", "E/M".</param>
/// <param name="Words">The same for a person: "Bilateral indicator 0".</param>
/// <param name="By">The row that states it; null when it is in the code itself.</param>
internal sealed record ConditionFact(string Value, string Words, OfficialRow? By);

/// <summary>
/// The indicators, limits and classes of procedures, settled once. An official file is complete: a procedure that it lacks
/// has no indicators and no limit, whatever a reference table says, unless the table's row is of a later release.
/// </summary>
internal sealed class ProcedureFacts
{
    private readonly Dictionary<ulong, EquatableArray<ProcedurePeriod>> _periods = [];

    public ProcedureFacts(BookModel book)
    {
        // A row with a modifier is about a part of the procedure.
        var indicators = new SourceMerge(book, SectionKind.FeeSchedule, SectionKind.FeeScheduleIndicators, row => row[FeeScheduleColumns.Modifier].Length == 0);
        var limits = new SourceMerge(book, SectionKind.UnlikelyEdits, SectionKind.UnitLimits);
        FeeScheduleFile = indicators.File;
        foreach (var procedure in indicators.Rows.Keys.Concat(limits.Rows.Keys).Distinct())
        {
            indicators.Rows.TryGetValue(procedure, out var indicator);
            limits.Rows.TryGetValue(procedure, out var limit);
            _periods.Add(procedure, new([new("", "", indicator, limit)]));
        }

        Classes =
        [
            .. book.Rows(SectionKind.ProcedureClasses).Select(placed => new ClassRange(
                KeyOf(placed.Row[ProcedureClassColumns.From]), KeyOf(placed.Row[ProcedureClassColumns.To]), placed.Row[ProcedureClassColumns.Class])),
        ];
    }

    /// <summary>The fee schedule that the book has, by one of its rows; null without that file.</summary>
    public OfficialRow? FeeScheduleFile { get; }

    /// <summary>The procedures that have indicators or a limit.</summary>
    public IEnumerable<ulong> Procedures => _periods.Keys;

    /// <summary>The ranges of codes that make the classes, in the order of the table.</summary>
    public IReadOnlyList<ClassRange> Classes { get; }

    /// <summary>The periods of a procedure, the earliest first: at least one.</summary>
    public EquatableArray<ProcedurePeriod> PeriodsOf(ulong procedure) =>
        _periods.TryGetValue(procedure, out var periods) ? periods : new([ProcedurePeriod.Unknown]);

    /// <summary>A procedure as its newest sources have it.</summary>
    public ProcedurePeriod NewestOf(ulong procedure)
    {
        var periods = PeriodsOf(procedure);
        return periods[periods.Count - 1];
    }

    /// <summary>The class of a procedure's code; null when no class contains it.</summary>
    public string? ClassOf(ulong procedure) =>
        Classes.FirstOrDefault(range => ProcedureRange.Contains(range.From, range.To, procedure))?.Class;

    /// <summary>Finds what a condition asks about.</summary>
    /// <param name="condition">A condition on the procedure.</param>
    /// <param name="procedure">The procedure; 0 for one that no row is about.</param>
    /// <param name="period">What is official about it.</param>
    /// <param name="className">Its class; null when it has none.</param>
    /// <returns>
    /// Null when the book cannot decide it: an indicator without a row, a class without a range, a value of the claim line.
    /// </returns>
    public static ConditionFact? Find(RuleCondition condition, ulong procedure, ProcedurePeriod period, string? className) => condition.Input switch
    {
        RuleInput.ProcedureClass => className is null ? null : new(className, "class " + className, null),
        RuleInput.FeeSchedule => period.Indicators is { } row
            && TableSchema.Of(SectionKind.FeeScheduleIndicators).IndexOf(condition.Subject) is >= 0 and var column && row.Row[column] is { Length: > 0 } value
            ? new(value, condition.Subject + " indicator " + value, row)
            : null,
        RuleInput.UnlikelyEdit => period.Limit is { } limit
            ? new(limit.Row[UnlikelyEditColumns.AdjudicationIndicator], condition.Subject + " " + limit.Row[UnlikelyEditColumns.AdjudicationIndicator], limit)
            : null,
        RuleInput.None when condition.Subject == RuleCondition.Procedure =>
            new(CodeKey.ToText(procedure), "procedure " + CodeKey.ToText(procedure), null),
        _ => null,
    };

    private static ulong KeyOf(string procedure) => CodeKey.TryPack(CodeSystem.Cpt, procedure.AsSpan(), out var key) ? key : 0;
}
