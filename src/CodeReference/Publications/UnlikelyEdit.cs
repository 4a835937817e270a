using CodeReference.Format;

namespace CodeReference;

/// <summary>A medically unlikely edit: the most units of a procedure that one provider reports for one patient on one day.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no edit: its texts are empty.</remarks>
public readonly struct UnlikelyEdit
{
    private readonly BookRow _row;

    internal UnlikelyEdit(BookReader book, int row) => _row = new(book, row);

    /// <summary>The most units.</summary>
    public int Units => _row.Number(UnlikelyEditColumns.Units);

    /// <summary>How it is applied: "1" to a line, "2" to a day without exception, "3" to a day with appeal.</summary>
    public BookText AdjudicationIndicator => _row.Cell(UnlikelyEditColumns.AdjudicationIndicator);

    /// <summary>Why, in the words of the file.</summary>
    public BookText Rationale => _row.Cell(UnlikelyEditColumns.Rationale);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _row.Citation;
}
