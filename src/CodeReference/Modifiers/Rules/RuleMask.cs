using CodeReference.Format;

namespace CodeReference;

/// <summary>A set of rules: a mask for each family.</summary>
/// <param name="Modifiers">The rules about modifiers.</param>
/// <param name="Line">The rules about the line beside its modifiers.</param>
internal readonly record struct RuleMask(UInt128 Modifiers, UInt128 Line)
{
    public bool IsEmpty => (Modifiers | Line) == 0;

    /// <summary>How many rules there are.</summary>
    public int Count => (int)(UInt128.PopCount(Modifiers) + UInt128.PopCount(Line));

    public static RuleMask operator &(RuleMask left, RuleMask right) => new(left.Modifiers & right.Modifiers, left.Line & right.Line);

    public static RuleMask operator |(RuleMask left, RuleMask right) => new(left.Modifiers | right.Modifiers, left.Line | right.Line);

    public static RuleMask operator ^(RuleMask left, RuleMask right) => new(left.Modifiers ^ right.Modifiers, left.Line ^ right.Line);

    public static RuleMask operator ~(RuleMask mask) => new(~mask.Modifiers, ~mask.Line);

    /// <summary>Reads a set out of a table.</summary>
    /// <param name="masks">The numbers of the table.</param>
    /// <param name="start">Where the set begins: a place of a number.</param>
    public static RuleMask At(ReadOnlySpan<ulong> masks, int start) => new(
        RuleSet.At(masks, start + BookFormat.RuleMask.Modifiers),
        RuleSet.At(masks, start + BookFormat.RuleMask.Line));

    /// <summary>Whether a rule is in the set.</summary>
    public bool Has(int number) => (Of(RuleFamilies.Of(number)) >> (number % RuleFamilies.Size) & 1) != 0;

    /// <summary>The rules of the set whose numbers are lower.</summary>
    public RuleMask Before(int number) => RuleFamilies.Of(number) == RuleFamily.Modifiers
        ? new(Modifiers & ((UInt128.One << number) - 1), 0)
        : new(Modifiers, Line & ((UInt128.One << (number % RuleFamilies.Size)) - 1));

    /// <summary>Takes the rule with the lowest number out of a set.</summary>
    /// <returns>False when the set is empty.</returns>
    public static bool TryTake(ref RuleMask set, out int number)
    {
        var (modifiers, line) = set;
        if (RuleSet.TryTake(ref modifiers, out number))
        {
            set = new(modifiers, line);
            return true;
        }

        var isTaken = RuleSet.TryTake(ref line, out number);
        number += RuleFamilies.Size;
        set = new(0, line);
        return isTaken;
    }

    /// <summary>Takes the rule with the highest number out of a set.</summary>
    /// <returns>False when the set is empty.</returns>
    public static bool TryTakeLast(ref RuleMask set, out int number)
    {
        var (modifiers, line) = set;
        if (RuleSet.TryTakeLast(ref line, out number))
        {
            number += RuleFamilies.Size;
            set = new(modifiers, line);
            return true;
        }

        var isTaken = RuleSet.TryTakeLast(ref modifiers, out number);
        set = new(modifiers, 0);
        return isTaken;
    }

    private UInt128 Of(RuleFamily family) => family == RuleFamily.Modifiers ? Modifiers : Line;
}
