using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CodeReference.Format;

namespace CodeReference;

/// <summary>
/// A set of rules of one family: bit i is the rule at place i of its family. A vector, because the operators of a number
/// of 128 bits are calls in a method that combines as many sets as validation does.
/// </summary>
internal readonly struct RuleSet : IEquatable<RuleSet>
{
    private readonly Vector128<ulong> _bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RuleSet(Vector128<ulong> bits) => _bits = bits;

    private RuleSet(ulong low, ulong high) => _bits = Vector128.Create(low, high);

    public bool IsEmpty => _bits == Vector128<ulong>.Zero;

    /// <summary>How many rules there are.</summary>
    public int Count => BitOperations.PopCount(Low) + BitOperations.PopCount(High);

    private ulong Low => _bits.GetElement(BookFormat.FamilyMask.Low);

    private ulong High => _bits.GetElement(BookFormat.FamilyMask.High);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RuleSet operator &(RuleSet left, RuleSet right) => new(left._bits & right._bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RuleSet operator |(RuleSet left, RuleSet right) => new(left._bits | right._bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RuleSet operator ~(RuleSet set) => new(~set._bits);

    /// <summary>Reads a set out of a table.</summary>
    /// <param name="masks">The numbers of the table.</param>
    /// <param name="start">Where the set begins: a place of a number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RuleSet At(ReadOnlySpan<ulong> masks, int start) => new(Vector128.Create(masks.Slice(start, BookFormat.FamilyMask.Size)));

    /// <summary>The set of one rule.</summary>
    /// <param name="place">The place of the rule in its family.</param>
    public static RuleSet Of(int place) => place < 64 ? new(1ul << place, 0) : new(0, 1ul << place);

    /// <summary>This set when a condition holds, else the empty one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RuleSet If(bool condition) => condition ? this : default;

    /// <summary>Both sets, as those of their families.</summary>
    public static Vector256<ulong> Join(RuleSet modifiers, RuleSet line) => Vector256.Create(modifiers._bits, line._bits);

    /// <summary>Whether the rule of a place is in the set.</summary>
    public bool Has(int place) => ((place < 64 ? Low : High) >> place & 1) != 0;

    /// <summary>The rules of the set whose places are lower.</summary>
    public RuleSet Before(int place) => place < 64 ? new(Low & ((1ul << place) - 1), 0) : new(Low, High & ((1ul << place) - 1));

    /// <summary>Takes the first rule out of a set.</summary>
    /// <returns>False when the set is empty.</returns>
    public static bool TryTake(ref RuleSet set, out int place)
    {
        var (low, high) = (set.Low, set.High);
        place = low != 0 ? BitOperations.TrailingZeroCount(low) : 64 + BitOperations.TrailingZeroCount(high);
        set = low != 0 ? new(low & (low - 1), high) : new(0, high & (high - 1));
        return (low | high) != 0;
    }

    /// <summary>Takes the last rule out of a set.</summary>
    /// <returns>False when the set is empty.</returns>
    public static bool TryTakeLast(ref RuleSet set, out int place)
    {
        place = set.High != 0 ? 127 - BitOperations.LeadingZeroCount(set.High) : 63 - BitOperations.LeadingZeroCount(set.Low);
        if (set.IsEmpty)
        {
            return false;
        }

        set = set.Before(place);
        return true;
    }

    public bool Equals(RuleSet other) => _bits == other._bits;

    public override bool Equals(object? obj) => obj is RuleSet other && Equals(other);

    public override int GetHashCode() => _bits.GetHashCode();
}
