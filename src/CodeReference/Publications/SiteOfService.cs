using CodeReference.Format;

namespace CodeReference;

/// <summary>A site of service that a publication names.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: do not read it.</remarks>
public readonly struct SiteOfService
{
    private readonly BookReader _book;
    private readonly int _row;

    internal SiteOfService(BookReader book, int row)
    {
        _book = book;
        _row = row;
    }

    /// <summary>What the publication calls it.</summary>
    public BookText Name => _book.Cell(_row, SiteOfServiceColumns.Name);

    /// <summary>The place-of-service codes that the name can mean, two digits each, with spaces between them; empty when it means none that the book knows.</summary>
    public BookText PlaceOfServiceCodes => _book.Cell(_row, SiteOfServiceColumns.PlaceOfServiceCodes);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _book.CitationOf(_row);
}
