namespace CodeReference.Compiled;

/// <summary>
/// The tables of numbers that a book consists of, beside its text; what each holds, <c>BookTables</c> says.
/// Compiled into the library and into the compiler.
/// </summary>
internal enum BookTable
{
    Files,
    Sections,
    Rows,
    Advisories,
    Codes,
    CodeCells,
    ProcedureBlocks,
    ProcedureWords,
    MentionStarts,
    Mentions,
    ModifierPlaces,
    ModifierRanks,
    ModifierRules,
    Publications,
    ProcedurePublications,
    ProcedureIndicators,
    ProcedureRules,
    ProcedureClasses,
    ListedModifiers,
    Rules,
    RuleSets,
    Payers,
    PayerRules,
    Selection,
    SelectionSites,
    Techniques,
    AnatomicSites,
    Terms,
    TermMeanings,
    EditStarts,
    EditProcedures,
    EditKinds,
    EditLines,
    EditDetails,
    SearchWords,
    SearchStarts,
    SearchPostings,
    SearchTitleLengths,
}
