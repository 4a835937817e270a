using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>Says where a reference table and an official file of the book differ: the file is what the pages are held against.</summary>
internal static class OfficialTableChecker
{
    private const int FirstIndicator = IndicatorColumns.Status;
    private const int Indicators = IndicatorColumns.Team - IndicatorColumns.Status + 1;

    public static IEnumerable<Diagnostic> Check(SettledBook settled) =>
        Each(settled.Model, SectionKind.FeeScheduleIndicators, row => CheckIndicators(row, settled.Procedures))
            .Concat(Each(settled.Model, SectionKind.OfficialTitles, row => CheckTitle(row, settled.Of(CodeKey.SystemOf(row.Key)))))
            .Concat(Each(settled.Model, SectionKind.ModifierRegistry, row => CheckRegistry(row, settled.Modifiers)));

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

    private static Contradiction? CheckIndicators(Row row, ProcedureFacts procedures)
    {
        if (procedures.FeeScheduleFile is not { } file)
        {
            return null;
        }

        if (procedures.NewestOf(row.Key).Indicators is not { } official)
        {
            return Differs(Diagnostics.OutdatedIndicators, 0, row, "a row", "no row", file.Source);
        }

        var columns = TableSchema.Of(SectionKind.FeeScheduleIndicators).Columns;
        var differing = Enumerable.Range(FirstIndicator, Indicators).Where(column => row[column] != official.Row[column]).ToList();
        return differing.Count == 0
            ? null
            : Differs(Diagnostics.OutdatedIndicators, differing[0], row, Say(row), Say(official.Row), official.Source);

        string Say(Row from) => string.Join(
            ", ", differing.Select(column => columns[column].Header + " " + (from[column].Length == 0 ? "empty" : from[column])));
    }

    private static Contradiction? CheckTitle(Row row, CodeFacts codes)
    {
        if (codes.IsAbsent(row.Key, out var absent))
        {
            return row[OfficialTitleColumns.Status] == OfficialTitleColumns.Absent
                ? null
                : TitleDiffers(OfficialTitleColumns.Status, row, OfficialTitleColumns.Absent, absent);
        }

        // Of several rows of the table the first counts, and another file says which.
        if (codes.TryGet(row.Key) is not { Official.Kind: not SectionKind.OfficialTitles } code)
        {
            return null;
        }

        var status = code.IsBillable ? OfficialTitleColumns.Valid : OfficialTitleColumns.NotBillable;
        if (row[OfficialTitleColumns.Status] != status)
        {
            return TitleDiffers(OfficialTitleColumns.Status, row, status, code.Source);
        }

        var title = row[OfficialTitleColumns.OfficialTitle];
        return CellValues.Normalize(title) == CellValues.Normalize(code.Title)
            ? null
            : TitleDiffers(OfficialTitleColumns.OfficialTitle, row, code.Title, code.Source);
    }

    private static Contradiction? CheckRegistry(Row row, CodeFacts modifiers)
    {
        if (modifiers.IsAbsent(row.Key, out var source))
        {
            return Differs(Diagnostics.OutdatedRegistry, 0, row, "a row", "no row", source);
        }

        var period = modifiers.TryGet(row.Key);
        if (period is null || period.Dated.Kind == SectionKind.ModifierRegistry || period.LastDay == row[RegistryColumns.Ended])
        {
            return null;
        }

        var published = EndOf(row[RegistryColumns.Ended]);
        return Differs(Diagnostics.OutdatedRegistry, RegistryColumns.Ended, row, published, EndOf(period.LastDay), period.Dated.Source);

        static string EndOf(string day) => day.Length == 0 ? "no end date" : "the end date " + day;
    }

    private static Contradiction TitleDiffers(int column, Row row, string official, string source) =>
        Differs(Diagnostics.OutdatedTitle, column, row, Quote(row[column]), Quote(official), source);

    private static Contradiction Differs(DiagnosticRule rule, int column, Row row, string published, string official, string source) =>
        new(rule, column, new(published, official, source), row.Key == 0 ? row.Label : CodeKey.ToText(row.Key), published, source, official);

    private static string Quote(string text) => '"' + text + '"';
}
