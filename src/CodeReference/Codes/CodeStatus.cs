namespace CodeReference;

/// <summary>What an official source says of a code.</summary>
#if COMPILER
internal
#else
public
#endif
enum CodeStatus
{
    /// <summary>No status: the default.</summary>
    None = 0,

    /// <summary>The book holds no official source that settles it. Not the same as invalid.</summary>
    Unknown = 1,

    /// <summary>The code is in its code set and may be billed.</summary>
    Valid = 2,

    /// <summary>The code is a header of its code set: only codes below it may be billed.</summary>
    NotBillable = 3,

    /// <summary>The last day on which the code may be used has passed.</summary>
    Ended = 4,

    /// <summary>The code has the format of its system and is not in its code set.</summary>
    NotInCodeSet = 5,

    /// <summary>The first day on which the code may be used is still to come.</summary>
    NotYetValid = 6,
}
