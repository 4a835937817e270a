using System.Runtime.CompilerServices;
using CodeReference.Format;

namespace CodeReference;

/// <summary>
/// Which rules' conditions a claim line meets. Each input of the line, and each fact of the book about its procedure, is a
/// mask of the rules that it lets through; a rule that an absent input leaves open stays possible, and is not run.
/// </summary>
internal ref struct RuleConditions
{
    private readonly BookTables _tables;
    private readonly RuleMasks _masks;

    // A bit for each input without which the rules that ask for it cannot run: taken from them all at once, at the end.
    private int _lacked;

    private RuleConditions(BookReader book)
    {
        _tables = book.Tables;
        _masks = book.RuleMasks;
        Sides = Laterality.Unknown;
    }

    /// <summary>The rules whose conditions all hold.</summary>
    public RuleMask Met { get; private set; }

    /// <summary>Those and the rules of which nothing says that they do not hold.</summary>
    public RuleMask Possible { get; private set; }

    /// <summary>The inputs that are absent, a bit for each <see cref="RuleInput"/>.</summary>
    public int Absent { get; private set; }

    /// <summary>The place of the procedure among the book's procedures, or -1.</summary>
    public int Place { get; private set; }

    /// <summary>The place in the table of procedures' periods of what is official about the procedure on the day of the line, or -1.</summary>
    public int Period { get; private set; }

    /// <summary>The sides that the diagnoses of the line speak of.</summary>
    public Laterality Sides { get; private set; }

    /// <summary>The slot of the first diagnosis that speaks of one side, or -1.</summary>
    public int SidedDiagnosis { get; private set; } = -1;

    public static RuleConditions Of(BookReader book, in ClaimLine line)
    {
        var conditions = new RuleConditions(book);
        conditions.TakeProcedure(book, line.Procedure, line.ServiceDate);
        conditions.TakePayer(line.Payer);
        LineInputs.Apply(line, ref conditions);
        conditions.TakeDiagnoses(book, line.Diagnoses);
        if (line.ServiceDate is null)
        {
            conditions.Lack(RuleInput.ServiceDate);
        }

        if (!book.HasModifierSet)
        {
            conditions.Lack(RuleInput.ModifierRegistry);
        }

        conditions.Met &= ~conditions._masks.AskingAny(conditions._lacked);
        return conditions;
    }

    /// <summary>Whether the code of a procedure lies in the range of a class.</summary>
    public static bool HasClass(BookTables tables, ProcedureCode procedure) =>
        ClassRange(tables, procedure) < tables.ProcedureClasses.Length - BookFormat.ProcedureClass.Size;

    private void TakeProcedure(BookReader book, ProcedureCode procedure, DateOnly? date)
    {
        Place = procedure.IsEmpty ? -1 : book.PlaceOfProcedure(procedure.Key);
        Period = Place < 0 ? -1 : book.ProcedurePeriods.IndexOn(Place, date);
        if (Period >= 0)
        {
            TakeSets(_tables.ProcedureRules, Period * BookFormat.RuleSets.Size, isFirst: true);
            return;
        }

        // A procedure that the book does not know, or not on that day, has no indicators, but its class is in its code.
        TakeSets(_tables.ProcedureClasses, ClassRange(_tables, procedure) + BookFormat.ProcedureClass.Rules, isFirst: true);
    }

    // The place of the range that a procedure is in; the last stands for any other procedure.
    private static int ClassRange(BookTables tables, ProcedureCode procedure)
    {
        var ranges = tables.ProcedureClasses;
        var range = 0;
        while (range < ranges.Length - BookFormat.ProcedureClass.Size
            && !ProcedureRange.Contains(
                ranges[range + BookFormat.ProcedureClass.From], ranges[range + BookFormat.ProcedureClass.To], procedure.Key))
        {
            range += BookFormat.ProcedureClass.Size;
        }

        return range;
    }

    private void TakePayer(Payer payer)
    {
        TakeSets(_tables.PayerRules, payer.Entry * BookFormat.RuleSets.Size, isFirst: false);
        Absent |= payer.IsKnown && !payer.IsShared ? 0 : 1 << (int)RuleInput.Payer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeSets(ReadOnlySpan<ulong> sets, int start, bool isFirst)
    {
        sets = sets.Slice(start, BookFormat.RuleSets.Size);
        var met = RuleMask.At(sets, BookFormat.RuleSets.Met);
        var possible = RuleMask.At(sets, BookFormat.RuleSets.Possible);
        (Met, Possible) = isFirst ? (met, possible) : (Met & met, Possible & possible);
    }

    /// <summary>Takes the value of an input; 0 means absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(RuleInput input, ulong value)
    {
        if (value == 0)
        {
            Lack(input);
        }
        else if (!_masks.Asking(input).IsEmpty)
        {
            TakeValue(input, value);
        }
    }

    private void TakeValue(RuleInput input, ulong value)
    {
        RuleMask naming = default;
        var values = _tables.InputValues;
        for (var i = 0; i + BookFormat.InputValue.Size <= values.Length; i += BookFormat.InputValue.Size)
        {
            if (values[i + BookFormat.InputValue.Input] == (ulong)input && values[i + BookFormat.InputValue.From] <= value && value <= values[i + BookFormat.InputValue.To])
            {
                naming |= RuleMask.At(values, i + BookFormat.InputValue.Rules);
            }
        }

        var holding = _masks.OfAnyValue(input) ^ naming;
        Met &= holding;
        Possible &= holding;
    }

    private void TakeDiagnoses(BookReader book, ReadOnlySpan<DiagnosisCode> diagnoses)
    {
        if (diagnoses.IsEmpty)
        {
            Lack(RuleInput.Diagnoses);
            return;
        }

        if (_masks.Asking(RuleInput.Diagnoses).IsEmpty)
        {
            return;
        }

        Sides = Laterality.None;
        foreach (var diagnosis in diagnoses)
        {
            var slot = book.SlotOf(diagnosis.Key);
            var sides = slot < 0 ? Laterality.Unknown : (Laterality)_tables.DiagnosisSides[slot - book.DiagnosisStart];
            SidedDiagnosis = SidedDiagnosis < 0 && sides is Laterality.Left or Laterality.Right ? slot : SidedDiagnosis;
            Sides |= sides;
        }

        // Once both sides are there, no other diagnosis can make it one.
        const Laterality Both = Laterality.Left | Laterality.Right;
        if ((Sides & Both) == Both || (Sides & Laterality.Unknown) == 0)
        {
            TakeValue(RuleInput.Diagnoses, (ulong)(Sides & Both));
        }
        else
        {
            Lack(RuleInput.Diagnoses, RuleInput.DiagnosisTitles);
        }
    }

    private void Lack(RuleInput input) => Lack(input, input);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Lack(RuleInput asked, RuleInput absent)
    {
        _lacked |= 1 << (int)asked;
        Absent |= 1 << (int)absent;
    }
}
