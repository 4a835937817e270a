using System.Runtime.CompilerServices;
using CodeReference.Compiled;
using Format = CodeReference.Compiled.BookFormat;

namespace CodeReference;

/// <summary>Reads the constant tables of a book. All else that the library does goes through here.</summary>
internal sealed class BookReader
{
    private const int Neighbors = 3;

    // Two codes are alike when they share a system and two characters.
    private const int AlikeShift = 48;

    private readonly TextShard[] _text;

    public BookReader(BookTables tables)
    {
        Tables = tables;
        _text = tables.Text;
        ProcedureStart = FirstSlot(CodeSystem.Cpt);
        // The last entry is an end mark. Reference tables come first, then publications, each with all its sections.
        SectionCount = (tables.Sections.Length / Format.Section.Size) - 1;
        while (FirstPublicationSection < SectionCount && (int)KindOf(FirstPublicationSection) >= Format.SectionsPerPublication)
        {
            FirstPublicationSection++;
        }

        PublicationCount = (SectionCount - FirstPublicationSection) / Format.SectionsPerPublication;
        HasRegistry = tables.ModifierRanks.ContainsAnyExcept((byte)0);
    }

    public BookTables Tables { get; }

    public int ProcedureStart { get; }

    public int PublicationCount { get; }

    public int RowCount => Tables.Rows.Length / Format.Row.Size;

    /// <summary>Whether the book has a modifier registry; without one no modifier can be called unknown.</summary>
    public bool HasRegistry { get; }

    private int FirstPublicationSection { get; }

    private int SectionCount { get; }

    /// <summary>The first slot of a system's codes.</summary>
    public int FirstSlot(CodeSystem system)
    {
        var slot = Tables.Codes.BinarySearch(CodeKey.First(system));
        return slot < 0 ? ~slot : slot;
    }

    /// <summary>The slot of a code, or -1.</summary>
    public int SlotOf(ulong key)
    {
        if (key == 0)
        {
            return -1;
        }

        var cell = CodeIndex.Find(Tables.CodeCells, key);
        return cell < 0 ? -1 : (int)Tables.CodeSlots[cell];
    }

    /// <summary>The place of a modifier among the book's modifiers, or -1.</summary>
    public int PlaceOf(ModifierCode modifier) => Tables.ModifierPlaces[ModifierPair.IndexOf(modifier.Key)] - 1;

    /// <summary>The rows that are about the code of a slot.</summary>
    public ReadOnlySpan<uint> MentionsOf(int slot)
    {
        var starts = Tables.MentionStarts;
        return Tables.Mentions[(int)starts[slot]..(int)starts[slot + 1]];
    }

    /// <summary>The text at an address, up to its end mark.</summary>
    public BookText TextAt(uint address) => CellAt(address, 0);

    /// <summary>A cell of a row.</summary>
    public BookText Cell(int row, int column) => CellAt(Tables.Rows[(row * Format.Row.Size) + Format.Row.Text], column);

    /// <summary>The rows of a section of a publication: the first, and how many.</summary>
    public (int First, int Count) RowsOf(int publication, SectionKind kind) =>
        RowsOfSection(FirstPublicationSection + (publication * Format.SectionsPerPublication) + (int)kind);

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

    public SectionKind KindOf(int section) => (SectionKind)Tables.Sections[(section * Format.Section.Size) + Format.Section.Kind];

    /// <summary>The publication that a section belongs to.</summary>
    public int PublicationOf(int section) => (section - FirstPublicationSection) / Format.SectionsPerPublication;

    public Citation CitationOf(int row)
    {
        var section = Tables.Sections.Slice(SectionOf(row) * Format.Section.Size, Format.Section.Size);
        var entry = Tables.Rows.Slice(row * Format.Row.Size, Format.Row.Size);
        var cells = new string[section[Format.Section.Columns]];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cell(row, i).ToString();
        }

        return new(
            TextAt(Tables.Files[(int)section[Format.Section.File]]).ToString(),
            TextAt(section[Format.Section.Title]).ToString(),
            cells.Length > 1 ? cells[0] : "",
            (int)entry[Format.Row.Line],
            (int)entry[Format.Row.Column],
            string.Join(" | ", cells));
    }

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

    private (int First, int Count) RowsOfSection(int section)
    {
        var first = FirstRowOf(section);
        return (first, FirstRowOf(section + 1) - first);
    }

    private int FirstRowOf(int section) => (int)Tables.Sections[(section * Format.Section.Size) + Format.Section.FirstRow];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private BookText CellAt(uint address, int column)
    {
        var shard = _text[address >> Format.ShardBits];
        var start = (int)(address & ((1u << Format.ShardBits) - 1));
        var text = shard.Bytes[start..];
        var offset = 0;
        for (; column > 0; column--)
        {
            offset += text[offset..].IndexOf(Format.EndOfText) + 1;
        }

        return new(shard, start + offset, text[offset..].IndexOf(Format.EndOfText));
    }
}
