namespace CodeReference;

/// <summary>What a size is measured in.</summary>
#if COMPILER
internal
#else
public
#endif
enum SizeUnit
{
    /// <summary>No unit: not measured, or not given.</summary>
    None = 0,

    /// <summary>Length in centimeters, for repairs.</summary>
    Centimeter = 1,

    /// <summary>Area in square centimeters, for tissue transfers.</summary>
    SquareCentimeter = 2,
}
