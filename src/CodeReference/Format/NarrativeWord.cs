namespace CodeReference.Format;

/// <summary>
/// What a word of a narrative does, as the classes of the narrative words table say.
/// Compiled into the library and into the compiler.
/// </summary>
internal enum NarrativeWord
{
    /// <summary>A centimeter.</summary>
    Centimeter,

    /// <summary>A millimeter: a tenth of a centimeter.</summary>
    Millimeter,

    /// <summary>A square centimeter.</summary>
    SquareCentimeter,

    /// <summary>A square millimeter: a hundredth of a square centimeter.</summary>
    SquareMillimeter,

    /// <summary>Stands between the length and the width of a defect.</summary>
    By,

    /// <summary>Joins the sizes of several wounds.</summary>
    And,

    /// <summary>Joins the sizes of several wounds, and says that they are several.</summary>
    Another,

    /// <summary>Stands between the two ends of a range, which is no size.</summary>
    To,

    /// <summary>Makes the size that follows a bound, which is no size.</summary>
    Bound,

    /// <summary>Names several wounds.</summary>
    Wounds,

    /// <summary>Says that a size is that of the primary defect.</summary>
    PrimaryDefect,

    /// <summary>Says that a size is that of the secondary defect.</summary>
    SecondaryDefect,

    /// <summary>Says that a size is the sum of all.</summary>
    Total,

    /// <summary>Says that a size beside it is not that of a wound.</summary>
    OtherMeasure,

    /// <summary>What follows in the clause is not said of the procedure.</summary>
    Negator,

    /// <summary>What stands before in the clause is not said of the procedure.</summary>
    Shortfall,

    /// <summary>The clause around the word does not describe the procedure.</summary>
    Denial,

    /// <summary>Ends a clause.</summary>
    Turn,

    /// <summary>The left side.</summary>
    Left,

    /// <summary>The right side.</summary>
    Right,

    /// <summary>Both sides.</summary>
    Bilateral,

    /// <summary>Words that look like a term but are not one.</summary>
    Idiom,

    /// <summary>Says nothing beside a term.</summary>
    Filler,
}
