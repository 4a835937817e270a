using CodeReference.Format;

namespace CodeReference;

/// <summary>An NCCI procedure-to-procedure edit: of two procedures on one day, the second is not paid beside the first.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no edit: its codes and texts are empty.</remarks>
public readonly struct NcciEdit
{
    private const int Few = 64;

    // Null in a default handle.
    private readonly BookReader? _book;
    private readonly int _edit;

    internal NcciEdit(BookReader book, int edit)
    {
        _book = book;
        _edit = edit;
    }

    /// <summary>The procedure that is not paid: column 2.</summary>
    public ProcedureCode Column2 => _book is null ? default : ProcedureCode.FromKey(_book.Tables.Codes[_book.ProcedureStart + _book.Tables.EditProcedures[_edit]]);

    /// <summary>'0': no modifier undoes the edit; '1': one that tells the services apart may; '9': it does not apply.</summary>
    public char ModifierIndicator => (char)Detail(BookFormat.EditDetail.ModifierIndicator);

    /// <summary>The first day of the edit; null when the file does not say.</summary>
    public DateOnly? Effective => TableDate.Of(Detail(BookFormat.EditDetail.Effective));

    /// <summary>The last day of the edit; null while it is in force.</summary>
    public DateOnly? Deleted => TableDate.Of(Detail(BookFormat.EditDetail.Deleted));

    /// <summary>Why, in the words of the file.</summary>
    public BookText Rationale => _book is null ? default : _book.TextAt(Detail(BookFormat.EditDetail.Rationale));

    /// <summary>The file and the line of the edit's row.</summary>
    public Citation Citation => _book is null ? Citation.None : new()
    {
        File = _book.TextAt(_book.Tables.Files[(int)Detail(BookFormat.EditDetail.File)]).ToString(),
        Table = "NCCI procedure-to-procedure edits",
        RowKey = Column2.ToString(),
        Line = (int)_book.Tables.EditLines[_edit],
        Column = 1,
        Quote = Rationale.ToString(),
    };

    /// <summary>Finds the edit of two procedures; of several, one in force before one that is not.</summary>
    internal static bool TryFind(BookReader book, ProcedureCode column1, ProcedureCode column2, out NcciEdit edit)
    {
        edit = default;
        var starts = book.Tables.EditStarts;
        var first = starts.IsEmpty || column1.IsEmpty ? -1 : book.PlaceOfProcedure(column1.Key);
        var second = first < 0 || column2.IsEmpty ? -1 : book.PlaceOfProcedure(column2.Key);
        if (second < 0)
        {
            return false;
        }

        var (start, end) = ((int)starts[first], (int)starts[first + 1]);
        var run = book.Tables.EditProcedures[start..end];
        var found = FirstOf(run, (ushort)second);
        if (found < 0)
        {
            return false;
        }

        edit = new(book, start + found);
        // Another edition's edit of the same two stands right below.
        for (var next = found + 1; next < run.Length && run[next] == second && edit.Deleted is not null; next++)
        {
            var other = new NcciEdit(book, start + next);
            edit = other.Deleted is null ? other : edit;
        }

        return true;
    }

    internal static RowList<NcciEdit> Of(BookReader book, ProcedureCode column1)
    {
        var starts = book.Tables.EditStarts;
        var place = starts.IsEmpty || column1.IsEmpty ? -1 : book.PlaceOfProcedure(column1.Key);
        return place < 0 ? default : new(book, ((int)starts[place], (int)(starts[place + 1] - starts[place])), static (book, edit) => new(book, edit));
    }

    // Halved without a branch, which nobody could predict: a run can be of thousands. Then a few vectors hold what is left.
    private static int FirstOf(ReadOnlySpan<ushort> run, ushort procedure)
    {
        var start = 0;
        var length = run.Length;
        while (length > Few)
        {
            var half = length / 2;
            start += half & ((run[start + half - 1] - procedure) >> 31);
            length -= half;
        }

        var found = run.Slice(start, length).IndexOf(procedure);
        return found < 0 ? -1 : start + found;
    }

    private uint Detail(int field) => _book is null ? 0 :
        _book.Tables.EditDetails[((int)_book.Tables.EditKinds[_edit] * BookFormat.EditDetail.Size) + field];
}
