using CodeReference.Format;

namespace CodeReference;

/// <summary>A statement of the prose of a publication: a paragraph, or an item of a list.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: its texts are empty.</remarks>
public readonly struct Statement
{
    private readonly BookRow _row;

    internal Statement(BookReader book, int row) => _row = new(book, row);

    /// <summary>What it says.</summary>
    public BookText Text => _row.Cell(ProseColumns.Text);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _row.Citation;
}
