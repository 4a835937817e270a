using CodeReference.Format;

namespace CodeReference;

/// <summary>What is official about a procedure, beyond its code, from a first to a last day.</summary>
internal readonly ref struct ProcedurePeriodEntry(ReadOnlySpan<uint> entry)
{
    private readonly ReadOnlySpan<uint> _entry = entry;

    /// <summary>The row of its fee-schedule indicators, or -1.</summary>
    public int IndicatorRow => (int)_entry[BookFormat.ProcedurePeriod.Indicators];

    /// <summary>The row of its medically unlikely edit, or -1.</summary>
    public int LimitRow => (int)_entry[BookFormat.ProcedurePeriod.Limit];

    /// <summary>The most units by that edit; without one any number is within it.</summary>
    public int MaxUnits => _entry[BookFormat.ProcedurePeriod.Units] is not BookFormat.None and var units ? (int)units : int.MaxValue;

    public bool Contains(uint day) =>
        _entry[BookFormat.ProcedurePeriod.FirstDay] <= day
        && (_entry[BookFormat.ProcedurePeriod.LastDay] == 0 || day <= _entry[BookFormat.ProcedurePeriod.LastDay]);
}

/// <summary>The periods of all procedures, as the compiler has settled them. A procedure is known by its place among procedures.</summary>
internal readonly struct ProcedurePeriods(BookTables tables)
{
    private readonly BookTables _tables = tables;

    /// <summary>A period by its index.</summary>
    public ProcedurePeriodEntry this[int index] =>
        new(_tables.ProcedurePeriods.Slice(index * BookFormat.ProcedurePeriod.Size, BookFormat.ProcedurePeriod.Size));

    /// <summary>What the newest official sources say of a procedure.</summary>
    public ProcedurePeriodEntry NewestOf(int place) => this[(int)_tables.ProcedurePeriodStarts[place + 1] - 1];

    /// <summary>Finds the period of a procedure that answers for a day.</summary>
    /// <param name="place">The procedure.</param>
    /// <param name="date">The date of service; null when it is not known, for the newest.</param>
    /// <returns>The index of the period; -1 when none holds the day.</returns>
    public int IndexOn(int place, DateOnly? date)
    {
        var starts = _tables.ProcedurePeriodStarts;
        var first = (int)starts[place];
        var index = (int)starts[place + 1] - 1;
        if (date is { } service)
        {
            var day = TableDate.NumberOf(service);
            while (index >= first && !this[index].Contains(day))
            {
                index--;
            }
        }

        return index < first ? -1 : index;
    }
}
