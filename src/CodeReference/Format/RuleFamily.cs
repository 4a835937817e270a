namespace CodeReference.Format;

/// <summary>
/// A family of rules: each has a mask of its own, so that no family uses up the bits of another. The number of a rule is
/// its place in its family, after <see cref="RuleFamilies.Size"/> numbers for each family before.
/// Compiled into the library and into the compiler.
/// </summary>
internal enum RuleFamily
{
    /// <summary>Rules about the modifiers of a line.</summary>
    Modifiers,

    /// <summary>Rules about the line beside its modifiers: its payer, its units.</summary>
    Line,
}

internal static class RuleFamilies
{
    /// <summary>How many families there are.</summary>
    public const int Count = (int)RuleFamily.Line + 1;

    /// <summary>The most rules of a family: the bits of a mask.</summary>
    public const int Size = BookFormat.FamilyMask.Size * 64;

    /// <summary>The family of the rules of a kind.</summary>
    public static RuleFamily Of(RuleKind kind) => kind >= RuleKind.TooManyUnits ? RuleFamily.Line : RuleFamily.Modifiers;

    /// <summary>The family of a rule by its number.</summary>
    public static RuleFamily Of(int number) => (RuleFamily)(number / Size);
}
