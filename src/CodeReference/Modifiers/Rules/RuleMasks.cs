using CodeReference.Format;

namespace CodeReference;

/// <summary>The sets of rules that are the same for every line, read once a book.</summary>
internal sealed class RuleMasks
{
    private readonly RuleSet[] _sets;
    private readonly RuleMask[] _asking;
    private readonly RuleMask[] _askingAny = new RuleMask[1 << (LineInputs.Last - LineInputs.First + 1)];
    private readonly RuleMask[] _ofAnyValue;

    public RuleMasks(BookTables tables)
    {
        _sets = new RuleSet[tables.RuleSets.Length / BookFormat.FamilyMask.Size];
        for (var i = 0; i < _sets.Length; i++)
        {
            _sets[i] = RuleSet.At(tables.RuleSets, i * BookFormat.FamilyMask.Size);
        }

        _asking = Read(tables.InputRules, BookFormat.InputRules.Asking);
        AskingPayer = _asking[(int)RuleInput.Payer].Modifiers;
        for (var inputs = 0; inputs < _askingAny.Length; inputs++)
        {
            for (var input = LineInputs.First; input <= LineInputs.Last; input++)
            {
                var isAmong = (inputs >> (input - LineInputs.First) & 1) != 0;
                _askingAny[inputs] |= isAmong ? Asking(input) : default;
            }
        }

        _ofAnyValue = Read(tables.InputRules, BookFormat.InputRules.OfAnyValue);
    }

    /// <summary>The rules of a kind, in the mask of its family.</summary>
    public RuleSet this[RuleKind kind] => _sets[(int)kind];

    /// <summary>The rules about modifiers of a named set.</summary>
    public RuleSet this[RuleGroup group] => _sets[(int)group];

    /// <summary>The rules about modifiers that cannot run without the payer.</summary>
    public RuleSet AskingPayer { get; }

    /// <summary>The rules that cannot run without an input.</summary>
    public RuleMask Asking(RuleInput input) => _asking[(int)input];

    /// <summary>The rules that cannot run without one of some inputs.</summary>
    /// <param name="inputs">A bit for each input of a line, and for the registry of modifiers.</param>
    public RuleMask AskingAny(int inputs)
    {
        var ofLine = _askingAny[(inputs >> (int)LineInputs.First) & (_askingAny.Length - 1)];
        return (inputs >> (int)RuleInput.ModifierRegistry & 1) == 0 ? ofLine : ofLine | Asking(RuleInput.ModifierRegistry);
    }

    /// <summary>The rules that hold for a value of an input which no condition names.</summary>
    public RuleMask OfAnyValue(RuleInput input) => _ofAnyValue[(int)input];

    // The set that begins at a place of every entry of the table of inputs.
    private static RuleMask[] Read(ReadOnlySpan<ulong> table, int place)
    {
        var sets = new RuleMask[table.Length / BookFormat.InputRules.Size];
        for (var i = 0; i < sets.Length; i++)
        {
            sets[i] = RuleMask.At(table, (i * BookFormat.InputRules.Size) + place);
        }

        return sets;
    }
}
