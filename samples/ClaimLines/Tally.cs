using System.Runtime.InteropServices;
using CodeReference;

namespace ClaimLines;

/// <summary>What one worker has counted. It takes blocks in their order, so that what it meets first stands first in the file.</summary>
internal sealed class Tally
{
    /// <summary>The most bad rows that are shown.</summary>
    public const int MaxShown = 10;

    private readonly long[] _outcomes = new long[(int)Outcome.Reject + 1];
    private readonly Dictionary<string, RuleTally> _rules = new(StringComparer.Ordinal);
    private long _rows;

    /// <summary>How many rows there are so far, bad ones included. Any thread may ask.</summary>
    public long Rows => Volatile.Read(ref _rows);

    /// <summary>How many bytes of the file are done. Any thread may ask.</summary>
    public long Bytes { get => Volatile.Read(ref field); private set => Volatile.Write(ref field, value); }

    /// <summary>How many lines have an outcome so far; none stands for bad rows. Any thread may ask.</summary>
    public long this[Outcome outcome] => Volatile.Read(ref _outcomes[(int)outcome]);

    /// <summary>The blocks that are done, and how many rows begin in each.</summary>
    public List<(long Block, long Rows)> Blocks { get; } = [];

    /// <summary>The first bad rows, with what is wrong with each.</summary>
    public List<(Place Place, string Problem)> BadRows { get; } = [];

    /// <summary>The rules that have fired.</summary>
    public IEnumerable<RuleTally> Rules => _rules.Values;

    /// <summary>Counts a line.</summary>
    public void Count(Place place, in ModifierValidation validation)
    {
        _outcomes[(int)validation.Outcome]++;
        foreach (var rule in validation.FiredRules)
        {
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_rules, rule, out var exists);
            tally = exists
                ? tally with { Count = tally.Count + 1 }
                : new(rule, place, validation.GetFindings().First(finding => finding.Rule == rule).Message, 1);
        }
    }

    /// <summary>Counts a row that could not be read, and keeps what is wrong with it if it is one of the first.</summary>
    public void CountBad(Place place, Row row, in Lines lines)
    {
        _outcomes[(int)Outcome.None]++;
        if (BadRows.Count < MaxShown)
        {
            BadRows.Add((place, lines.IsTooLong ? $"the row is longer than {LineFile.MaxLine} bytes; expected a claim line." : row.Describe(lines.Current)));
        }
    }

    /// <summary>Ends a block.</summary>
    public void End(long block, long rows, long bytes)
    {
        Blocks.Add((block, rows));
        Bytes += bytes;
        Volatile.Write(ref _rows, _rows + rows);
    }
}

/// <summary>Where a row is: its block, and its place among the rows of the block, from 0.</summary>
internal readonly record struct Place(long Block, long Row) : IComparable<Place>
{
    public int CompareTo(Place other) => (Block, Row).CompareTo((other.Block, other.Row));
}

/// <summary>How often a rule has fired, and the first line on which it did.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="First">The first line.</param>
/// <param name="Message">What it says of that line.</param>
/// <param name="Count">How often it has fired.</param>
internal readonly record struct RuleTally(string Id, Place First, string Message, long Count);
