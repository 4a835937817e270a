using CodeReference.Compiled;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Checking;

/// <summary>Says what the book has more of than its format holds.</summary>
internal sealed class LimitChecker
{
    private readonly BookModel _book;
    private readonly List<Diagnostic> _diagnostics = [];

    private LimitChecker(BookModel book) => _book = book;

    public static IEnumerable<Diagnostic> Check(BookModel book)
    {
        var checker = new LimitChecker(book);
        checker.CheckLimits();
        return checker._diagnostics;
    }

    private void CheckLimits()
    {
        CheckCount("modifier rules", SectionKind.ModifierRules, BookFormat.MaxRules, rows => rows);
        CheckCount("techniques", SectionKind.Techniques, BookFormat.MaxMeanings, rows => Names(rows, 1));
        CheckCount("anatomic sites", SectionKind.AnatomicSites, BookFormat.MaxMeanings, rows => Names(rows, 1));
        CheckCount("documentation elements", SectionKind.DocumentationChecklist, BookFormat.MaxMeanings, rows => rows);

        static IEnumerable<object> Names(IEnumerable<Row> rows, int column) => rows.SelectMany(row => Values.Terms(row[column])).Distinct();
    }

    private void CheckCount(string what, SectionKind kind, int limit, Func<IEnumerable<Row>, IEnumerable<object>> itemsOf)
    {
        var rows = _book.Rows(kind).ToList();
        var count = itemsOf(rows.Select(row => row.Row)).Count();
        if (count > limit)
        {
            var (path, last) = rows[rows.Count - 1];
            Report(Diagnostics.TooMany, path, last.Span, FormattableString.Invariant($"{count}"), what, FormattableString.Invariant($"{limit}"));
        }
    }

    private void Report(DiagnosticRule rule, string path, SourceSpan span, params string[] arguments) =>
        _diagnostics.Add(Diagnostic.At(rule, path, span, arguments));
}
