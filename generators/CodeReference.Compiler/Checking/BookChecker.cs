using CodeReference.Compiled;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Checking;

/// <summary>The third stage: what is wrong between rows and between files. Never alters a row.</summary>
internal sealed class BookChecker
{
    private readonly BookModel _book;
    private readonly List<Diagnostic> _diagnostics = [];

    private BookChecker(BookModel book) => _book = book;

    public static IEnumerable<Diagnostic> Check(BookModel book)
    {
        var checker = new BookChecker(book);
        checker.CheckDuplicates();
        checker.CheckSelection();
        checker.CheckRules();
        checker.CheckLimits();
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

        CheckOnce("Technique term", _book.Rows(SectionKind.Techniques), row => Values.Terms(row[0]));
        CheckOnce("Anatomic site term", _book.Rows(SectionKind.AnatomicSites), row => Values.Terms(row[0]));
        CheckOnce("Payer term", _book.Rows(SectionKind.PayerProfiles), row => Values.Terms(row[1]));
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

    private void CheckSelection()
    {
        var techniques = Set(SectionKind.Techniques, row => Values.Terms(row[1]));
        var sites = Set(SectionKind.AnatomicSites, row => Values.Terms(row[1]));
        var groups = Set(SectionKind.SiteGroups, row => [row[0] + ": " + row[1]]);
        var codes = Set(SectionKind.CodeSelection, row => [CodeKey.ToText(row.Key)]);
        foreach (var (path, row) in _book.Rows(SectionKind.CodeSelection))
        {
            Expect(techniques, "Code selection", path, row, SelectionColumns.Technique, "technique", [row[SelectionColumns.Technique]]);
            Expect(groups, "Code selection", path, row, SelectionColumns.SiteGroup, "site group", [row[1] + ": " + row[2]]);
            Expect(codes, "Code selection", path, row, SelectionColumns.AddOnTo, "primary procedure", Codes(CodeSystem.Cpt, row[SelectionColumns.AddOnTo]));
        }

        foreach (var (path, row) in _book.Rows(SectionKind.SiteGroups))
        {
            Expect(techniques, "Site group", path, row, 0, "technique", [row[0]]);
            Expect(sites, "Site group", path, row, 2, "anatomic site", Values.Terms(row[2]).Where(site => site != SelectionColumns.AnySite));
        }
    }

    private void CheckRules()
    {
        var indicators = TableSchema.Of(SectionKind.FeeScheduleIndicators);
        var registry = Set(SectionKind.ModifierRegistry, row => [CodeKey.ToText(row.Key)]);
        var classes = Set(SectionKind.ProcedureClasses, row => [row[0]]);
        var payers = Set(SectionKind.PayerProfiles, row => [row[0]]);
        foreach (var (path, row) in _book.Rows(SectionKind.ModifierRules))
        {
            var modifiers = Codes(CodeSystem.Modifier, row[RuleColumns.Modifiers]);
            var with = Codes(CodeSystem.Modifier, row[RuleColumns.With]);
            Expect(registry, "Modifier rule", path, row, RuleColumns.Modifiers, "modifier", modifiers);
            Expect(registry, "Modifier rule", path, row, RuleColumns.With, "modifier", with);
            if (modifiers.Intersect(with).FirstOrDefault() is { } both)
            {
                Report(Diagnostics.ConflictsWithItself, path, row.Cells[RuleColumns.With].Span, row[0], both);
            }

            var condition = RuleCondition.Of(row);
            switch (condition.Subject)
            {
                case ConditionSubject.Indicator when indicators.IndexOf(condition.Name) < 0:
                    Expect([], "Modifier rule", path, row, RuleColumns.Condition, "indicator", [condition.Name]);
                    break;
                case ConditionSubject.Class:
                    Expect(classes, "Modifier rule", path, row, RuleColumns.Condition, "procedure class", condition.Values);
                    break;
                case ConditionSubject.Payer:
                    Expect(payers, "Modifier rule", path, row, RuleColumns.Condition, "payer", condition.Values);
                    break;
            }
        }
    }

    private void CheckLimits()
    {
        CheckCount("modifier rules", SectionKind.ModifierRules, BookFormat.MaxRules, rows => rows);
        CheckCount("techniques", SectionKind.Techniques, BookFormat.MaxMeanings, rows => Names(rows, 1));
        CheckCount("anatomic sites", SectionKind.AnatomicSites, BookFormat.MaxMeanings, rows => Names(rows, 1));

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

    private void Expect(HashSet<string> known, string table, string path, Row row, int column, string what, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => !known.Contains(name)))
        {
            Report(Diagnostics.UnknownReference, path, row.Cells[column].Span, table, row[0], what, name);
        }
    }

    // By key and not as typed: what is laid out is the key.
    private static IEnumerable<string> Codes(CodeSystem system, string text) => Values.Keys(system, text).Select(CodeKey.ToText);

    private HashSet<string> Set(SectionKind kind, Func<Row, IEnumerable<string>> valuesOf) =>
        new(_book.Rows(kind).SelectMany(row => valuesOf(row.Row)), StringComparer.Ordinal);

    private void Report(DiagnosticRule rule, string path, SourceSpan span, params string[] arguments) =>
        _diagnostics.Add(Diagnostic.At(rule, path, span, arguments));
}
