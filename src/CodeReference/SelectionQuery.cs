namespace CodeReference;

/// <summary>What is known of a procedure whose code is sought. Any part may be missing; not all of them.</summary>
public sealed record SelectionQuery
{
    /// <summary>The largest size, in either unit: no wound is longer or wider.</summary>
    public const double MaxSize = 100_000;

    /// <summary>The number of candidates when the query does not say.</summary>
    public const int DefaultCandidates = 10;

    /// <summary>How the wound was closed: "adjacent tissue transfer", "layered closure"; empty when not known.</summary>
    public string Technique { get; init; } = "";

    /// <summary>Where on the body: "forearm"; empty when not known.</summary>
    public string AnatomicSite { get; init; } = "";

    /// <summary>The length of a repair, or the area of a transfer; null when not known. Above 0, up to <see cref="MaxSize"/>.</summary>
    public double? Size { get; init; }

    /// <summary>The unit of <see cref="Size"/>.</summary>
    public SizeUnit Unit { get; init; }

    /// <summary>The most candidates to return, at least 1.</summary>
    public int MaxCandidates { get; init; } = DefaultCandidates;
}
