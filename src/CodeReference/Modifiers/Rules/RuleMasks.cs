using CodeReference.Format;

namespace CodeReference;

/// <summary>The sets of rules that are the same for every line, read once a book.</summary>
internal sealed class RuleMasks
{
    private readonly UInt128[] _sets;
    private readonly UInt128[] _inputs;

    public RuleMasks(BookTables tables)
    {
        _sets = Read(tables.RuleSets);
        _inputs = Read(tables.InputRules);
    }

    /// <summary>The rules of a kind.</summary>
    public UInt128 this[RuleKind kind] => _sets[(int)kind];

    /// <summary>The rules of a named set.</summary>
    public UInt128 this[RuleGroup group] => _sets[(int)group];

    /// <summary>The rules that cannot run without an input.</summary>
    public UInt128 Asking(RuleInput input) => _inputs[(int)input * 2];

    /// <summary>The rules that hold for a value of an input which no condition names.</summary>
    public UInt128 OfAnyValue(RuleInput input) => _inputs[((int)input * 2) + 1];

    private static UInt128[] Read(ReadOnlySpan<ulong> masks)
    {
        var sets = new UInt128[masks.Length / 2];
        for (var i = 0; i < sets.Length; i++)
        {
            sets[i] = RuleSet.At(masks, i);
        }

        return sets;
    }
}
