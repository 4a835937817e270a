using CodeReference.Format;

namespace CodeReference;

/// <summary>A provider taxonomy that a publication says performs its procedure.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: its texts are empty.</remarks>
public readonly struct TaxonomyRow
{
    private readonly BookRow _row;

    internal TaxonomyRow(BookReader book, int row) => _row = new(book, row);

    /// <summary>The taxonomy code, whether or not the NUCC has it.</summary>
    public TaxonomyCode Code => TaxonomyCode.TryParse(_row.Cell(PublishedColumns.Code).Utf8, out var code) ? code : default;

    /// <summary>The specialty that the publication calls it.</summary>
    public BookText Specialty => _row.Cell(PublishedColumns.Description);

    /// <summary>What the publication notes.</summary>
    public BookText Notes => _row.Cell(PublishedColumns.Note);

    /// <summary>What the compiler found wrong with the row.</summary>
    public RowList<Advisory> Advisories => _row.Advisories;

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _row.Citation;
}
