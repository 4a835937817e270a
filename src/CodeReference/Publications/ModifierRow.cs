using CodeReference.Format;

namespace CodeReference;

/// <summary>A modifier that a publication lists for its procedure.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: its texts are empty.</remarks>
public readonly struct ModifierRow
{
    private readonly BookRow _row;

    internal ModifierRow(BookReader book, int row) => _row = new(book, row);

    /// <summary>The modifier.</summary>
    public ModifierCode Code => ModifierCode.TryParse(_row.Cell(PublishedColumns.Code).Utf8, out var code) ? code : default;

    /// <summary>What the publication says it is.</summary>
    public BookText Description => _row.Cell(PublishedColumns.Description);

    /// <summary>When the publication says to use it.</summary>
    public BookText WhenToUse => _row.Cell(PublishedColumns.Note);

    /// <summary>What the compiler found wrong with the row.</summary>
    public RowList<Advisory> Advisories => _row.Advisories;

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _row.Citation;
}
