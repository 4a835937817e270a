using CodeReference.Format;

namespace CodeReference;

/// <summary>An official code set, or a table of edits, that was compiled into the book.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no code set: its texts are empty.</remarks>
public readonly struct CodeSet
{
    private readonly BookRow _row;

    internal CodeSet(BookReader book, int row) => _row = new(book, row);

    /// <summary>What it is called: "NUCC taxonomy".</summary>
    public BookText Name => _row.Cell(CodeSetColumns.CodeSet);

    /// <summary>Its edition: "25.1"; empty when neither the file nor its project says.</summary>
    public BookText Edition => _row.Cell(CodeSetColumns.Edition);

    /// <summary>The first day on which it is in force; null when it is not known.</summary>
    public DateOnly? Effective => _row.Date(CodeSetColumns.Effective);

    /// <summary>The last day on which it is in force; null when it is not known.</summary>
    public DateOnly? Until => _row.Date(CodeSetColumns.Until);

    /// <summary>How many rows its file holds.</summary>
    public int Count => _row.Number(CodeSetColumns.Rows);

    /// <summary>The file.</summary>
    public Citation Citation => _row.Citation;
}
