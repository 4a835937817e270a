using System.Globalization;
using CodeReference.Format;

namespace CodeReference;

/// <summary>An official code set, or a table of edits, that was compiled into the book.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no code set: do not read it.</remarks>
public readonly struct CodeSet
{
    private readonly BookReader _book;
    private readonly int _row;

    internal CodeSet(BookReader book, int row)
    {
        _book = book;
        _row = row;
    }

    /// <summary>What it is called: "NUCC taxonomy".</summary>
    public BookText Name => _book.Cell(_row, CodeSetColumns.CodeSet);

    /// <summary>Its edition: "25.1"; empty when neither the file nor its project says.</summary>
    public BookText Edition => _book.Cell(_row, CodeSetColumns.Edition);

    /// <summary>The first day on which it is in force; null when it is not known.</summary>
    public DateOnly? Effective => TableDate.Of(_book.Cell(_row, CodeSetColumns.Effective));

    /// <summary>The last day on which it is in force; null when it is not known.</summary>
    public DateOnly? Until => TableDate.Of(_book.Cell(_row, CodeSetColumns.Until));

    /// <summary>How many rows its file holds.</summary>
    public int Count => int.Parse(_book.Cell(_row, CodeSetColumns.Rows).Utf8, CultureInfo.InvariantCulture);

    /// <summary>The file.</summary>
    public Citation Citation => _book.CitationOf(_row);
}
