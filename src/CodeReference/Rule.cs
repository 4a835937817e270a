using CodeReference.Compiled;
using Format = CodeReference.Compiled.BookFormat;

namespace CodeReference;

/// <summary>A row of the rule table.</summary>
/// <param name="book">The book.</param>
/// <param name="number">The rule's bit in a mask.</param>
internal readonly struct Rule(BookReader book, int number)
{
    public RuleKind Kind => (RuleKind)Value(Format.Rule.Kind);

    /// <summary>What anyone is told.</summary>
    public Severity Severity => (Severity)Value(Format.Rule.Severity);

    /// <summary>What a payer's claim is told whom indicators bind.</summary>
    public Severity BindingSeverity => (Severity)Value(Format.Rule.BindingSeverity);

    /// <summary>For "more than": the number. For an indicator: its column.</summary>
    public int Argument => (int)Value(Format.Rule.Argument);

    public string Id => book.Cell(Row, RuleColumns.Id).ToString();

    public string Message => book.Cell(Row, RuleColumns.Message).ToString();

    public string Fix => book.Cell(Row, RuleColumns.Fix).ToString();

    public string Source => book.Cell(Row, RuleColumns.Source).ToString();

    public Citation Citation => book.CitationOf(Row);

    private int Row => (int)Value(Format.Rule.Row);

    /// <summary>Whether the rule names a modifier, under Modifiers or under With.</summary>
    public bool Names(ModifierCode modifier)
    {
        var place = modifier.IsEmpty ? -1 : book.PlaceOf(modifier);
        if (place < 0)
        {
            return false;
        }

        var rules = book.Tables.ModifierRules;
        return ((RuleSet.At(rules, place * 2) | RuleSet.At(rules, (place * 2) + 1)) >> number & 1) != 0;
    }

    /// <summary>The row of a procedure's fee-schedule indicators, when the rule asks about one; else -1.</summary>
    public int IndicatorRow(ProcedureCode procedure)
    {
        var slot = book.SlotOf(procedure.Key);
        if (slot < 0 || (RuleSet.Of(book, RuleGroup.ByIndicator) >> number & 1) == 0)
        {
            return -1;
        }

        var row = book.Tables.ProcedureIndicators[slot - book.ProcedureStart];
        return row == Format.None ? -1 : (int)row;
    }

    private uint Value(int field) => book.Tables.Rules[(number * Format.Rule.Size) + field];
}
