namespace CodeReference.Format;

/// <summary>
/// The kinds of rule of code selection: each is a piece of code, and a row of the table is one use of it.
/// Compiled into the library and into the compiler.
/// </summary>
internal enum SelectionRuleKind
{
    /// <summary>A size lies between two published ranges.</summary>
    SizeBetweenRanges,

    /// <summary>A size is given in a unit that the technique is not measured in.</summary>
    SizeUnit,

    /// <summary>A size is below the smallest that the technique has a code for.</summary>
    SizeBelowRanges,

    /// <summary>A site lies between published groups of sites.</summary>
    SiteBetweenGroups,

    /// <summary>A narrative gives two different values of one criterion.</summary>
    AmbiguousNarrative,

    /// <summary>A field and the narrative, or two fields, give different values of one criterion.</summary>
    FieldsDiffer,
}
