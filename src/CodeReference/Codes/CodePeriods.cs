using CodeReference.Format;

namespace CodeReference;

/// <summary>What is official about a code from a first to a last day. Days are as 20251231, 0 for none; rows are numbers, or <see cref="BookFormat.None"/>.</summary>
internal readonly ref struct PeriodEntry(ReadOnlySpan<uint> entry)
{
    private readonly ReadOnlySpan<uint> _entry = entry;

    public uint FirstDay => _entry[BookFormat.Period.FirstDay];

    public uint LastDay => _entry[BookFormat.Period.LastDay];

    public CodeStatus Status => (CodeStatus)_entry[BookFormat.Period.Status];

    /// <summary>The row that has the code.</summary>
    public uint OfficialRow => _entry[BookFormat.Period.OfficialRow];

    /// <summary>The row of the official title.</summary>
    public uint TitleRow => _entry[BookFormat.Period.TitleRow];

    /// <summary>The row that states the last day, or else the first.</summary>
    public uint DatedRow => _entry[BookFormat.Period.DatedRow];

    public bool Contains(uint day) => FirstDay <= day && (LastDay == 0 || day <= LastDay);
}

/// <summary>The periods of all codes, as the compiler has settled them: a code's by its slot, the earliest first.</summary>
internal readonly struct CodePeriods(BookTables tables)
{
    private readonly BookTables _tables = tables;

    /// <summary>What the newest official source says of a code.</summary>
    public bool TryGetNewest(int slot, out PeriodEntry period)
    {
        var count = CountOf(slot);
        period = count == 0 ? default : At(slot, count - 1);
        return count > 0;
    }

    /// <summary>The status of a code on a day; of a code without periods that without a date.</summary>
    public CodeStatus StatusOn(int slot, DateOnly date)
    {
        var day = TableDate.NumberOf(date);
        var hasBegun = false;
        for (var i = CountOf(slot) - 1; i >= 0; i--)
        {
            var period = At(slot, i);
            if (period.Contains(day))
            {
                return period.Status;
            }

            hasBegun |= period.FirstDay <= day;
        }

        return CountOf(slot) == 0 ? (CodeStatus)_tables.CodeStatuses[slot]
            : hasBegun ? CodeStatus.Ended
            : CodeStatus.NotYetValid;
    }

    private int CountOf(int slot) => (int)(_tables.PeriodStarts[slot + 1] - _tables.PeriodStarts[slot]);

    private PeriodEntry At(int slot, int index) =>
        new(_tables.Periods.Slice(((int)_tables.PeriodStarts[slot] + index) * BookFormat.Period.Size, BookFormat.Period.Size));
}
