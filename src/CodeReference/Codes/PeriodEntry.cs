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

/// <summary>What is official about a procedure from a first to a last day.</summary>
internal readonly ref struct ProcedurePeriodEntry(ReadOnlySpan<uint> entry)
{
    private readonly ReadOnlySpan<uint> _entry = entry;

    /// <summary>The row of its fee-schedule indicators, or -1.</summary>
    public int IndicatorRow => (int)_entry[BookFormat.ProcedurePeriod.Indicators];

    /// <summary>The row of its medically unlikely edit, or -1.</summary>
    public int LimitRow => (int)_entry[BookFormat.ProcedurePeriod.Limit];

    /// <summary>The most units by that edit; without one any number is within it.</summary>
    public int MaxUnits => _entry[BookFormat.ProcedurePeriod.Units] is not BookFormat.None and var units ? (int)units : int.MaxValue;
}
