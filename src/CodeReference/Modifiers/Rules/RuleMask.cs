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
    public RuleMask(UInt128 modifiers, UInt128 line) =>
        _bits = Vector256.Create((ulong)modifiers, (ulong)(modifiers >> 64), (ulong)line, (ulong)(line >> 64));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RuleMask(Vector256<ulong> bits) => _bits = bits;

    /// <summary>The rules about modifiers.</summary>
    public UInt128 Modifiers => Half(BookFormat.RuleMask.Modifiers);

    /// <summary>The rules about the line beside its modifiers.</summary>
    public UInt128 Line => Half(BookFormat.RuleMask.Line);

    public bool IsEmpty => _bits == Vector256<ulong>.Zero;

    /// <summary>How many rules there are.</summary>
    public int Count => (int)(UInt128.PopCount(Modifiers) + UInt128.PopCount(Line));

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
    public bool Has(int number) => (Of(RuleFamilies.Of(number)) >> (number % RuleFamilies.Size) & 1) != 0;

    /// <summary>The rules of the set whose numbers are lower.</summary>
    public RuleMask Before(int number) => RuleFamilies.Of(number) == RuleFamily.Modifiers
        ? new(Modifiers & ((UInt128.One << number) - 1), 0)
        : new(Modifiers, Line & ((UInt128.One << (number % RuleFamilies.Size)) - 1));

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
        set = new(0, line);
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
        set = new(modifiers, 0);
        return isTaken;
    }

    private UInt128 Of(RuleFamily family) => family == RuleFamily.Modifiers ? Modifiers : Line;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private UInt128 Half(int start) => new(_bits.GetElement(start + BookFormat.FamilyMask.High), _bits.GetElement(start + BookFormat.FamilyMask.Low));
}
