using System.Numerics;
using System.Runtime.CompilerServices;
using CodeReference.Format;

namespace CodeReference;

/// <summary>Reads the constant tables of a book. All else that the library does goes through here.</summary>
internal sealed class BookReader
{
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

    /// <summary>What is official about codes, period by period.</summary>
    public CodePeriods Periods => new(Tables);

    /// <summary>What is official about procedures, period by period.</summary>
    public ProcedurePeriods ProcedurePeriods => new(Tables);

    /// <summary>The row that says officially that there is a code, by its newest source; -1 when none does.</summary>
    public int OfficialRowOf(ulong key) => SlotOf(key) is >= 0 and var slot && Periods.TryGetNewest(slot, out var period) ? (int)period.OfficialRow : -1;

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
