namespace CodeReference.Format;

/// <summary>The type of a table's numbers; its value is their size in bytes.</summary>
internal enum TableElement
{
    Byte = sizeof(byte),
    UShort = sizeof(ushort),
    UInt = sizeof(uint),
    ULong = sizeof(ulong),
}

/// <summary>The shape of a constant table.</summary>
/// <param name="Table">Which table it is.</param>
/// <param name="Element">The type of its numbers.</param>
/// <param name="Width">How many numbers an entry has; <see cref="BookSchema.WidthOfBook"/> when that depends on the book.</param>
internal sealed record TableShape(BookTable Table, TableElement Element, int Width);

/// <summary>
/// The shapes of all constant tables, in the order of <see cref="BookTable"/>: the one place that states them. The compiler
/// emits by it, an image is written, read and checked by it, and a test holds <c>BookTables</c> to it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class BookSchema
{
    /// <summary>The width of a table whose entries have a number for each rule or modifier of the book.</summary>
    public const int WidthOfBook = 0;

    private static readonly TableShape[] Shapes =
    [
        new(BookTable.Files, TableElement.UInt, 1),
        new(BookTable.Sections, TableElement.UInt, BookFormat.Section.Size),
        new(BookTable.Rows, TableElement.UInt, BookFormat.Row.Size),
        new(BookTable.Advisories, TableElement.UInt, BookFormat.Advisory.Size),
        new(BookTable.Codes, TableElement.ULong, 1),
        new(BookTable.CodeCells, TableElement.UInt, 1),
        new(BookTable.ProcedureBlocks, TableElement.UShort, 1),
        new(BookTable.ProcedureWords, TableElement.ULong, 1),
        new(BookTable.MentionStarts, TableElement.UInt, 1),
        new(BookTable.Mentions, TableElement.UInt, 1),
        new(BookTable.ModifierPlaces, TableElement.UShort, ModifierPair.Characters),
        new(BookTable.ModifierRanks, TableElement.Byte, 1),
        new(BookTable.ModifierRules, TableElement.ULong, BookFormat.ModifierRules.Size),
        new(BookTable.Publications, TableElement.ULong, 1),
        new(BookTable.ProcedurePublications, TableElement.UInt, 1),
        new(BookTable.TitleRows, TableElement.UInt, 1),
        new(BookTable.CodeStatuses, TableElement.Byte, 1),
        new(BookTable.PeriodStarts, TableElement.UInt, 1),
        new(BookTable.Periods, TableElement.UInt, BookFormat.Period.Size),
        new(BookTable.CompleteSets, TableElement.Byte, 1),
        new(BookTable.ProcedurePeriodStarts, TableElement.UInt, 1),
        new(BookTable.ProcedurePeriods, TableElement.UInt, BookFormat.ProcedurePeriod.Size),
        new(BookTable.ProcedureRules, TableElement.ULong, BookFormat.RuleSets.Size),
        new(BookTable.ProcedureClasses, TableElement.ULong, BookFormat.ProcedureClass.Size),
        new(BookTable.ListedModifiers, TableElement.ULong, WidthOfBook),
        new(BookTable.Rules, TableElement.UInt, BookFormat.Rule.Size),
        new(BookTable.SelectionRules, TableElement.UInt, BookFormat.SelectionRule.Size),
        new(BookTable.RuleSets, TableElement.ULong, BookFormat.FamilyMask.Size),
        new(BookTable.Payers, TableElement.UInt, BookFormat.Payer.Size),
        new(BookTable.PayerRules, TableElement.ULong, BookFormat.RuleSets.Size),
        new(BookTable.PayerSeverities, TableElement.Byte, WidthOfBook),
        new(BookTable.PayerRanks, TableElement.Byte, WidthOfBook),
        new(BookTable.InputRules, TableElement.ULong, BookFormat.InputRules.Size),
        new(BookTable.InputValues, TableElement.ULong, BookFormat.InputValue.Size),
        new(BookTable.DiagnosisSides, TableElement.Byte, 1),
        new(BookTable.Selection, TableElement.UInt, BookFormat.Selection.Size),
        new(BookTable.SelectionSites, TableElement.ULong, 1),
        new(BookTable.Techniques, TableElement.UInt, 1),
        new(BookTable.AnatomicSites, TableElement.UInt, 1),
        new(BookTable.Terms, TableElement.UInt, BookFormat.Term.Size),
        new(BookTable.TermMeanings, TableElement.ULong, 1),
        new(BookTable.PhraseCells, TableElement.UInt, 1),
        new(BookTable.Phrases, TableElement.UInt, 1),
        new(BookTable.Checklist, TableElement.ULong, BookFormat.Checklist.Size),
        new(BookTable.EditStarts, TableElement.UInt, 1),
        new(BookTable.EditProcedures, TableElement.UShort, 1),
        new(BookTable.EditKinds, TableElement.UInt, 1),
        new(BookTable.EditLines, TableElement.UInt, 1),
        new(BookTable.EditDetails, TableElement.UInt, BookFormat.EditDetail.Size),
        new(BookTable.SearchWords, TableElement.UInt, 1),
        new(BookTable.SearchStarts, TableElement.UInt, 1),
        new(BookTable.SearchPostings, TableElement.ULong, 1),
        new(BookTable.SearchTitleLengths, TableElement.Byte, 1),
    ];

    /// <summary>The shapes of all tables, in their order.</summary>
    public static ReadOnlySpan<TableShape> Tables => Shapes;

    /// <summary>The shape of a table.</summary>
    public static TableShape Of(BookTable table) => Shapes[(int)table];
}
