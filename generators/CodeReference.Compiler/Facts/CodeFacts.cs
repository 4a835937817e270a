using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Facts;

/// <summary>
/// What is official about the codes of one code set, settled once. An official file is complete: what it lacks is not in
/// the code set, and a reference table does not speak against it unless its row is of a later release. Where there is no
/// file the table answers, and is complete when it says so.
/// </summary>
internal sealed class CodeFacts
{
    private readonly Dictionary<ulong, EquatableArray<CodePeriod>> _periods;
    private readonly Func<CodeSetKind, string> _completeSourceOf;
    private readonly ulong[] _keys;

    /// <param name="periods">The codes, each with its periods in order.</param>
    /// <param name="completeSourceOf">The source that has all codes of a code set, by its name; empty when the book has none.</param>
    public CodeFacts(Dictionary<ulong, EquatableArray<CodePeriod>> periods, Func<CodeSetKind, string> completeSourceOf)
    {
        _periods = periods;
        _completeSourceOf = completeSourceOf;
        _keys = [.. periods.Keys];
        Array.Sort(_keys);
    }

    /// <summary>The codes that are in the set, each as its newest source has it, in their order.</summary>
    public IEnumerable<CodePeriod> Codes => _keys.Select(key => Newest(_periods[key])).Where(period => period.Status != CodeStatus.NotInCodeSet);

    /// <summary>All that the book has of a code, the earliest period first; empty for a code that no official source has.</summary>
    public EquatableArray<CodePeriod> PeriodsOf(ulong key) => _periods.TryGetValue(key, out var periods) ? periods : default;

    /// <summary>A code as its newest source has it.</summary>
    /// <returns>Null when the code is not in the set, or not known.</returns>
    public CodePeriod? TryGet(ulong key) =>
        _periods.TryGetValue(key, out var periods) && Newest(periods) is { Status: not CodeStatus.NotInCodeSet } period ? period : null;

    /// <summary>The status of a code where no date is given.</summary>
    public CodeStatus StatusOf(ulong key) =>
        _periods.TryGetValue(key, out var periods) ? Newest(periods).Today
        : IsComplete(CodeSetKinds.Of(key)) ? CodeStatus.NotInCodeSet
        : CodeStatus.Unknown;

    /// <summary>Whether a source of the book has all codes of a code set.</summary>
    public bool IsComplete(CodeSetKind set) => _completeSourceOf(set).Length > 0;

    /// <summary>Whether a source says that a code is not in the set, and which.</summary>
    public bool IsAbsent(ulong key, out string source)
    {
        var newest = _periods.TryGetValue(key, out var periods) ? Newest(periods) : null;
        source = newest is { Status: CodeStatus.NotInCodeSet } ? newest.Source : newest is null ? _completeSourceOf(CodeSetKinds.Of(key)) : "";
        return source.Length > 0;
    }

    /// <summary>The codes of the set that start with the first characters of a code, in their order, itself among them.</summary>
    public IEnumerable<CodePeriod> StartingWith(ulong key, int characters)
    {
        var rest = characters >= CodeKey.MaxLength ? 0 : (1ul << (60 - (6 * characters))) - 1;
        var first = key & ~rest;
        var at = Array.BinarySearch(_keys, first);
        for (at = at < 0 ? ~at : at; at < _keys.Length && _keys[at] <= (first | rest); at++)
        {
            if (TryGet(_keys[at]) is { } period)
            {
                yield return period;
            }
        }
    }

    private static CodePeriod Newest(EquatableArray<CodePeriod> periods) => periods[periods.Count - 1];
}
