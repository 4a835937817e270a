using CodeReference.Compiled;

namespace CodeReference.Compiler.Model;

/// <summary>All that a book is compiled from: its files in an order that their names and codes alone decide.</summary>
internal sealed record BookModel(EquatableArray<FileModel> Files)
{
    public static BookModel Of(IEnumerable<FileModel> files) =>
        new(files.OrderBy(file => file.Procedure).ThenBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>The publications that have a procedure, in the order of its code: the first of those that share one.</summary>
    public IEnumerable<FileModel> Publications =>
        Files.Where(file => file.Procedure != 0).GroupBy(file => file.Procedure).Select(pages => pages.First());

    /// <summary>The rows of a kind in all files, each with the path of its file.</summary>
    public IEnumerable<(string Path, Row Row)> Rows(SectionKind kind) =>
        Files.SelectMany(file => file.Rows(kind).Select(row => (file.Path, row)));
}
