using System.Globalization;
using System.Text;

namespace CodeReference;

/// <summary>What is known of a procedure whose code is sought. Any part may be missing; not all of them.</summary>
public sealed record SelectionQuery
{
    /// <summary>The largest size, in either unit, and the largest sum of sizes: no wound is longer or wider.</summary>
    public const double MaxSize = 100_000;

    /// <summary>The number of candidates when the query does not say.</summary>
    public const int DefaultCandidates = 10;

    /// <summary>The longest narrative, in bytes of UTF-8.</summary>
    public const int MaxNarrativeLength = 8192;

    /// <summary>The most wounds.</summary>
    public const int MaxWounds = 50;

    /// <summary>How the wound was closed: "adjacent tissue transfer", "layered closure"; empty when not known.</summary>
    public string Technique { get; init; } = "";

    /// <summary>Where on the body: "forearm", "left forearm"; empty when not known.</summary>
    public string AnatomicSite { get; init; } = "";

    /// <summary>The length of a repair, or the area of a transfer, all wounds together; null when not known. Above 0, up to <see cref="MaxSize"/>.</summary>
    public double? Size { get; init; }

    /// <summary>The unit of <see cref="Size"/>.</summary>
    public SizeUnit Unit { get; init; }

    /// <summary>The wounds by their sides, for a size that is to be added up; empty when not known. At most <see cref="MaxWounds"/>.</summary>
    public IReadOnlyList<Wound> Wounds { get; init; } = [];

    /// <summary>What happened, in words, to find technique, site and size in; empty when not known. At most <see cref="MaxNarrativeLength"/>.</summary>
    public string Narrative { get; init; } = "";

    /// <summary>The most candidates to return, at least 1.</summary>
    public int MaxCandidates { get; init; } = DefaultCandidates;

    internal static void ThrowIfInvalid(SelectionQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.MaxCandidates, 1, nameof(query));
        if (query.Size is { } size)
        {
            if (!(size > 0 && size <= MaxSize))
            {
                Throw(string.Create(CultureInfo.InvariantCulture, $"The size is {size}; expected a number above 0, up to {MaxSize}."), query);
            }

            if (query.Unit is not (SizeUnit.Centimeter or SizeUnit.SquareCentimeter))
            {
                Throw("The size has no unit; expected centimeters or square centimeters.", query);
            }
        }
        else if (query.Wounds.Count == 0 && string.IsNullOrWhiteSpace(query.Technique) && string.IsNullOrWhiteSpace(query.AnatomicSite) && string.IsNullOrWhiteSpace(query.Narrative))
        {
            Throw("Nothing is given; expected a technique, an anatomic site, a size or a narrative.", query);
        }

        if (query.Wounds.Count > 0)
        {
            ThrowIfWoundsAreInvalid(query);
        }

        if (query.Narrative.Length > MaxNarrativeLength || (query.Narrative.Length > MaxNarrativeLength / 3 && Encoding.UTF8.GetByteCount(query.Narrative) > MaxNarrativeLength))
        {
            Throw(string.Create(CultureInfo.InvariantCulture, $"The narrative is longer than {MaxNarrativeLength} bytes."), query);
        }
    }

    private static void ThrowIfWoundsAreInvalid(SelectionQuery query)
    {
        if (query.Wounds.Count > MaxWounds)
        {
            Throw(string.Create(CultureInfo.InvariantCulture, $"There are {query.Wounds.Count} wounds; expected at most {MaxWounds}."), query);
        }

        var (length, area) = (0.0, 0.0);
        foreach (var wound in query.Wounds)
        {
            if (!(wound.Length > 0 && wound.Length <= MaxSize && wound.Width >= 0 && wound.Width <= MaxSize))
            {
                Throw(string.Create(CultureInfo.InvariantCulture, $"A wound is {wound.Length} by {wound.Width}; expected a length above 0 and a width of 0 or more, both up to {MaxSize}."), query);
            }

            length += wound.Length;
            area += wound.Length * wound.Width;
        }

        if (length > MaxSize || area > MaxSize)
        {
            Throw(string.Create(CultureInfo.InvariantCulture, $"The wounds together are larger than {MaxSize}."), query);
        }
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void Throw(string message, SelectionQuery query) => throw new ArgumentException(message, nameof(query));
}
