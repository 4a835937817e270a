using System.Globalization;

namespace CodeReference.Format;

/// <summary>A row of the book, as the handles that callers hold know it.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: its texts and lists are empty, its citation is <see cref="Citation.None"/>.</remarks>
internal readonly struct BookRow(BookReader book, int row)
{
    // Null in a default handle, which no constructor has made.
    private readonly BookReader? _book = book;
    private readonly int _row = row;

    /// <summary>What the compiler found wrong with the row.</summary>
    public RowList<Advisory> Advisories => _book is null ? default : Advisory.AboutRow(_book, _row);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _book is null ? Citation.None : _book.CitationOf(_row);

    /// <summary>Where the row stands, with another quote than its own cells.</summary>
    public Citation CitationWith(BookText quote) => _book is null ? Citation.None : new()
    {
        File = _book.FileOf(_book.SectionOf(_row)),
        Table = "",
        RowKey = "",
        Line = _book.LineOf(_row),
        Column = _book.ColumnOf(_row),
        Quote = quote.ToString(),
    };

    /// <summary>The text of a cell.</summary>
    public BookText Cell(int column) => _book is null ? default : _book.Cell(_row, column);

    /// <summary>The whole number in a cell; 0 when it holds something else.</summary>
    public int Number(int column) => int.TryParse(Cell(column).Utf8, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The date in a cell; null when it is empty.</summary>
    public DateOnly? Date(int column) => TableDate.Of(Cell(column));

    /// <summary>The procedure in a cell; <c>default</c> when it holds none.</summary>
    public ProcedureCode Procedure(int column) => ProcedureCode.TryParse(Cell(column).Utf8, out var code) ? code : default;
}
