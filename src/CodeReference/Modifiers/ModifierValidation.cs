using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CodeReference.Format;

namespace CodeReference;

/// <summary>What the book says of the modifiers of a claim line. Made without allocating; findings are worked out when they are read.</summary>
public struct ModifierValidation
{
    private readonly BookReader _book;
    private readonly int _absent;
    private readonly LineInputs _inputs;
    private CodeBuffer _modifiers;
    private VerdictBuffer _verdicts;

    internal ModifierValidation(BookReader book, in ClaimLine line, in RuleConditions conditions)
    {
        _book = book;
        _absent = conditions.Absent;
        Procedure = line.Procedure;
        _inputs = new(line);
        SidedDiagnosis = conditions.SidedDiagnosis;
        Place = conditions.Place;
        Period = conditions.Period;
        Publication = Place < 0 ? -1 : (int)book.Tables.ProcedurePublications[Place] - 1;
        Count = line.Modifiers.Length;
        line.Modifiers.CopyTo(_modifiers);
    }

    /// <summary>The procedure of the line.</summary>
    public ProcedureCode Procedure { get; }

    /// <summary>What is to be done with the line.</summary>
    public Outcome Outcome { get; internal set; }

    /// <summary>How many modifiers the line has.</summary>
    public int Count { get; }

    /// <summary>The modifiers, in the order of the line; <c>default</c> for one that is malformed.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<ModifierCode> Modifiers => ((ReadOnlySpan<ModifierCode>)_modifiers)[..Count];

    /// <summary>The verdict on each modifier, in the order of the line.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<Verdict> Verdicts => ((ReadOnlySpan<Verdict>)_verdicts)[..Count];

    internal readonly BookReader Book => _book;

    [UnscopedRef]
    internal readonly ref readonly LineInputs Inputs => ref _inputs;

    internal readonly Payer Payer => _inputs.Payer;

    internal readonly DateOnly? ServiceDate => _inputs.ServiceDate;

    /// <summary>The slot of the first diagnosis that speaks of one side, or -1.</summary>
    internal int SidedDiagnosis { get; }

    /// <summary>The place of the procedure among the book's procedures, or -1.</summary>
    internal int Place { get; }

    /// <summary>The place in the table of procedures' periods of what is official about the procedure on the day of the line, or -1.</summary>
    internal int Period { get; }

    /// <summary>The procedure's publication, or -1.</summary>
    internal int Publication { get; }

    internal RuleMask Fired { get; set; }

    internal RuleMask Unchecked { get; set; }

    /// <summary>The rules by which modifiers come before all others on this line.</summary>
    internal RuleSet MovingFirst { get; set; }

    /// <summary>Whether anything on the line is repeated, out of order, or named by a rule that has a fix for it.</summary>
    internal bool MayHaveFix { get; set; }

    /// <summary>The row of the procedure's fee-schedule indicators, or -1.</summary>
    internal readonly int IndicatorRow => Period < 0 ? -1 : _book.ProcedurePeriods[Period].IndicatorRow;

    /// <summary>The row of the procedure's medically unlikely edit, or -1.</summary>
    internal readonly int UnlikelyEditRow => Period < 0 ? -1 : _book.ProcedurePeriods[Period].LimitRow;

    /// <summary>The most units by that edit; without one any number is within it.</summary>
    internal readonly int MaxUnits => Period < 0 ? int.MaxValue : _book.ProcedurePeriods[Period].MaxUnits;

    /// <summary>The ids of the rules that have fired: those of <see cref="GetFindings"/>, each once, without their texts.</summary>
    public readonly RuleIdSet FiredRules => new(_book, Fired);

    /// <summary>What the rules have to say, those about modifiers first, each family in the order of the table.</summary>
    public readonly Finding[] GetFindings()
    {
        var fired = Fired;
        var findings = new Finding[fired.Count];
        for (var i = 0; RuleMask.TryTake(ref fired, out var rule); i++)
        {
            findings[i] = new FiredRule(in this, rule).ToFinding();
        }

        return findings;
    }

    /// <summary>The ids of the rules that could not run because the book or the question lacks what they ask about, those about modifiers first, each family in the order of the table.</summary>
    public readonly RuleIdSet UncheckedRules => new(_book, Unchecked);

    /// <summary>What the rules that could not run lack, and for each such input the ids of those rules, those about modifiers first, each family in the order of the table.</summary>
    public readonly MissingInput[] GetMissingInputs()
    {
        var missing = new List<MissingInput>();
        foreach (var input in Enum.GetValues<RuleInput>())
        {
            if (!Unchecked.IsEmpty && IsAbsent(input) && new RuleIdSet(_book, Unchecked & AskingFor(input)) is { IsEmpty: false } rules)
            {
                missing.Add(new() { Input = input, Rules = [.. rules] });
            }
        }

        return [.. missing];
    }

    /// <summary>
    /// The line with every fix applied that is certain: repeats dropped, what a rule always drops dropped, what a rule always
    /// puts first put first, and the rest sorted by rank: the payer's where it asks for an order of its own.
    /// </summary>
    /// <returns>Empty when there is no such fix, or when a modifier is malformed or unknown, so that nothing about the line is certain.</returns>
    public readonly ModifierCode[] GetSuggestedModifiers()
    {
        if (!MayHaveFix)
        {
            return [];
        }

        Span<ModifierCode> suggested = stackalloc ModifierCode[Count];
        var count = 0;
        foreach (var modifier in Modifiers)
        {
            if (RankOf(modifier) == 0)
            {
                return [];
            }

            if (!suggested[..count].Contains(modifier) && !IsNamedBy(Fired.Modifiers & _book.RuleMasks[RuleGroup.Dropping], modifier))
            {
                Insert(modifier, suggested, count++);
            }
        }

        return Modifiers.SequenceEqual(suggested[..count]) ? [] : suggested[..count].ToArray();
    }

    /// <summary>The row that an answer about a modifier rests on: the publication's when it lists it, else the registry's.</summary>
    /// <param name="index">The place of the modifier on the line, from 0.</param>
    /// <returns>Null when neither has it.</returns>
    public readonly Citation? GetCitation(int index)
    {
        var row = RowOf(Modifiers[index]);
        return row < 0 ? null : _book.CitationOf(row);
    }

    /// <summary>
    /// The number of that row in the book. Citation, description and use of a modifier are the same whenever the number is,
    /// so that what was made of them can be kept by it.
    /// </summary>
    /// <param name="index">The place of the modifier on the line, from 0.</param>
    /// <returns>-1 when there is no such row. The number says nothing outside this book.</returns>
    public readonly int GetRowNumber(int index) => RowOf(Modifiers[index]);

    /// <summary>What the publication, or else the registry, says that a modifier is; empty when neither has it.</summary>
    /// <param name="index">The place of the modifier on the line, from 0.</param>
    public readonly BookText GetDescription(int index)
    {
        var row = RowOf(Modifiers[index]);
        return row < 0 ? default : _book.Cell(row, TitleColumns.Of(_book.KindOf(_book.SectionOf(row))));
    }

    /// <summary>When the publication says to use a modifier; empty when it does not list it.</summary>
    /// <param name="index">The place of the modifier on the line, from 0.</param>
    public readonly BookText GetWhenToUse(int index)
    {
        var modifier = Modifiers[index];
        return IsListed(modifier) ? _book.Cell(RowOf(modifier), PublishedColumns.Note) : default;
    }

    [UnscopedRef]
    internal ref Verdict VerdictAt(int index) => ref _verdicts[index];

    /// <summary>How much a rule weighs on this line.</summary>
    internal readonly Severity SeverityOf(int number)
    {
        var rules = _book.Tables.Rules.Length / BookFormat.Rule.Size;
        var stated = _book.Tables.PayerSeverities[(Payer.Entry * rules) + _book.IndexOfRule(number)];
        var severity = (Severity)(stated & BookFormat.PayerSeverity.Mask);

        // The publication is served and the doubt is said: against what it lists, a warning at most.
        return severity > Severity.Warning && (stated & BookFormat.PayerSeverity.IsMild) != 0 && AreAllListed(new(_book, number)) ? Severity.Warning : severity;
    }

    /// <summary>The rank by which a modifier is sorted; 0 for what stands in front of all, and for what has no place in the order.</summary>
    internal readonly int PlaceInOrder(ModifierCode modifier) => IsNamedBy(MovingFirst, modifier) ? 0 : RankOf(modifier);

    // Behind all that do not come after it, so that the order inside a rank is the line's own.
    private readonly void Insert(ModifierCode modifier, Span<ModifierCode> sorted, int count)
    {
        var place = PlaceInOrder(modifier);
        for (; count > 0 && PlaceInOrder(sorted[count - 1]) > place; count--)
        {
            sorted[count] = sorted[count - 1];
        }

        sorted[count] = modifier;
    }

    private readonly int RankOf(ModifierCode modifier) => ModifierRules.RankOf(_book, Payer, modifier);

    private readonly bool AreAllListed(Rule rule)
    {
        foreach (var modifier in Modifiers)
        {
            if (rule.Names(modifier) && !IsListed(modifier))
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool IsNamedBy(RuleSet rules, ModifierCode modifier)
    {
        var place = modifier.IsEmpty ? -1 : _book.PlaceOf(modifier);
        if (place < 0)
        {
            return false;
        }

        var start = place * BookFormat.ModifierRules.Size;
        return !(rules & RuleSet.At(_book.Tables.ModifierRules, start + BookFormat.ModifierRules.Own)).IsEmpty;
    }

    private readonly bool IsAbsent(RuleInput input) => input switch
    {
        RuleInput.ProcedureClass => !RuleConditions.HasClass(_book.Tables, Procedure),
        RuleInput.FeeSchedule => IndicatorRow < 0,
        RuleInput.UnlikelyEdit => UnlikelyEditRow < 0,
        _ => (_absent >> (int)input & 1) != 0,
    };

    // Rules about the titles of diagnoses ask for diagnoses.
    private readonly RuleMask AskingFor(RuleInput input) => _book.RuleMasks.Asking(input == RuleInput.DiagnosisTitles ? RuleInput.Diagnoses : input);

    internal readonly bool IsListed(ModifierCode modifier)
    {
        var place = modifier.IsEmpty ? -1 : _book.PlaceOf(modifier);
        return place >= 0 && Publication >= 0 && ModifierRules.IsListed(_book, Publication, place);
    }

    /// <summary>The publication's row when it lists the modifier, else that of the newest official source; -1 when none has it.</summary>
    internal readonly int RowOf(ModifierCode modifier)
    {
        if (Publication >= 0)
        {
            var (first, count) = _book.RowsOf(Publication, SectionKind.Modifiers);
            if (_book.FirstMention(modifier.Key, first, count) is >= 0 and var row)
            {
                return row;
            }
        }

        return _book.OfficialRowOf(modifier.Key);
    }

    [InlineArray(ModifierRules.MaxModifiers)]
    private struct CodeBuffer
    {
        private ModifierCode _first;
    }

    [InlineArray(ModifierRules.MaxModifiers)]
    private struct VerdictBuffer
    {
        private Verdict _first;
    }
}
