namespace CodeReference.Format;

/// <summary>
/// Where in an entry of each constant table each number stands; the shapes of the tables are in <see cref="BookSchema"/>.
/// Compiled into the library, which reads, and into the compiler, which writes.
/// </summary>
internal static class BookFormat
{
    /// <summary>Texts end with this; no cell holds it.</summary>
    public const byte EndOfText = (byte)'\n';

    /// <summary>A text's address: the shard above these bits, the offset in the shard in them.</summary>
    public const int ShardBits = 16;

    /// <summary>Absence, where 0 is a value.</summary>
    public const uint None = uint.MaxValue;

    /// <summary>The sections of a publication, in the order of <see cref="SectionKind"/>.</summary>
    public const int SectionsPerPublication = (int)SectionKind.OtherText + 1;

    /// <summary>The lowest rank: that of a modifier which no registry ranks.</summary>
    public const int LastRank = 5;

    /// <summary>The most groups of modifiers that a payer can want first: a rank has 8 bits, and the general ranks come after.</summary>
    public const int MaxFirstGroups = byte.MaxValue - LastRank;

    /// <summary>The most procedures of a book with NCCI edits: an edit holds the place of its second procedure in 16 bits.</summary>
    public const int MaxEditProcedures = 1 << 16;

    /// <summary>The most techniques, the most sites, and the most documentation elements: the bits of a meaning.</summary>
    public const int MaxMeanings = 64;

    /// <summary>The length of a title that is this long or longer, in bytes.</summary>
    public const int MaxTitleLength = byte.MaxValue;

    public static class Section
    {
        public const int Kind = 0;
        public const int File = 1;
        public const int FirstRow = 2;
        public const int Columns = 3;
        /// <summary>The address of the table's title; that of an empty text for prose.</summary>
        public const int Title = 4;
        public const int Size = 5;
    }

    public static class Row
    {
        public const int Text = 0;
        public const int Line = 1;
        public const int Column = 2;
        public const int Size = 3;
    }

    /// <summary>A row, and a row of the compiler's own that says something about it; sorted by the row.</summary>
    public static class Advisory
    {
        public const int Row = 0;
        public const int Diagnostic = 1;
        public const int Size = 2;
    }

    /// <summary>What many NCCI edits have in common.</summary>
    public static class EditDetail
    {
        public const int File = 0;
        /// <summary>The first day as 20240701; 0 when the file does not say.</summary>
        public const int Effective = 1;
        /// <summary>The last day; 0 while in force.</summary>
        public const int Deleted = 2;
        /// <summary>The character of the modifier indicator.</summary>
        public const int ModifierIndicator = 3;
        /// <summary>The address of the rationale.</summary>
        public const int Rationale = 4;
        public const int Size = 5;
    }

    public static class Rule
    {
        public const int Row = 0;
        public const int Kind = 1;
        /// <summary>For "more than": the number. For an indicator: its column.</summary>
        public const int Argument = 2;
        public const int Size = 3;
    }

    public static class SelectionRule
    {
        public const int Row = 0;
        public const int Kind = 1;
        public const int Severity = 2;
        public const int Size = 3;
    }

    public static class Payer
    {
        public const int Row = 0;
        public const int IsBinding = 1;
        public const int IsShared = 2;
        /// <summary>The place of its first rank; <see cref="None"/> when it asks for no order of its own.</summary>
        public const int Ranks = 3;
        public const int Size = 4;
    }

    /// <summary>A severity, and whether it is at most a warning against a modifier that the publication lists.</summary>
    public static class PayerSeverity
    {
        public const int Mask = 3;
        public const int IsMild = 4;
    }

    /// <summary>A set of rules of one family, a bit for each: its low and its high half.</summary>
    public static class FamilyMask
    {
        public const int Low = 0;
        public const int High = 1;
        public const int Size = 2;
    }

    /// <summary>A set of rules: a <see cref="FamilyMask"/> for each <see cref="RuleFamily"/>, in its order.</summary>
    public static class RuleMask
    {
        public const int Modifiers = (int)RuleFamily.Modifiers * FamilyMask.Size;
        public const int Line = (int)RuleFamily.Line * FamilyMask.Size;
        public const int Size = RuleFamilies.Count * FamilyMask.Size;
    }

    /// <summary>Two sets of rules: those whose conditions are met, and those that are met or cannot be decided.</summary>
    public static class RuleSets
    {
        public const int Met = 0;
        public const int Possible = Met + RuleMask.Size;
        public const int Size = Possible + RuleMask.Size;
    }

    /// <summary>The sets of rules about modifiers that name a modifier.</summary>
    public static class ModifierRules
    {
        /// <summary>Those that name it under Modifiers.</summary>
        public const int Own = 0;
        /// <summary>Those that name it under With.</summary>
        public const int With = Own + FamilyMask.Size;
        public const int Size = With + FamilyMask.Size;
    }

    /// <summary>What is official about a code from a first to a last day.</summary>
    public static class Period
    {
        /// <summary>The first day as 20251231; 0 when no source states one.</summary>
        public const int FirstDay = 0;
        /// <summary>The last day; 0 while none is stated.</summary>
        public const int LastDay = 1;
        /// <summary>A <c>CodeStatus</c>.</summary>
        public const int Status = 2;
        /// <summary>The row that has the code.</summary>
        public const int OfficialRow = 3;
        /// <summary>The row of the official title; <see cref="None"/> when there is none.</summary>
        public const int TitleRow = 4;
        /// <summary>The row that states the last day, or else the first.</summary>
        public const int DatedRow = 5;
        public const int Size = 6;
    }

    /// <summary>What is official about a procedure from a first to a last day; the days as in <see cref="Period"/>.</summary>
    public static class ProcedurePeriod
    {
        public const int FirstDay = 0;
        public const int LastDay = 1;
        /// <summary>The row of its fee-schedule indicators; <see cref="None"/> when there is none.</summary>
        public const int Indicators = 2;
        /// <summary>The row of its medically unlikely edit; <see cref="None"/> when there is none.</summary>
        public const int Limit = 3;
        /// <summary>The most units by that edit; <see cref="None"/> without one.</summary>
        public const int Units = 4;
        public const int Size = 5;
    }

    /// <summary>A range of procedures, both ends included, and what is decided for one of which only this range is known.</summary>
    public static class ProcedureClass
    {
        public const int From = 0;
        public const int To = 1;
        /// <summary>Entries of <see cref="BookFormat.RuleSets"/>.</summary>
        public const int Rules = 2;
        public const int Size = Rules + RuleSets.Size;
    }

    /// <summary>The sets of rules that an input decides.</summary>
    public static class InputRules
    {
        /// <summary>Those that ask about it.</summary>
        public const int Asking = 0;
        /// <summary>Those that hold for any value which no condition names.</summary>
        public const int OfAnyValue = Asking + RuleMask.Size;
        public const int Size = OfAnyValue + RuleMask.Size;
    }

    public static class InputValue
    {
        public const int Input = 0;
        public const int From = 1;
        public const int To = 2;
        /// <summary>A <see cref="RuleMask"/>.</summary>
        public const int Rules = 3;
        public const int Size = Rules + RuleMask.Size;
    }

    public static class Selection
    {
        public const int Row = 0;
        public const int Slot = 1;
        public const int Technique = 2;
        public const int Unit = 3;
        /// <summary>Thousandths; the range begins above it. <see cref="None"/> when the code has no size.</summary>
        public const int Above = 4;
        /// <summary>Thousandths, included; <see cref="None"/> for an open end.</summary>
        public const int UpTo = 5;
        /// <summary>Thousandths that each unit of an add-on covers; 0 for a primary code.</summary>
        public const int EachAdditional = 6;
        /// <summary>The entry of the add-on that continues this code; <see cref="None"/> when there is none.</summary>
        public const int AddOn = 7;
        /// <summary>The row of the site group; <see cref="None"/> when no table has it.</summary>
        public const int SiteGroupRow = 8;
        public const int Size = 9;
    }

    public static class Term
    {
        public const int Kind = 0;
        public const int Text = 1;
        public const int Row = 2;
        /// <summary>A <see cref="TermStatus"/>.</summary>
        public const int Standing = 3;
        public const int Size = 4;
    }

    public static class Checklist
    {
        public const int Row = 0;
        /// <summary>A bit for each technique.</summary>
        public const int Techniques = 1;
        /// <summary>A set of <see cref="ElementFact"/>.</summary>
        public const int Facts = 2;
        public const int Size = 3;
    }
}
