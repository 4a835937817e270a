using System.Globalization;
using CodeReference.Format;

namespace CodeReference;

/// <summary>A size in one of the units, exact as it was given.</summary>
/// <remarks>Immutable. <c>default</c> is none.</remarks>
internal readonly struct WoundSize
{
    private const int Thousand = 1000;

    // However small, a size above 0 stays above 0.
    private static readonly decimal Smallest = new(1, 0, 0, isNegative: false, scale: 28);

    private WoundSize(decimal value)
    {
        Value = Math.Max(value, Smallest);
        Ceiling = (ulong)decimal.Ceiling(Value * Thousand);
    }

    /// <summary>The number.</summary>
    public decimal Value { get; }

    /// <summary>The size in thousandths, made whole upwards: it is in the same ranges, whose ends are whole.</summary>
    public ulong Ceiling { get; }

    public bool IsGiven => Ceiling > 0;

    public static WoundSize Of(double value) => new((decimal)value);

    public static WoundSize Of(decimal value) => new(value);

    /// <summary>Whether the size is less than one in thousandths.</summary>
    public bool IsLessThan(ulong thousandths) => Ceiling < thousandths || (Ceiling == thousandths && Value * Thousand < thousandths);

    /// <summary>"8 sq cm".</summary>
    public string ToText(SizeUnit unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Value:0.############################} {SelectionColumns.NameOf(unit)}");
}
