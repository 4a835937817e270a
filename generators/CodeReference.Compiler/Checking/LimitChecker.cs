using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>Says what the book has more of than its format holds.</summary>
internal static class LimitChecker
{
    public static IEnumerable<Diagnostic> Check(BookModel book) =>
    [
        .. CheckCount(book, "modifier rules", SectionKind.ModifierRules, BookFormat.MaxRules, rows => rows),
        .. CheckCount(book, "techniques", SectionKind.Techniques, BookFormat.MaxMeanings, rows => Names(rows, TechniqueColumns.Techniques)),
        .. CheckCount(book, "anatomic sites", SectionKind.AnatomicSites, BookFormat.MaxMeanings, rows => Names(rows, AnatomicSiteColumns.Sites)),
        .. CheckCount(book, "documentation elements", SectionKind.DocumentationChecklist, BookFormat.MaxMeanings, rows => rows),
    ];

    private static IEnumerable<Diagnostic> CheckCount(BookModel book, string what, SectionKind kind, int limit, Func<IEnumerable<Row>, IEnumerable<object>> itemsOf)
    {
        var rows = book.Rows(kind).ToList();
        var count = itemsOf(rows.Select(row => row.Row)).Count();
        if (count > limit)
        {
            var (path, last) = rows[rows.Count - 1];
            yield return Diagnostic.At(Diagnostics.TooMany, path, last.Span, FormattableString.Invariant($"{count}"), what, FormattableString.Invariant($"{limit}"));
        }
    }

    private static IEnumerable<string> Names(IEnumerable<Row> rows, int column) =>
        rows.SelectMany(row => Values.Terms(row[column])).Distinct();
}
