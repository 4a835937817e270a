using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>Says where a reference table and an official file of the book differ: the file is what the pages are held against.</summary>
internal static class OfficialTableChecker
{
    private const int FirstIndicator = 1;
    private const int LastIndicator = 8;
    private const int TitleSystem = 0;
    private const int TitleText = 2;
    private const int TitleStatus = 3;

    public static IEnumerable<Diagnostic> Check(BookModel book, OfficialSources sources) =>
        Each(book, SectionKind.FeeScheduleIndicators, row => CheckIndicators(row, sources))
            .Concat(Each(book, SectionKind.OfficialTitles, row => CheckTitle(row, row[TitleSystem] == "NUCC" ? sources.Taxonomies : sources.Diagnoses)))
            .Concat(Each(book, SectionKind.ModifierRegistry, row => CheckRegistry(row, sources)));

    private static IEnumerable<Diagnostic> Each(BookModel book, SectionKind kind, Func<Row, Contradiction?> check)
    {
        foreach (var (path, row) in book.Rows(kind))
        {
            if (check(row) is { } contradiction)
            {
                yield return contradiction.In(path, row);
            }
        }
    }

    private static Contradiction? CheckIndicators(Row row, OfficialSources sources)
    {
        if (!sources.HasFeeSchedule)
        {
            return null;
        }

        if (sources.TryGetIndicators(row.Key) is not { } official)
        {
            return Differs(Diagnostics.OutdatedIndicators, 0, row, "a row", "none", sources.FeeScheduleSource);
        }

        var columns = TableSchema.Of(SectionKind.FeeScheduleIndicators).Columns;
        var differing = Enumerable.Range(FirstIndicator, LastIndicator).Where(column => row[column] != official.Row[column]).ToList();
        return differing.Count == 0 ? null : Differs(Diagnostics.OutdatedIndicators, differing[0], row, Say(row), Say(official.Row), official.Source);

        string Say(Row from) => string.Join(", ", differing.Select(column => columns[column].Header + " " + (from[column].Length == 0 ? "empty" : from[column])));
    }

    private static Contradiction? CheckTitle(Row row, OfficialCodeSet set)
    {
        if (!set.IsComplete)
        {
            return null;
        }

        if (set.IsAbsent(row.Key, out var absent))
        {
            return row[TitleStatus] == OfficialTitleColumns.Absent ? null : Differs(Diagnostics.OutdatedTitle, TitleStatus, row, Quote(row[TitleStatus]), Quote(OfficialTitleColumns.Absent), absent);
        }

        var code = set.TryGet(row.Key)!;
        var status = code.IsBillable ? OfficialTitleColumns.Valid : OfficialTitleColumns.NotBillable;
        return row[TitleStatus] != status ? Differs(Diagnostics.OutdatedTitle, TitleStatus, row, Quote(row[TitleStatus]), Quote(status), code.Source)
            : Values.Normalize(row[TitleText]) != Values.Normalize(code.Title) ? Differs(Diagnostics.OutdatedTitle, TitleText, row, Quote(row[TitleText]), Quote(code.Title), code.Source)
            : null;
    }

    // The file is of HCPCS Level II: it has no modifier of CPT.
    private static Contradiction? CheckRegistry(Row row, OfficialSources sources)
    {
        if (!sources.Modifiers.IsComplete || row[RegistryColumns.Origin] != "HCPCS")
        {
            return null;
        }

        if (sources.Modifiers.IsAbsent(row.Key, out var source))
        {
            return Differs(Diagnostics.OutdatedRegistry, 0, row, "a row", "none", source);
        }

        var ended = sources.LastDayOf(row.Key);
        return ended == row[RegistryColumns.Ended] ? null : Differs(
            Diagnostics.OutdatedRegistry, RegistryColumns.Ended, row, EndOf(row[RegistryColumns.Ended]), EndOf(ended), sources.Modifiers.TryGet(row.Key)!.Source);

        static string EndOf(string day) => day.Length == 0 ? "no end" : "its end on " + day;
    }

    private static Contradiction Differs(DiagnosticRule rule, int column, Row row, string published, string official, string source) =>
        new(rule, column, new(published, official, source), row.Key == 0 ? row[0] : CodeKey.ToText(row.Key), published, source, official);

    private static string Quote(string text) => '"' + text + '"';
}
