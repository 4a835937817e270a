using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>Says what two files state, where the book can hold one. Within one file the model has said it.</summary>
internal static class DuplicateChecker
{
    public static IEnumerable<Diagnostic> Check(BookModel book) =>
    [
        .. CheckOnce("Publication", book.Rows(SectionKind.Title).Where(title => title.Row.Key != 0), row => [CodeKey.ToText(row.Key)]),
        .. TableSchema.Of(SourceKind.ReferenceTable).Where(schema => schema.KeyColumns > 0)
            .SelectMany(schema => CheckOnce(schema.Name, book.Rows(schema.Kind), row => [string.Join(", ", schema.KeyOf(row.Cells))])),
        .. CheckOnce("Technique term", book.Rows(SectionKind.Techniques), row => CellValues.Phrases(row[TechniqueColumns.Terms])),
        .. CheckOnce("Anatomic site term", book.Rows(SectionKind.AnatomicSites), row => CellValues.Phrases(row[AnatomicSiteColumns.Terms])),
        .. CheckOnce("Payer term", book.Rows(SectionKind.PayerProfiles), row => CellValues.Phrases(row[PayerColumns.Terms])),
        .. CheckOnce("Narrative word", book.Rows(SectionKind.NarrativeWords), row => CellValues.Phrases(row[NarrativeWordColumns.Phrases])),
    ];

    private static IEnumerable<Diagnostic> CheckOnce(string name, IEnumerable<(string Path, Row Row)> rows, Func<Row, IEnumerable<string>> keysOf)
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
                    yield return Diagnostic.At(Diagnostics.Duplicate, path, row.Span, name, key, FormattableString.Invariant($"{other.Path}({other.Row.Span.Line},{other.Row.Span.Column})"));
                }
            }
        }
    }
}
