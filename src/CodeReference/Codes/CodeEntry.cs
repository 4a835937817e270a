using System.Text;
using CodeReference.Format;

namespace CodeReference;

/// <summary>What the book knows of a code: its title, its status, and where it appears.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no entry: its key is 0, its texts and lists are empty.</remarks>
public readonly struct CodeEntry
{
    // Null in a default handle.
    private readonly BookReader? _book;
    private readonly int _slot;

    internal CodeEntry(BookReader book, int slot)
    {
        _book = book;
        _slot = slot;
    }

    /// <summary>The system of the code.</summary>
    public CodeSystem System => CodeKey.SystemOf(Key);

    /// <summary>The packed code, which a typed code can be made from.</summary>
    public ulong Key => _book is null ? 0 : _book.Tables.Codes[_slot];

    /// <summary>The canonical code: upper case, a diagnosis with its dot.</summary>
    public string Code => CodeKey.ToText(Key);

    /// <summary>
    /// What the code is called: a procedure's own publication first, then a registry, then the first publication that
    /// mentions it, then an official source; empty when none of them has it.
    /// </summary>
    public BookText Title => _book is null ? default : TitleIn(_book.Tables.TitleRows[_slot]);

    /// <summary>The title in the newest official source that the book holds; empty when it holds none.</summary>
    public BookText OfficialTitle => TryGetNewest(out var period) ? TitleIn(period.TitleRow) : default;

    /// <summary>What the newest official source that the book holds says of the code, on the day on which that source came into force.</summary>
    public CodeStatus Status => _book is null ? default : (CodeStatus)_book.Tables.CodeStatuses[_slot];

    /// <summary>The first day on which the code may be used; null when no source states one.</summary>
    public DateOnly? FirstDay => TryGetNewest(out var period) ? TableDate.Of(period.FirstDay) : null;

    /// <summary>The last day on which the code may be used, past or to come; null while no source states one.</summary>
    public DateOnly? LastDay => TryGetNewest(out var period) ? TableDate.Of(period.LastDay) : null;

    /// <summary>What the official sources that the book holds say of the code on a day.</summary>
    /// <param name="date">The date of service.</param>
    public CodeStatus StatusOn(DateOnly date) => _book is null ? default : _book.Periods.StatusOn(_slot, date);

    /// <summary>The rows of Medicare's fee schedule: the procedure as a whole, then its parts; none without that file.</summary>
    public RowList<FeeScheduleRow> FeeSchedule => _book is null ? default : new(_book, MentionsOf(SectionKind.FeeSchedule), static (book, mention) => new(book, (int)book.Tables.Mentions[mention]));

    /// <summary>The medically unlikely edits of the procedure, one for each file that has one; without such a file that of a table.</summary>
    public RowList<UnlikelyEdit> UnlikelyEdits => _book is null ? default : new(_book, MentionsOf(KindOfLimit()), static (book, mention) => new(book, (int)book.Tables.Mentions[mention]));

    /// <summary>The rows of publications that are about the code, by procedure and then in published order.</summary>
    public AppearanceList Appearances => _book is null ? default : new(_book, _slot);

    private bool TryGetNewest(out PeriodEntry period)
    {
        period = default;
        return _book is not null && _book.Periods.TryGetNewest(_slot, out period);
    }

    private BookText TitleIn(uint row) =>
        row == BookFormat.None ? default : _book!.Cell((int)row, TitleColumns.Of(_book.KindOf(_book.SectionOf((int)row))));

    private SectionKind? KindOfLimit()
    {
        var row = System == CodeSystem.Cpt ? _book!.ProcedurePeriods.NewestOf(_slot - _book.ProcedureStart).LimitRow : -1;
        return row < 0 ? null : _book!.KindOf(_book.SectionOf(row));
    }

    // Sections are laid out by file, so that the rows of one kind need not stand together: the first run of them counts.
    private (int First, int Count) MentionsOf(SectionKind? kind)
    {
        if (kind is null)
        {
            return default;
        }

        var first = (int)_book!.Tables.MentionStarts[_slot];
        var mentions = _book.MentionsOf(_slot);
        var isOfPublications = (int)kind < BookFormat.SectionsPerPublication;
        var (start, count) = (0, 0);
        for (var i = 0; i < mentions.Length && (isOfPublications || mentions[i] < _book.FirstPublicationRow); i++)
        {
            if (_book.KindOf(_book.SectionOf((int)mentions[i])) == kind)
            {
                start = count == 0 ? i : start;
                count++;
            }
            else if (count > 0)
            {
                break;
            }
        }

        return (first + start, count);
    }
}
