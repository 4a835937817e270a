using CodeReference.Format;

namespace CodeReference;

/// <summary>Sets of rules of one family as masks: bit i is the rule at place i of its family.</summary>
internal static class RuleSet
{
    /// <summary>Reads a set out of a table.</summary>
    /// <param name="masks">The numbers of the table.</param>
    /// <param name="start">Where the set begins: a place of a number.</param>
    public static UInt128 At(ReadOnlySpan<ulong> masks, int start) =>
        new(masks[start + BookFormat.FamilyMask.High], masks[start + BookFormat.FamilyMask.Low]);

    /// <summary>Takes the first rule out of a set.</summary>
    /// <returns>False when the set is empty.</returns>
    public static bool TryTake(ref UInt128 set, out int rule)
    {
        rule = (int)UInt128.TrailingZeroCount(set);
        if (set == 0)
        {
            return false;
        }

        set &= set - 1;
        return true;
    }

    /// <summary>Takes the last rule out of a set.</summary>
    /// <returns>False when the set is empty.</returns>
    public static bool TryTakeLast(ref UInt128 set, out int rule)
    {
        rule = RuleFamilies.Size - 1 - (int)UInt128.LeadingZeroCount(set);
        if (set == 0)
        {
            return false;
        }

        set &= ~(UInt128.One << rule);
        return true;
    }
}
