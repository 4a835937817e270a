namespace CodeReference;

/// <summary>What is to be said of a modifier on a claim line. From best to worst: the worst reason wins.</summary>
public enum Verdict
{
    /// <summary>No verdict: the default.</summary>
    None = 0,

    /// <summary>The publication of the procedure lists it.</summary>
    Listed = 1,

    /// <summary>Listed, and something that the question leaves open decides.</summary>
    Conditional = 2,

    /// <summary>A real modifier that the publication of the procedure does not list.</summary>
    NotListed = 3,

    /// <summary>A real modifier, and the book has no publication of the procedure. Not a pass.</summary>
    NoData = 4,

    /// <summary>Listed, and an official rule or indicator says that it does not apply.</summary>
    Disputed = 5,

    /// <summary>It contradicts another modifier of the line.</summary>
    Conflict = 6,

    /// <summary>It is in no registry.</summary>
    Unrecognized = 7,

    /// <summary>It is not two of A-Z and 0-9.</summary>
    Malformed = 8,
}
