using CodeReference.Format;

namespace CodeReference;

/// <summary>A diagnosis that a publication says justifies its procedure.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: its texts are empty.</remarks>
public readonly struct DiagnosisRow
{
    private readonly BookRow _row;

    internal DiagnosisRow(BookReader book, int row) => _row = new(book, row);

    /// <summary>The diagnosis, billable or not.</summary>
    public DiagnosisCode Code => DiagnosisCode.TryParse(_row.Cell(PublishedColumns.Code).Utf8, out var code) ? code : default;

    /// <summary>What the publication says it is.</summary>
    public BookText Description => _row.Cell(PublishedColumns.Description);

    /// <summary>Why the publication says it matters.</summary>
    public BookText ClinicalRelevance => _row.Cell(PublishedColumns.Note);

    /// <summary>What the compiler found wrong with the row.</summary>
    public RowList<Advisory> Advisories => _row.Advisories;

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _row.Citation;
}
