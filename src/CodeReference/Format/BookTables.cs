using System.ComponentModel;

namespace CodeReference.Format;

/// <summary>A shard of a book's text: constant UTF-8, at most 64 KB unless one row is longer.</summary>
/// <remarks>For compiled code; a book is read through <see cref="ReferenceBook"/>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TextShard
{
    /// <summary>The bytes: texts, each ended by a line feed.</summary>
    public abstract ReadOnlySpan<byte> Bytes { get; }
}

/// <summary>The constant tables of a compiled book, which live in its assembly and take no memory of their own.</summary>
/// <remarks>For compiled code; a book is read through <see cref="ReferenceBook"/>. Layout: <c>BookFormat</c>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BookTables
{
    /// <summary>The edition's content hash, label, and the compiler's version.</summary>
    public abstract Edition Edition { get; }

    /// <summary>The text pool.</summary>
    public abstract TextShard[] Text { get; }

    /// <summary>For each source file, the address of its path.</summary>
    public abstract ReadOnlySpan<uint> Files { get; }

    /// <summary>For each section: kind, file, first row, columns, address of its title. Reference tables first, then the sections of each publication, then an end mark.</summary>
    public abstract ReadOnlySpan<uint> Sections { get; }

    /// <summary>For each row: address of its text, line, column.</summary>
    public abstract ReadOnlySpan<uint> Rows { get; }

    /// <summary>For each row that the compiler says something about, in their order: the row, and the row that says it.</summary>
    public abstract ReadOnlySpan<uint> Advisories { get; }

    /// <summary>The keys of all codes, sorted: a code's slot is its place here.</summary>
    public abstract ReadOnlySpan<ulong> Codes { get; }

    /// <summary>An open-addressing table of all codes but procedures: for each cell one more than the slot, or 0.</summary>
    public abstract ReadOnlySpan<uint> CodeCells { get; }

    /// <summary>For each block of the space of procedures: one more than its place in <see cref="ProcedureWords"/>, or 0.</summary>
    public abstract ReadOnlySpan<ushort> ProcedureBlocks { get; }

    /// <summary>The words of the blocks: a bit for each procedure, and how many come before the word.</summary>
    public abstract ReadOnlySpan<ulong> ProcedureWords { get; }

    /// <summary>For each slot and the end: where its run in <see cref="Mentions"/> begins.</summary>
    public abstract ReadOnlySpan<uint> MentionStarts { get; }

    /// <summary>The rows that are about a code, slot by slot.</summary>
    public abstract ReadOnlySpan<uint> Mentions { get; }

    /// <summary>For each pair of characters: one more than the modifier's place among modifiers, or 0.</summary>
    public abstract ReadOnlySpan<ushort> ModifierPlaces { get; }

    /// <summary>For each modifier: its rank, or 0 when no registry has it.</summary>
    public abstract ReadOnlySpan<byte> ModifierRanks { get; }

    /// <summary>For each modifier: the rules about modifiers that name it under Modifiers (low and high half), and those under With.</summary>
    public abstract ReadOnlySpan<ulong> ModifierRules { get; }

    /// <summary>For each publication: the key of its procedure, sorted.</summary>
    public abstract ReadOnlySpan<ulong> Publications { get; }

    /// <summary>For each procedure: one more than its publication, or 0.</summary>
    public abstract ReadOnlySpan<uint> ProcedurePublications { get; }

    /// <summary>For each slot: the row that says what the code is called, or none.</summary>
    public abstract ReadOnlySpan<uint> TitleRows { get; }

    /// <summary>For each slot: the status of the code where no date is given.</summary>
    public abstract ReadOnlySpan<byte> CodeStatuses { get; }

    /// <summary>For each slot and the end: where its run in <see cref="Periods"/> begins.</summary>
    public abstract ReadOnlySpan<uint> PeriodStarts { get; }

    /// <summary>What is official about a code from a first to a last day, slot by slot, the earliest first: first day, last day, status, and the rows of the code, its title and its days.</summary>
    public abstract ReadOnlySpan<uint> Periods { get; }

    /// <summary>For each code set: 1 when a source of the book has all its codes.</summary>
    public abstract ReadOnlySpan<byte> CompleteSets { get; }

    /// <summary>For each procedure and the end: where its run in <see cref="ProcedurePeriods"/> begins.</summary>
    public abstract ReadOnlySpan<uint> ProcedurePeriodStarts { get; }

    /// <summary>What is official about a procedure from a first to a last day, the earliest first: first day, last day, the rows of its indicators and of its medically unlikely edit, and the most units.</summary>
    public abstract ReadOnlySpan<uint> ProcedurePeriods { get; }

    /// <summary>For each entry of <see cref="ProcedurePeriods"/>: the rules whose conditions on the procedure are met (a mask of each family), and those that are met or cannot be decided.</summary>
    public abstract ReadOnlySpan<ulong> ProcedureRules { get; }

    /// <summary>
    /// For each range of procedures, and at the end for any other: from, to, and for a procedure of which only its class is
    /// known the rules whose conditions are met (a mask of each family), and those that are met or cannot be decided.
    /// </summary>
    public abstract ReadOnlySpan<ulong> ProcedureClasses { get; }

    /// <summary>For each publication: a bit for each modifier, whether it is listed.</summary>
    public abstract ReadOnlySpan<ulong> ListedModifiers { get; }

    /// <summary>For each rule, family by family: row, kind, argument.</summary>
    public abstract ReadOnlySpan<uint> Rules { get; }

    /// <summary>For each rule of code selection: row, kind, severity.</summary>
    public abstract ReadOnlySpan<uint> SelectionRules { get; }

    /// <summary>Named sets of rules, each of one family (low and high half).</summary>
    public abstract ReadOnlySpan<ulong> RuleSets { get; }

    /// <summary>For each payer: row, whether indicators bind it, whether several payers share its name, the place of its ranks in <see cref="PayerRanks"/>.</summary>
    public abstract ReadOnlySpan<uint> Payers { get; }

    /// <summary>For no payer and for each payer: the rules whose conditions on it are met (a mask of each family), and those that are met or cannot be decided.</summary>
    public abstract ReadOnlySpan<ulong> PayerRules { get; }

    /// <summary>For no payer and for each payer: the severity of each rule, and whether it is at most a warning against what is listed.</summary>
    public abstract ReadOnlySpan<byte> PayerSeverities { get; }

    /// <summary>For each payer that asks for an order of its own: the rank of each modifier, or 0 when no registry has it.</summary>
    public abstract ReadOnlySpan<byte> PayerRanks { get; }

    /// <summary>For each input of rules: those that ask about it (a mask of each family), and those that hold for any value which no condition names.</summary>
    public abstract ReadOnlySpan<ulong> InputRules { get; }

    /// <summary>For each value of an input that conditions name: the input, the first and the last number of the value, the rules that name it (a mask of each family).</summary>
    public abstract ReadOnlySpan<ulong> InputValues { get; }

    /// <summary>For each diagnosis: the sides that its official title speaks of.</summary>
    public abstract ReadOnlySpan<byte> DiagnosisSides { get; }

    /// <summary>For each row of code selection: row, slot, technique, unit, range, add-on, row of the site group.</summary>
    public abstract ReadOnlySpan<uint> Selection { get; }

    /// <summary>For each row of code selection: a bit for each site of its group.</summary>
    public abstract ReadOnlySpan<ulong> SelectionSites { get; }

    /// <summary>The addresses of the techniques' names.</summary>
    public abstract ReadOnlySpan<uint> Techniques { get; }

    /// <summary>The addresses of the anatomic sites' names.</summary>
    public abstract ReadOnlySpan<uint> AnatomicSites { get; }

    /// <summary>For each term, sorted by kind and text: kind, address of its text, row, standing.</summary>
    public abstract ReadOnlySpan<uint> Terms { get; }

    /// <summary>For each term: a bit for each technique, site or documentation element that it means, or the number of what it is.</summary>
    public abstract ReadOnlySpan<ulong> TermMeanings { get; }

    /// <summary>An open-addressing table of the first words of phrases: for each cell one more than the place of the first phrase, or 0.</summary>
    public abstract ReadOnlySpan<uint> PhraseCells { get; }

    /// <summary>The terms that a narrative is read with, by first word and then the longest first; the highest bit marks the last of a word.</summary>
    public abstract ReadOnlySpan<uint> Phrases { get; }

    /// <summary>For each documentation element: row, a bit for each technique that asks for it, and what shows it.</summary>
    public abstract ReadOnlySpan<ulong> Checklist { get; }

    /// <summary>For each procedure and the end: where its run in <see cref="EditProcedures"/> begins; empty without NCCI edits.</summary>
    public abstract ReadOnlySpan<uint> EditStarts { get; }

    /// <summary>The places of the procedures that are not paid beside a procedure, run by run, each sorted.</summary>
    public abstract ReadOnlySpan<ushort> EditProcedures { get; }

    /// <summary>For each edit: its entry in <see cref="EditDetails"/>.</summary>
    public abstract ReadOnlySpan<uint> EditKinds { get; }

    /// <summary>For each edit: the line of its row.</summary>
    public abstract ReadOnlySpan<uint> EditLines { get; }

    /// <summary>What edits have in common: file, dates, modifier indicator, address of the rationale.</summary>
    public abstract ReadOnlySpan<uint> EditDetails { get; }

    /// <summary>The addresses of the words that codes are searched by, and of their short beginnings ("s*"), sorted by their bytes.</summary>
    public abstract ReadOnlySpan<uint> SearchWords { get; }

    /// <summary>For each word and the end: the byte at which its run in <see cref="SearchPostings"/> begins.</summary>
    public abstract ReadOnlySpan<uint> SearchStarts { get; }

    /// <summary>
    /// The codes whose texts hold each word, run by run; eight bytes to a number, the lowest first. For each code twice its
    /// distance from the one before, which for the first is -1, and one more when the word stands in its title: seven bits
    /// to a byte, the highest bit telling that more follow. A run that would be no shorter is two sets instead, a bit for
    /// each slot: all codes, and those that have the word in their title.
    /// </summary>
    public abstract ReadOnlySpan<ulong> SearchPostings { get; }

    /// <summary>For each slot: the length of the title in bytes, at most 255.</summary>
    public abstract ReadOnlySpan<byte> SearchTitleLengths { get; }
}
