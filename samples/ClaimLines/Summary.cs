using System.Globalization;
using CodeReference;

namespace ClaimLines;

/// <summary>What was found in a file.</summary>
/// <param name="tallies">What the workers have counted.</param>
/// <param name="time">How long it took.</param>
internal sealed class Summary(Tally[] tallies, TimeSpan time)
{
    private const int Width = 13;
    private const int MaxRules = 20;

    /// <summary>How many rows could not be read.</summary>
    public long BadRows => tallies.Sum(tally => tally[Outcome.None]);

    /// <summary>Writes it for a person.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="name">What the file is called.</param>
    public void Write(TextWriter output, string name)
    {
        var rows = tallies.Sum(tally => tally.Rows);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {rows:N0} lines in {time.TotalSeconds:0.00} s, {rows / time.TotalSeconds:N0} a second"));
        output.WriteLine();
        foreach (var outcome in (Outcome[])[Outcome.Accept, Outcome.Review, Outcome.NoData, Outcome.Reject])
        {
            WriteCount(output, outcome.ToString(), tallies.Sum(tally => tally[outcome]), rows);
        }

        WriteCount(output, "bad rows", BadRows, rows);
        WriteRules(output, rows);
        WriteBadRows(output);
    }

    private void WriteRules(TextWriter output, long rows)
    {
        var rules = tallies.SelectMany(tally => tally.Rules)
            .GroupBy(rule => rule.Id, (id, all) => (Id: id, Count: all.Sum(rule => rule.Count), First: all.MinBy(rule => rule.First)))
            .OrderByDescending(rule => rule.Count).ThenBy(rule => rule.Id, StringComparer.Ordinal)
            .ToList();
        output.WriteLine(rules.Count == 0 ? "\nNo rule has fired." : "\nMost frequent rules, each with the first row on which it fired");
        foreach (var (id, count, first) in rules.Take(MaxRules))
        {
            WriteCount(output, id, count, rows);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    row {RowOf(first.First)}: {first.Message}"));
        }

        if (rules.Count > MaxRules)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {rules.Count - MaxRules} more rules"));
        }
    }

    private void WriteBadRows(TextWriter output)
    {
        var shown = tallies.SelectMany(tally => tally.BadRows).OrderBy(bad => bad.Place).Take(Tally.MaxShown).ToList();
        if (shown.Count > 0)
        {
            output.WriteLine("\nBad rows");
        }

        foreach (var (place, problem) in shown)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  row {RowOf(place)}: {problem}"));
        }

        if (BadRows > shown.Count)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {BadRows - shown.Count:N0} more"));
        }
    }

    // Row 1 is the header.
    private long RowOf(Place place) => 2 + place.Row + tallies.SelectMany(tally => tally.Blocks).Where(block => block.Block < place.Block).Sum(block => block.Rows);

    private static void WriteCount(TextWriter output, string name, long count, long rows) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-8} {count,Width:N0} {(rows == 0 ? 0 : 100.0 * count / rows),6:0.0}%"));
}
