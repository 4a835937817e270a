using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Facts;

/// <summary>
/// Which row is right about each code where an official file and a reference table have it: the one place that decides.
/// The file, because it is complete: the table's row counts where there is no file, or where it is of a later release.
/// Of several rows of one kind the first counts.
/// </summary>
internal sealed class SourceMerge
{
    private readonly Dictionary<ulong, OfficialRow> _rows = [];
    private readonly Dictionary<ulong, OfficialRow> _outdated = [];

    /// <param name="book">The book.</param>
    /// <param name="file">The section of the official file.</param>
    /// <param name="table">The section of the reference table.</param>
    /// <param name="isMeant">Whether a row of the file is about the code as a whole; all are when it is null.</param>
    /// <param name="isMeantInTable">The same for a row of the table.</param>
    public SourceMerge(BookModel book, SectionKind file, SectionKind table, Func<Row, bool>? isMeant = null, Func<Row, bool>? isMeantInTable = null)
    {
        foreach (var row in book.Files.SelectMany(model => OfficialRow.Of(model, file)))
        {
            File ??= row;
            if (row.Row.Key != 0 && isMeant?.Invoke(row.Row) is not false && !_rows.ContainsKey(row.Row.Key))
            {
                _rows.Add(row.Row.Key, row);
            }
        }

        foreach (var row in book.Files.SelectMany(model => OfficialRow.Of(model, table)))
        {
            if (row.Row.Key != 0 && isMeantInTable?.Invoke(row.Row) is not false)
            {
                AddOfTable(row);
            }
        }

        IsTableComplete = book.Files.Any(model => model.IsComplete(table));
    }

    /// <summary>A row of the official file; null when the book has no such file.</summary>
    public OfficialRow? File { get; }

    /// <summary>Whether the table says that it is complete.</summary>
    public bool IsTableComplete { get; }

    /// <summary>The row that is right about each code.</summary>
    public IReadOnlyDictionary<ulong, OfficialRow> Rows => _rows;

    /// <summary>The rows of the table, right or not.</summary>
    public Dictionary<ulong, OfficialRow> OfTable { get; } = [];

    /// <summary>The row of the file, right or not; null when the file lacks the code.</summary>
    public OfficialRow? OfFile(ulong key) =>
        _outdated.TryGetValue(key, out var outdated) ? outdated
        : _rows.TryGetValue(key, out var row) && (!OfTable.TryGetValue(key, out var own) || !ReferenceEquals(own, row)) ? row
        : null;

    private void AddOfTable(OfficialRow row)
    {
        if (OfTable.ContainsKey(row.Row.Key))
        {
            return;
        }

        OfTable.Add(row.Row.Key, row);
        var hasOfficial = _rows.TryGetValue(row.Row.Key, out var official);
        if (File is null || row.IsLaterThan(hasOfficial ? official! : File))
        {
            _rows[row.Row.Key] = row;
            if (hasOfficial)
            {
                _outdated.Add(row.Row.Key, official!);
            }
        }
    }
}
