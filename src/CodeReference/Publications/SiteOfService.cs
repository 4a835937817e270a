using CodeReference.Format;

namespace CodeReference;

/// <summary>A site of service that a publication names.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: its texts are empty.</remarks>
public readonly struct SiteOfService
{
    private readonly BookRow _row;

    internal SiteOfService(BookReader book, int row) => _row = new(book, row);

    /// <summary>What the publication calls it.</summary>
    public BookText Name => _row.Cell(SiteOfServiceColumns.Name);

    /// <summary>The place-of-service codes that the name can mean, two digits each, with spaces between them; empty when it means none that the book knows.</summary>
    public BookText PlaceOfServiceCodes => _row.Cell(SiteOfServiceColumns.PlaceOfServiceCodes);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _row.Citation;
}
