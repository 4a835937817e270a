using System.Globalization;
using CodeReference.Format;

namespace CodeReference;

/// <summary>A medically unlikely edit: the most units of a procedure that one provider reports for one patient on one day.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no edit: do not read it.</remarks>
public readonly struct UnlikelyEdit
{
    private readonly BookReader _book;
    private readonly int _row;

    internal UnlikelyEdit(BookReader book, int row)
    {
        _book = book;
        _row = row;
    }

    /// <summary>The most units.</summary>
    public int Units => int.Parse(_book.Cell(_row, UnlikelyEditColumns.Units).Utf8, CultureInfo.InvariantCulture);

    /// <summary>How it is applied: "1" to a line, "2" to a day without exception, "3" to a day with appeal.</summary>
    public BookText AdjudicationIndicator => _book.Cell(_row, UnlikelyEditColumns.AdjudicationIndicator);

    /// <summary>Why, in the words of the file.</summary>
    public BookText Rationale => _book.Cell(_row, UnlikelyEditColumns.Rationale);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _book.CitationOf(_row);
}
