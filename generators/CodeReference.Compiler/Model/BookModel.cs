using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>
/// All that a book is compiled from: its files in an order that their codes, names and contents alone decide, each with
/// a path of its own.
/// </summary>
internal sealed record BookModel(EquatableArray<FileModel> Files)
{
    public static BookModel Of(IEnumerable<FileModel> files)
    {
        var ordered = files.OrderBy(file => file.Procedure)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .ThenBy(file => file.ContentHash, StringComparer.Ordinal);
        // Files outside the project go by their names alone, and folders are the machine's: the second "a.txt" is "a.txt#2".
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var distinct = new List<FileModel>();
        foreach (var file in ordered)
        {
            var path = file.Path;
            while (!paths.Add(path))
            {
                numbers[file.Path] = numbers.TryGetValue(file.Path, out var number) ? number + 1 : 2;
                path = FormattableString.Invariant($"{file.Path}#{numbers[file.Path]}");
            }

            distinct.Add(path == file.Path ? file : file.At(path));
        }

        return new(distinct.ToEquatableArray());
    }

    /// <summary>The publications that have a procedure, in the order of its code: the first of those that share one.</summary>
    public IEnumerable<FileModel> Publications =>
        Files.Where(file => file.Procedure != 0).GroupBy(file => file.Procedure).Select(pages => pages.First());

    /// <summary>The rows of a kind in all files.</summary>
    public IEnumerable<Row> RowsOf(SectionKind kind) => Files.SelectMany(file => file.Rows(kind));

    /// <summary>The rows of a kind in all files, each with the path of its file.</summary>
    public IEnumerable<(string Path, Row Row)> Rows(SectionKind kind) =>
        Files.SelectMany(file => file.Rows(kind).Select(row => (file.Path, row)));
}
