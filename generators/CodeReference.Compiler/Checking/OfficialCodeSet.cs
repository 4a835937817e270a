using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>A code as an official source has it.</summary>
/// <param name="Key">The code.</param>
/// <param name="Title">What the source calls it.</param>
/// <param name="Names">What else it goes by, the most exact first; the title is the first of them.</param>
/// <param name="IsBillable">False for a heading of diagnoses.</param>
/// <param name="Source">The source, by its name and edition.</param>
internal sealed record OfficialCode(ulong Key, string Title, EquatableArray<string> Names, bool IsBillable, string Source)
{
    public string Code => CodeKey.ToText(Key);
}

/// <summary>
/// What official sources say about the codes of one system: an official file, which is complete, or else the official
/// titles table, which is silent about what it does not list.
/// </summary>
internal sealed class OfficialCodeSet
{
    private readonly Dictionary<ulong, OfficialCode> _codes = [];
    private readonly Dictionary<ulong, string> _absent = [];
    private readonly ulong[] _keys;
    private readonly string _completeSource = "";

    public OfficialCodeSet(BookModel book, CodeSystem system, SectionKind section, Func<Row, string, OfficialCode> codeOf)
    {
        foreach (var file in book.Files)
        {
            var rows = file.Rows(section);
            if (rows.Count == 0)
            {
                continue;
            }

            var source = SourceOf(file);
            _completeSource = IsComplete ? _completeSource : source;
            IsComplete = true;
            foreach (var row in rows)
            {
                if (row.Key != 0 && !_codes.ContainsKey(row.Key))
                {
                    _codes.Add(row.Key, codeOf(row, source));
                }
            }
        }

        if (!IsComplete)
        {
            AddTable(book, system);
        }

        _keys = [.. _codes.Keys];
        Array.Sort(_keys);
    }

    /// <summary>Whether a code that it does not have is in no official source.</summary>
    public bool IsComplete { get; }

    /// <summary>All codes that it knows, in their order.</summary>
    public IEnumerable<OfficialCode> Codes => _keys.Select(key => _codes[key]);

    public static string SourceOf(FileModel file) =>
        file.Rows(SectionKind.CodeSets) is { Count: > 0 } sets ? (sets[0][0] + " " + sets[0][1]).Trim() : file.Path;

    /// <returns>Null when the code is absent or not known.</returns>
    public OfficialCode? TryGet(ulong key) => _codes.TryGetValue(key, out var code) ? code : null;

    /// <summary>Whether a source says that a code is not in its set, and which.</summary>
    public bool IsAbsent(ulong key, out string source)
    {
        source = _completeSource;
        return IsComplete ? !_codes.ContainsKey(key) : _absent.TryGetValue(key, out source);
    }

    /// <summary>The codes that start with the first characters of a code, in their order, itself among them.</summary>
    public IEnumerable<OfficialCode> StartingWith(ulong key, int characters)
    {
        var rest = characters >= CodeKey.MaxLength ? 0 : (1ul << (60 - (6 * characters))) - 1;
        var first = key & ~rest;
        var at = Array.BinarySearch(_keys, first);
        for (at = at < 0 ? ~at : at; at < _keys.Length && _keys[at] <= (first | rest); at++)
        {
            yield return _codes[_keys[at]];
        }
    }

    private void AddTable(BookModel book, CodeSystem system)
    {
        foreach (var (_, row) in book.Rows(SectionKind.OfficialTitles))
        {
            if (row.Key == 0 || CodeKey.SystemOf(row.Key) != system || _codes.ContainsKey(row.Key))
            {
                continue;
            }

            if (row[OfficialTitleColumns.Status] == OfficialTitleColumns.Absent)
            {
                _absent[row.Key] = row[4];
            }
            else
            {
                _codes.Add(row.Key, new(row.Key, row[2], new([row[2]]), row[OfficialTitleColumns.Status] == OfficialTitleColumns.Valid, row[4]));
            }
        }
    }
}
