namespace CodeReference;

/// <summary>What is to be done with a claim line.</summary>
public enum Outcome
{
    /// <summary>No outcome: the default.</summary>
    None = 0,

    /// <summary>Nothing speaks against the line.</summary>
    Accept = 1,

    /// <summary>Someone should look: a verdict is worse than listed, or a finding is a warning.</summary>
    Review = 2,

    /// <summary>The book has no publication of the procedure. Not a pass.</summary>
    NoData = 3,

    /// <summary>A finding is an error.</summary>
    Reject = 4,
}
