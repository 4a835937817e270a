using CodeReference.Format;

namespace CodeReference;

/// <summary>A procedure that a publication says is related to its own.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: its texts are empty.</remarks>
public readonly struct RelatedProcedureRow
{
    private readonly BookRow _row;

    internal RelatedProcedureRow(BookReader book, int row) => _row = new(book, row);

    /// <summary>The related procedure.</summary>
    public ProcedureCode Code => _row.Procedure(PublishedColumns.Code);

    /// <summary>What the publication says it is.</summary>
    public BookText Description => _row.Cell(PublishedColumns.Description);

    /// <summary>How the publication says it is related.</summary>
    public BookText Relationship => _row.Cell(PublishedColumns.Note);

    /// <summary>What the compiler found wrong with the row.</summary>
    public RowList<Advisory> Advisories => _row.Advisories;

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _row.Citation;
}
