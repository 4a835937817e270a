using System.Globalization;
using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>
/// Lays out what was settled about codes: for each code what it is called, its status where no date is given, and its
/// periods; for each procedure the periods of its indicators and limits.
/// </summary>
internal sealed class FactLayout(SettledBook book, RowLayout rows, CodeLayout codes)
{
    public IEnumerable<ConstantTable> Tables()
    {
        var periods = new List<ConstantEntry>();
        var starts = new List<ulong>();
        foreach (var key in codes.Keys)
        {
            starts.Add((ulong)periods.Count);
            periods.AddRange(FactsOf(key).PeriodsOf(key).Select(Period));
        }

        starts.Add((ulong)periods.Count);
        return
        [
            ConstantTable.Of(BookTable.TitleRows, codes.Keys.Select(key => (ulong?)codes.TitleRowOf(key)?.Id ?? BookFormat.None)),
            ConstantTable.Of(BookTable.CodeStatuses, codes.Keys.Select(key => (ulong)FactsOf(key).StatusOf(key))),
            ConstantTable.Of(BookTable.PeriodStarts, starts),
            ConstantTable.Of(BookTable.Periods, periods),
            .. ProcedureTables(),
            ConstantTable.Of(BookTable.CompleteSets, Enumerable.Range(0, CodeSetKinds.Count).Select(set => ConstantEntry.Of(
                ((CodeSetKind)set).ToString(), book.Of(CodeSetKinds.SystemOf((CodeSetKind)set)).IsComplete((CodeSetKind)set) ? 1ul : 0ul))),
        ];
    }

    private CodeFacts FactsOf(ulong key) => book.Of(CodeKey.SystemOf(key));

    private ConstantEntry Period(CodePeriod period) => ConstantEntry.Of(
        period.Code,
        CellValues.DateNumber(period.FirstDay),
        CellValues.DateNumber(period.LastDay),
        (ulong)period.Status,
        (ulong)rows.IdOf(period.Official.Row),
        period.Titled is { } titled ? (ulong)rows.IdOf(titled.Row) : BookFormat.None,
        (ulong)rows.IdOf(period.Dated.Row));

    private IEnumerable<ConstantTable> ProcedureTables()
    {
        var periods = new List<ConstantEntry>();
        var starts = new List<ulong>();
        foreach (var key in codes.Of(CodeSystem.Cpt))
        {
            starts.Add((ulong)periods.Count);
            periods.AddRange(book.Procedures.PeriodsOf(key).Select(period => ConstantEntry.Of(
                CodeKey.ToText(key),
                CellValues.DateNumber(period.FirstDay),
                CellValues.DateNumber(period.LastDay),
                RowOf(period.Indicators),
                RowOf(period.Limit),
                period.Limit is { } limit ? ulong.Parse(limit.Row[UnlikelyEditColumns.Units], CultureInfo.InvariantCulture) : BookFormat.None)));
        }

        starts.Add((ulong)periods.Count);
        return
        [
            ConstantTable.Of(BookTable.ProcedurePeriodStarts, starts),
            ConstantTable.Of(BookTable.ProcedurePeriods, periods),
        ];
    }

    private ulong RowOf(OfficialRow? row) => row is null ? BookFormat.None : (ulong)rows.IdOf(row.Row);
}
