using CodeReference.Format;

namespace CodeReference;

/// <summary>A row of the rule table.</summary>
/// <param name="book">The book.</param>
/// <param name="number">The number of the rule.</param>
internal readonly struct Rule(BookReader book, int number)
{
    public RuleKind Kind => (RuleKind)Value(BookFormat.Rule.Kind);

    /// <summary>For "more than": the number. For an indicator: its column.</summary>
    public int Argument => (int)Value(BookFormat.Rule.Argument);

    public string Id => Texts.Id;

    public BookText IdText => Texts.IdText;

    public BookText Message => Texts.Message;

    public BookText Fix => Texts.Fix;

    public string Source => Texts.Source;

    public Citation Citation => Texts.Citation;

    /// <summary>The row of the rule table.</summary>
    public int Row => (int)Value(BookFormat.Rule.Row);

    private RuleTexts Texts => book.TextsOf(number);

    /// <summary>Whether the rule names a modifier, under Modifiers or under With.</summary>
    public bool Names(ModifierCode modifier)
    {
        var place = modifier.IsEmpty || RuleFamilies.Of(number) != RuleFamily.Modifiers ? -1 : book.PlaceOf(modifier);
        if (place < 0)
        {
            return false;
        }

        var rules = book.Tables.ModifierRules;
        var start = place * BookFormat.ModifierRules.Size;
        var naming = RuleSet.At(rules, start + BookFormat.ModifierRules.Own) | RuleSet.At(rules, start + BookFormat.ModifierRules.With);
        return naming.Has(number);
    }

    /// <summary>Whether the rule cannot run without an input.</summary>
    public bool Asks(RuleInput input) => book.RuleMasks.Asking(input).Has(number);

    /// <summary>How much the rule weighs where no payer says otherwise.</summary>
    public Severity Severity => (Severity)(Weight(0) & BookFormat.PayerSeverity.Mask);

    /// <summary>Whether the rule weighs more or less for a payer, or is not softened for it.</summary>
    public bool IsWeighedBy(Payer payer) => Weight(payer.Entry) != Weight(0);

    private byte Weight(int entry) => book.Tables.PayerSeverities[(entry * (book.Tables.Rules.Length / BookFormat.Rule.Size)) + book.IndexOfRule(number)];

    private uint Value(int field) => book.Tables.Rules[(book.IndexOfRule(number) * BookFormat.Rule.Size) + field];
}
