namespace CodeReference.Compiled;

/// <summary>
/// Sets of rules, each a bit mask over the rows of the rule table. After one set for each <see cref="RuleKind"/>, in its
/// order, come those that a <see cref="RuleGroup"/> names.
/// Compiled into the library and into the compiler.
/// </summary>
internal enum RuleGroup
{
    /// <summary>Rules whose condition is a fee-schedule indicator of the procedure.</summary>
    ByIndicator = RuleKind.SizeUnit + 1,

    /// <summary>Rules whose condition is the class of the procedure.</summary>
    ByClass,

    /// <summary>Rules whose condition is the payer.</summary>
    ByPayer,

    /// <summary>Rules that dispute a modifier: not applicable, and more than information.</summary>
    Disputing,

    /// <summary>Rules by which dropping their modifiers is always right.</summary>
    Dropping,
}
