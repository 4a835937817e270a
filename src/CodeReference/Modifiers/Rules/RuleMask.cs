using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CodeReference.Format;

namespace CodeReference;

/// <summary>
/// A set of rules: a mask for each family, side by side in one vector, because a line combines a dozen sets of all rules
/// and looks into the families only then. As two numbers of 128 bits a line without modifiers took a third longer.
/// </summary>
internal readonly struct RuleMask : IEquatable<RuleMask>
{
    private readonly Vector256<ulong> _bits;

    /// <param name="modifiers">The rules about modifiers.</param>
    /// <param name="line">The rules about the line beside its modifiers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RuleMask(RuleSet modifiers, RuleSet line) => _bits = RuleSet.Join(modifiers, line);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RuleMask(Vector256<ulong> bits) => _bits = bits;

    /// <summary>The rules about modifiers.</summary>
    public RuleSet Modifiers => new(_bits.GetLower());

    /// <summary>The rules about the line beside its modifiers.</summary>
    public RuleSet Line => new(_bits.GetUpper());

    public bool IsEmpty => _bits == Vector256<ulong>.Zero;

    /// <summary>How many rules there are.</summary>
    public int Count => Modifiers.Count + Line.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RuleMask operator &(RuleMask left, RuleMask right) => new(left._bits & right._bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RuleMask operator |(RuleMask left, RuleMask right) => new(left._bits | right._bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RuleMask operator ^(RuleMask left, RuleMask right) => new(left._bits ^ right._bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RuleMask operator ~(RuleMask mask) => new(~mask._bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator ==(RuleMask left, RuleMask right) => left._bits == right._bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator !=(RuleMask left, RuleMask right) => left._bits != right._bits;

    /// <summary>Reads a set out of a table.</summary>
    /// <param name="masks">The numbers of the table.</param>
    /// <param name="start">Where the set begins: a place of a number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RuleMask At(ReadOnlySpan<ulong> masks, int start) => new(Vector256.Create(masks.Slice(start, BookFormat.RuleMask.Size)));

    public bool Equals(RuleMask other) => this == other;

    public override bool Equals(object? obj) => obj is RuleMask other && this == other;

    public override int GetHashCode() => _bits.GetHashCode();

    /// <summary>Whether a rule is in the set.</summary>
    public bool Has(int number) => (RuleFamilies.Of(number) == RuleFamily.Modifiers ? Modifiers : Line).Has(number % RuleFamilies.Size);

    /// <summary>The rules of the set whose numbers are lower.</summary>
    public RuleMask Before(int number) => RuleFamilies.Of(number) == RuleFamily.Modifiers
        ? new(Modifiers.Before(number), default)
        : new(Modifiers, Line.Before(number % RuleFamilies.Size));

    /// <summary>Takes the rule with the lowest number out of a set.</summary>
    /// <returns>False when the set is empty.</returns>
    public static bool TryTake(ref RuleMask set, out int number)
    {
        var (modifiers, line) = (set.Modifiers, set.Line);
        if (RuleSet.TryTake(ref modifiers, out number))
        {
            set = new(modifiers, line);
            return true;
        }

        var isTaken = RuleSet.TryTake(ref line, out number);
        number += RuleFamilies.Size;
        set = new(default, line);
        return isTaken;
    }

    /// <summary>Takes the rule with the highest number out of a set.</summary>
    /// <returns>False when the set is empty.</returns>
    public static bool TryTakeLast(ref RuleMask set, out int number)
    {
        var (modifiers, line) = (set.Modifiers, set.Line);
        if (RuleSet.TryTakeLast(ref line, out number))
        {
            number += RuleFamilies.Size;
            set = new(modifiers, line);
            return true;
        }

        var isTaken = RuleSet.TryTakeLast(ref modifiers, out number);
        set = new(modifiers, default);
        return isTaken;
    }
}
