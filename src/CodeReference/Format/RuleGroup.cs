namespace CodeReference.Format;

/// <summary>
/// Sets of rules about modifiers, each a bit mask. After one set for each <see cref="RuleKind"/>, in its
/// order, come those that a <see cref="RuleGroup"/> names.
/// Compiled into the library and into the compiler.
/// </summary>
internal enum RuleGroup
{
    /// <summary>Rules that dispute a modifier: not applicable or not in force, and more than information.</summary>
    Disputing = RuleKind.SharedPayer + 1,

    /// <summary>Rules by which modifiers contradict each other: conflict or exclusive, and more than information.</summary>
    Contradicting,

    /// <summary>Rules by which dropping their modifiers is always right.</summary>
    Dropping,

    /// <summary>Rules by which moving their modifiers to the front is always right.</summary>
    MovingFirst,
}
