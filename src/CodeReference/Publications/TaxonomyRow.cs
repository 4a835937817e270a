using CodeReference.Format;

namespace CodeReference;

/// <summary>A provider taxonomy that a publication says performs its procedure.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: do not read it.</remarks>
public readonly struct TaxonomyRow
{
    private readonly BookReader _book;
    private readonly int _row;

    internal TaxonomyRow(BookReader book, int row)
    {
        _book = book;
        _row = row;
    }

    /// <summary>The taxonomy code, whether or not the NUCC has it.</summary>
    public TaxonomyCode Code => TaxonomyCode.TryParse(_book.Cell(_row, PublishedColumns.Code).Utf8, out var code) ? code : default;

    /// <summary>The specialty that the publication calls it.</summary>
    public BookText Specialty => _book.Cell(_row, PublishedColumns.Description);

    /// <summary>What the publication notes.</summary>
    public BookText Notes => _book.Cell(_row, PublishedColumns.Note);

    /// <summary>What the compiler found wrong with the row.</summary>
    public RowList<Advisory> Advisories => Advisory.AboutRow(_book, _row);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _book.CitationOf(_row);
}
