using CodeReference.Format;

namespace CodeReference;

/// <summary>A statement of the prose of a publication: a paragraph, or an item of a list.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: do not read it.</remarks>
public readonly struct Statement
{
    private readonly BookReader _book;
    private readonly int _row;

    internal Statement(BookReader book, int row)
    {
        _book = book;
        _row = row;
    }

    /// <summary>What it says.</summary>
    public BookText Text => _book.Cell(_row, ProseColumns.Text);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _book.CitationOf(_row);
}
