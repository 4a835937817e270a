using CodeReference.Format;

namespace CodeReference;

/// <summary>The sets of rules that are the same for every line, read once a book.</summary>
internal sealed class RuleMasks
{
    private readonly UInt128[] _sets;
    private readonly UInt128[] _asking;
    private readonly UInt128[] _ofAnyValue;

    public RuleMasks(BookTables tables)
    {
        _sets = Read(tables.RuleSets, 0, BookFormat.RuleMask.Size);
        _asking = Read(tables.InputRules, BookFormat.InputRules.Asking, BookFormat.InputRules.Size);
        _ofAnyValue = Read(tables.InputRules, BookFormat.InputRules.OfAnyValue, BookFormat.InputRules.Size);
    }

    /// <summary>The rules of a kind.</summary>
    public UInt128 this[RuleKind kind] => _sets[(int)kind];

    /// <summary>The rules of a named set.</summary>
    public UInt128 this[RuleGroup group] => _sets[(int)group];

    /// <summary>The rules that cannot run without an input.</summary>
    public UInt128 Asking(RuleInput input) => _asking[(int)input];

    /// <summary>The rules that hold for a value of an input which no condition names.</summary>
    public UInt128 OfAnyValue(RuleInput input) => _ofAnyValue[(int)input];

    // The set that begins at a place of every entry of a table.
    private static UInt128[] Read(ReadOnlySpan<ulong> table, int place, int width)
    {
        var sets = new UInt128[table.Length / width];
        for (var i = 0; i < sets.Length; i++)
        {
            sets[i] = RuleSet.At(table, (i * width) + place);
        }

        return sets;
    }
}
