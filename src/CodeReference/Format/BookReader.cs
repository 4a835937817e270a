using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using CodeReference.Format;

namespace CodeReference;

/// <summary>Reads the constant tables of a book. All else that the library does goes through here.</summary>
internal sealed class BookReader
{
    private const int Neighbors = 3;

    // Two codes are alike when they share a system and two characters.
    private const int AlikeShift = 48;

    private readonly TextShard[] _text;

    // What answers name again and again is made a string once.
    private readonly string?[] _files;
    private readonly string?[] _titles = new string?[Enum.GetValues<SectionKind>().Length];
    private readonly RuleTexts?[] _rules;
    private readonly int _firstLineRule;

    public BookReader(BookTables tables)
    {
        Tables = tables;
        _text = tables.Text;
        ProcedureStart = FirstSlot(CodeSystem.Cpt);
        // The last entry is an end mark. Reference tables come first, then publications, each with all its sections.
        SectionCount = (tables.Sections.Length / BookFormat.Section.Size) - 1;
        while (FirstPublicationSection < SectionCount && (int)KindOf(FirstPublicationSection) >= BookFormat.SectionsPerPublication)
        {
            FirstPublicationSection++;
        }

        PublicationCount = (SectionCount - FirstPublicationSection) / BookFormat.SectionsPerPublication;
        FirstPublicationRow = FirstRowOf(FirstPublicationSection);
        DiagnosticCount = FirstRowOf(FirstSectionOtherThan(SectionKind.Diagnostics));
        DiagnosisStart = FirstSlot(CodeSystem.Icd10Cm);
        RuleMasks = new(tables);
        _files = new string?[tables.Files.Length];
        _rules = new RuleTexts?[tables.Rules.Length / BookFormat.Rule.Size];
        while (_firstLineRule < _rules.Length && KindOfRule(_firstLineRule) is var kind && RuleFamilies.Of(kind) == RuleFamily.Modifiers)
        {
            _firstLineRule++;
        }

        ModifierStart = FirstSlot(CodeSystem.Modifier);
    }

    public BookTables Tables { get; }

    public int ProcedureStart { get; }

    public int DiagnosisStart { get; }

    /// <summary>The sets of rules that are the same for every line.</summary>
    public RuleMasks RuleMasks { get; }

    public int PublicationCount { get; }

    public int RowCount => Tables.Rows.Length / BookFormat.Row.Size;

    /// <summary>How many rows are the compiler's own: the first ones.</summary>
    public int DiagnosticCount { get; }

    /// <summary>The first row of a publication; the rows before it are those of tables and code sets.</summary>
    public int FirstPublicationRow { get; }

    public int ModifierStart { get; }

    /// <summary>Whether the book has a source of all modifiers of a code set; without one no modifier can be called unknown.</summary>
    public bool HasModifierSet => IsComplete(CodeSetKind.CptModifiers) || IsComplete(CodeSetKind.HcpcsModifiers);

    private int FirstPublicationSection { get; }

    private int SectionCount { get; }

    /// <summary>The first slot of a system's codes.</summary>
    public int FirstSlot(CodeSystem system) => FirstSlot(CodeKey.First(system));

    /// <summary>The first slot whose key is not smaller than a number.</summary>
    public int FirstSlot(ulong key)
    {
        var slot = Tables.Codes.BinarySearch(key);
        return slot < 0 ? ~slot : slot;
    }

    /// <summary>The slot of a code, or -1.</summary>
    public int SlotOf(ulong key)
    {
        if (CodeKey.SystemOf(key) == CodeSystem.Cpt)
        {
            var place = PlaceOfProcedure(key);
            return place < 0 ? -1 : ProcedureStart + place;
        }

        if (key == 0)
        {
            return -1;
        }

        var slot = CodeIndex.Find(Tables.CodeCells, Tables.Codes, key);
        return slot < 0 ? -1 : slot;
    }

    /// <summary>The place of a procedure among the book's procedures, or -1.</summary>
    public int PlaceOfProcedure(ulong key)
    {
        var block = Tables.ProcedureBlocks[ProcedureSpace.BlockOf(key)] - 1;
        if (block < 0)
        {
            return -1;
        }

        var word = Tables.ProcedureWords[(block * ProcedureSpace.WordsPerBlock) + ProcedureSpace.WordOf(key)];
        var bit = ProcedureSpace.BitOf(key);
        return (word & bit) == 0 ? -1 : (int)(word >> ProcedureSpace.RankShift) + BitOperations.PopCount(word & (bit - 1));
    }

    /// <summary>The place of a modifier among the book's modifiers, or -1.</summary>
    public int PlaceOf(ModifierCode modifier) => Tables.ModifierPlaces[ModifierPair.IndexOf(modifier.Key)] - 1;

    /// <summary>The rows that are about the code of a slot.</summary>
    public ReadOnlySpan<uint> MentionsOf(int slot)
    {
        var starts = Tables.MentionStarts;
        return Tables.Mentions[(int)starts[slot]..(int)starts[slot + 1]];
    }

    /// <summary>Of some rows, the first that is about a code, or -1.</summary>
    public int FirstMention(ulong key, int firstRow, int count)
    {
        var slot = SlotOf(key);
        if (slot < 0)
        {
            return -1;
        }

        // A run is in the order of rows.
        var mentions = MentionsOf(slot);
        var place = mentions.BinarySearch((uint)firstRow);
        place = place < 0 ? ~place : place;
        return place < mentions.Length && mentions[place] < firstRow + count ? (int)mentions[place] : -1;
    }

    /// <summary>The text at an address, up to its end mark.</summary>
    public BookText TextAt(uint address) => CellAt(address, 0);

    /// <summary>A cell of a row.</summary>
    public BookText Cell(int row, int column) => CellAt(Tables.Rows[(row * BookFormat.Row.Size) + BookFormat.Row.Text], column);

    /// <summary>What a row is called, whatever its table: its first cell.</summary>
    public BookText LabelOf(int row) => Cell(row, 0);

    /// <summary>The rows of a section of a publication: the first, and how many.</summary>
    public (int First, int Count) RowsOf(int publication, SectionKind kind) =>
        RowsOfSection(FirstPublicationSection + (publication * BookFormat.SectionsPerPublication) + (int)kind);

    /// <summary>The rows of a kind of table, in all files, one after another.</summary>
    /// <param name="kind">The kind of table.</param>
    /// <param name="row">The row before, or -1.</param>
    /// <returns>False when there is none after it.</returns>
    public bool TryNextRow(SectionKind kind, ref int row)
    {
        for (var section = row < 0 ? 0 : SectionOf(row); section < FirstPublicationSection; section++)
        {
            var (first, count) = KindOf(section) == kind ? RowsOfSection(section) : default;
            var next = Math.Max(first, row + 1);
            if (next < first + count)
            {
                row = next;
                return true;
            }
        }

        return false;
    }

    /// <summary>What the compiler says of a row: where in the table of advisories, and how many.</summary>
    public (int First, int Count) AdvisoriesOf(int row)
    {
        var advisories = Tables.Advisories;
        var (low, high) = (0, advisories.Length / BookFormat.Advisory.Size);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (advisories[(middle * BookFormat.Advisory.Size) + BookFormat.Advisory.Row] < row)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var end = low;
        while (end * BookFormat.Advisory.Size < advisories.Length && advisories[(end * BookFormat.Advisory.Size) + BookFormat.Advisory.Row] == row)
        {
            end++;
        }

        return (low, end - low);
    }

    /// <summary>What the compiler says of the file of a publication: the first row, and how many.</summary>
    public (int First, int Count) DiagnosticsOf(int publication)
    {
        var file = FileNumberOf(FirstPublicationSection + (publication * BookFormat.SectionsPerPublication));
        for (var section = 0; section < SectionCount && KindOf(section) == SectionKind.Diagnostics; section++)
        {
            if (FileNumberOf(section) == file)
            {
                return RowsOfSection(section);
            }
        }

        return default;
    }

    /// <summary>What a rule is called and says, and where it stands.</summary>
    public RuleTexts TextsOf(int number) =>
        _rules[IndexOfRule(number)] ??= new(this, (int)Tables.Rules[(IndexOfRule(number) * BookFormat.Rule.Size) + BookFormat.Rule.Row]);

    /// <summary>The place of a rule in the table of rules, which has family after family.</summary>
    /// <param name="number">The number of the rule.</param>
    public int IndexOfRule(int number) => number < RuleFamilies.Size ? number : _firstLineRule + number - RuleFamilies.Size;

    /// <summary>Whether a source of the book has all codes of a code set.</summary>
    public bool IsComplete(CodeSetKind set) => Tables.CompleteSets[(int)set] != 0;

    /// <summary>The periods of a code.</summary>
    public int PeriodCount(int slot) => (int)(Tables.PeriodStarts[slot + 1] - Tables.PeriodStarts[slot]);

    /// <summary>A period of a code, the earliest first.</summary>
    public PeriodEntry PeriodAt(int slot, int index) =>
        new(Tables.Periods.Slice(((int)Tables.PeriodStarts[slot] + index) * BookFormat.Period.Size, BookFormat.Period.Size));

    /// <summary>What the newest official source says of a code.</summary>
    public bool TryGetNewestPeriod(int slot, out PeriodEntry period)
    {
        var count = PeriodCount(slot);
        period = count == 0 ? default : PeriodAt(slot, count - 1);
        return count > 0;
    }

    /// <summary>The row that says officially that there is a code, by its newest source; -1 when none does.</summary>
    public int OfficialRowOf(ulong key) => SlotOf(key) is >= 0 and var slot && TryGetNewestPeriod(slot, out var period) ? (int)period.OfficialRow : -1;

    /// <summary>The status of a code on a day; of a code without days that without a date.</summary>
    public CodeStatus StatusOn(int slot, DateOnly date)
    {
        var day = Day(date);
        var hasBegun = false;
        for (var i = PeriodCount(slot) - 1; i >= 0; i--)
        {
            var period = PeriodAt(slot, i);
            if (period.Contains(day))
            {
                return period.Status;
            }

            hasBegun |= period.FirstDay <= day;
        }

        return PeriodCount(slot) == 0 ? (CodeStatus)Tables.CodeStatuses[slot]
            : hasBegun ? CodeStatus.Ended
            : CodeStatus.NotYetValid;
    }

    /// <summary>The place in the table of procedures' periods that answers for a day; without a day the newest.</summary>
    /// <param name="place">The place of the procedure among the book's procedures.</param>
    /// <param name="date">The date of service; null when it is not known.</param>
    /// <returns>-1 when no period of the procedure holds the day.</returns>
    public int PeriodOfProcedure(int place, DateOnly? date)
    {
        var starts = Tables.ProcedurePeriodStarts;
        var first = (int)starts[place];
        var newest = (int)starts[place + 1] - 1;
        if (date is null)
        {
            return newest;
        }

        var day = Day(date.Value);
        for (var period = newest; period >= first; period--)
        {
            var start = period * BookFormat.ProcedurePeriod.Size;
            var lastDay = Tables.ProcedurePeriods[start + BookFormat.ProcedurePeriod.LastDay];
            if (Tables.ProcedurePeriods[start + BookFormat.ProcedurePeriod.FirstDay] <= day && (lastDay == 0 || day <= lastDay))
            {
                return period;
            }
        }

        return -1;
    }

    /// <summary>What is official about a procedure in a period.</summary>
    public ProcedurePeriodEntry ProcedurePeriodAt(int period) =>
        new(Tables.ProcedurePeriods.Slice(period * BookFormat.ProcedurePeriod.Size, BookFormat.ProcedurePeriod.Size));

    /// <summary>What the newest official sources say of a procedure.</summary>
    public ProcedurePeriodEntry NewestPeriodOfProcedure(int place) => ProcedurePeriodAt(PeriodOfProcedure(place, null));

    /// <summary>The section that a row is in.</summary>
    public int SectionOf(int row)
    {
        var (low, high) = (0, SectionCount);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (FirstRowOf(middle) <= row)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        // Empty sections begin where the next one does; the row is in the last that begins at or before it.
        return low;
    }

    public SectionKind KindOf(int section) => (SectionKind)Tables.Sections[(section * BookFormat.Section.Size) + BookFormat.Section.Kind];

    /// <summary>The publication that a section belongs to.</summary>
    public int PublicationOf(int section) => (section - FirstPublicationSection) / BookFormat.SectionsPerPublication;

    /// <summary>The file of a section.</summary>
    public string FileOf(int section) => _files[FileNumberOf(section)] ??= TextAt(Tables.Files[FileNumberOf(section)]).ToString();

    public int LineOf(int row) => (int)Tables.Rows[(row * BookFormat.Row.Size) + BookFormat.Row.Line];

    public int ColumnOf(int row) => (int)Tables.Rows[(row * BookFormat.Row.Size) + BookFormat.Row.Column];

    /// <summary>A date as tables write it, "2025-10-01"; null when there is none.</summary>
    public static DateOnly? Date(BookText text) =>
        DateOnly.TryParseExact(text.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A date as edits hold it, 20251001; null for 0.</summary>
    public static DateOnly? Date(uint date) => date == 0 ? null : new((int)(date / 10_000), (int)(date / 100 % 100), (int)(date % 100));

    /// <summary>A date as tables hold it: 20251001.</summary>
    public static uint Day(DateOnly date) => (uint)((date.Year * 10_000) + (date.Month * 100) + date.Day);

    public Citation CitationOf(int row) => new(this, row);

    /// <summary>The cells of a row, with " | " between them.</summary>
    public string QuoteOf(int row)
    {
        var cells = new string[ColumnsOf(SectionOf(row))];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cell(row, i).ToString();
        }

        return string.Join(" | ", cells);
    }

    /// <summary>How many cells the rows of a section have.</summary>
    public int ColumnsOf(int section) => (int)Tables.Sections[(section * BookFormat.Section.Size) + BookFormat.Section.Columns];

    /// <summary>What the table of a section is called; empty for prose.</summary>
    public string TitleOf(int section) =>
        _titles[(int)KindOf(section)] ??= TextAt(Tables.Sections[(section * BookFormat.Section.Size) + BookFormat.Section.Title]).ToString();

    /// <summary>The codes of a sorted table that share the longest beginning with one, the most alike first.</summary>
    public static string[] Nearest(ReadOnlySpan<ulong> sorted, ulong key)
    {
        var place = sorted.BinarySearch(key);
        place = place < 0 ? ~place : place;
        var nearest = sorted[Math.Max(0, place - Neighbors)..Math.Min(sorted.Length, place + Neighbors)].ToArray();
        // The higher the first bit in which two keys differ, the earlier the first character in which their codes do.
        Array.Sort(nearest, (left, right) => (left ^ key).CompareTo(right ^ key));
        return [.. nearest.Where(near => (near ^ key) >> AlikeShift == 0).Take(Neighbors).Select(CodeKey.ToText)];
    }

    private RuleKind KindOfRule(int index) => (RuleKind)Tables.Rules[(index * BookFormat.Rule.Size) + BookFormat.Rule.Kind];

    private int FileNumberOf(int section) => (int)Tables.Sections[(section * BookFormat.Section.Size) + BookFormat.Section.File];

    private int FirstSectionOtherThan(SectionKind kind)
    {
        var section = 0;
        while (section < SectionCount && KindOf(section) == kind)
        {
            section++;
        }

        return section;
    }

    private (int First, int Count) RowsOfSection(int section)
    {
        var first = FirstRowOf(section);
        return (first, FirstRowOf(section + 1) - first);
    }

    private int FirstRowOf(int section) => (int)Tables.Sections[(section * BookFormat.Section.Size) + BookFormat.Section.FirstRow];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private BookText CellAt(uint address, int column)
    {
        var shard = _text[address >> BookFormat.ShardBits];
        var start = (int)(address & ((1u << BookFormat.ShardBits) - 1));
        var text = shard.Bytes[start..];
        var offset = 0;
        for (; column > 0; column--)
        {
            offset += text[offset..].IndexOf(BookFormat.EndOfText) + 1;
        }

        return new(shard, start + offset, text[offset..].IndexOf(BookFormat.EndOfText));
    }
}
