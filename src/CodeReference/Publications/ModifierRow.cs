using CodeReference.Format;

namespace CodeReference;

/// <summary>A modifier that a publication lists for its procedure.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: do not read it.</remarks>
public readonly struct ModifierRow
{
    private readonly BookReader _book;
    private readonly int _row;

    internal ModifierRow(BookReader book, int row)
    {
        _book = book;
        _row = row;
    }

    /// <summary>The modifier.</summary>
    public ModifierCode Code => ModifierCode.TryParse(_book.Cell(_row, PublishedColumns.Code).Utf8, out var code) ? code : default;

    /// <summary>What the publication says it is.</summary>
    public BookText Description => _book.Cell(_row, PublishedColumns.Description);

    /// <summary>When the publication says to use it.</summary>
    public BookText WhenToUse => _book.Cell(_row, PublishedColumns.Note);

    /// <summary>What the compiler found wrong with the row.</summary>
    public RowList<Advisory> Advisories => Advisory.AboutRow(_book, _row);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _book.CitationOf(_row);
}
