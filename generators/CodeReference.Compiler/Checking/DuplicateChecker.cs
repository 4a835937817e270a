using CodeReference.Compiled;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Checking;

/// <summary>Says what two files state, where the book can hold one.</summary>
internal sealed class DuplicateChecker
{
    private readonly BookModel _book;
    private readonly List<Diagnostic> _diagnostics = [];

    private DuplicateChecker(BookModel book) => _book = book;

    public static IEnumerable<Diagnostic> Check(BookModel book)
    {
        var checker = new DuplicateChecker(book);
        checker.CheckDuplicates();
        return checker._diagnostics;
    }

    // Within one file the model has said it.
    private void CheckDuplicates()
    {
        CheckOnce("Publication", _book.Rows(SectionKind.Title).Where(title => title.Row.Key != 0), row => [CodeKey.ToText(row.Key)]);
        foreach (var schema in TableSchema.Of(SourceKind.ReferenceTable))
        {
            if (schema.KeyColumns > 0)
            {
                CheckOnce(schema.Name, _book.Rows(schema.Kind), row => [string.Join(", ", schema.KeyOf(row.Cells))]);
            }
        }

        CheckOnce("Technique term", _book.Rows(SectionKind.Techniques), row => Values.Phrases(row[0]));
        CheckOnce("Anatomic site term", _book.Rows(SectionKind.AnatomicSites), row => Values.Phrases(row[0]));
        CheckOnce("Payer term", _book.Rows(SectionKind.PayerProfiles), row => Values.Phrases(row[1]));
        CheckOnce("Narrative word", _book.Rows(SectionKind.NarrativeWords), row => Values.Phrases(row[1]));
    }

    private void CheckOnce(string name, IEnumerable<(string Path, Row Row)> rows, Func<Row, IEnumerable<string>> keysOf)
    {
        var first = new Dictionary<string, (string Path, Row Row)>(StringComparer.Ordinal);
        foreach (var (path, row) in rows)
        {
            foreach (var key in keysOf(row))
            {
                if (!first.TryGetValue(key, out var other))
                {
                    first.Add(key, (path, row));
                }
                else
                {
                    Report(Diagnostics.Duplicate, path, row.Span, name, key, FormattableString.Invariant($"{other.Path}({other.Row.Span.Line},{other.Row.Span.Column})"));
                }
            }
        }
    }

    private void Report(DiagnosticRule rule, string path, SourceSpan span, params string[] arguments) =>
        _diagnostics.Add(Diagnostic.At(rule, path, span, arguments));
}
