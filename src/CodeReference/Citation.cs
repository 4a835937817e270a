using System.Diagnostics.CodeAnalysis;

namespace CodeReference;

/// <summary>Where a row stands: what an answer rests on.</summary>
/// <remarks>Immutable. Two citations are equal when they name the same place.</remarks>
public sealed record Citation
{
    private readonly BookReader? _book;
    private readonly int _row;
    private string? _quote;

    /// <summary>The citation of no row: its texts are empty, its numbers 0.</summary>
    internal static readonly Citation None = new() { File = "", Table = "", RowKey = "", Line = 0, Column = 0 };

    /// <summary>Names a place by what is known of it.</summary>
    public Citation()
    {
    }

    [SetsRequiredMembers]
    internal Citation(BookReader book, int row)
    {
        _book = book;
        _row = row;
        var section = book.SectionOf(row);
        File = book.FileOf(section);
        Table = book.TitleOf(section);
        RowKey = book.ColumnsOf(section) > 1 ? book.LabelOf(row).ToString() : "";
        Line = book.LineOf(row);
        Column = book.ColumnOf(row);
    }

    /// <summary>The file, relative to the project that compiled the book; for one outside it the name alone, "a.txt#2" when another has that name.</summary>
    public required string File { get; init; }

    /// <summary>The table: "Modifiers"; empty for prose.</summary>
    public required string Table { get; init; }

    /// <summary>The row's first cell as published; empty for prose.</summary>
    public required string RowKey { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column of the row's first cell, in UTF-16 units from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The row's cells as published, with " | " between them, put together when it is first asked for; empty when it is not given.</summary>
    public string Quote
    {
        get => _quote ??= _book?.QuoteOf(_row) ?? "";
        init => _quote = value;
    }

    /// <inheritdoc/>
    public bool Equals(Citation? other) =>
        other is not null && (File, Table, RowKey, Line, Column) == (other.File, other.Table, other.RowKey, other.Line, other.Column);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(File, Line, Column);

    /// <summary>"publications/cpt-14020.txt(36,1)".</summary>
    public override string ToString() => $"{File}({Line},{Column})";
}
