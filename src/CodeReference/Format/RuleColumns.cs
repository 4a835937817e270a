namespace CodeReference.Format;

/// <summary>
/// Where the cells of a modifier rule stand in its row.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class RuleColumns
{
    public const SectionKind Table = SectionKind.ModifierRules;

    public const int Rule = 0;
    public const int Kind = 1;
    public const int Modifiers = 2;
    public const int With = 3;
    public const int Condition = 4;
    public const int Severity = 5;
    public const int BindingSeverity = 6;
    public const int CertainFix = 7;
    public const int Message = 8;
    public const int Fix = 9;
    public const int Source = 10;

    /// <summary>The certain fix of taking the rule's modifiers off the line.</summary>
    public const string DropModifiers = "drop modifiers";

    /// <summary>The certain fix of putting the rule's modifiers in front of all others.</summary>
    public const string MoveFirst = "move modifiers first";

    /// <summary>The severity by which a payer has none of a rule.</summary>
    public const string Off = "off";
}

/// <summary>Where the cells of a rule of code selection stand in its row.</summary>
internal static class SelectionRuleColumns
{
    public const SectionKind Table = SectionKind.SelectionRules;

    public const int SelectionRule = 0;
    public const int Kind = 1;
    public const int Severity = 2;
    public const int Message = 3;
    public const int Fix = 4;
    public const int Source = 5;
}
