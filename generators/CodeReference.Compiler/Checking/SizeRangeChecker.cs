using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>Says where the sizes of one technique and site group leave a gap or overlap.</summary>
internal static class SizeRangeChecker
{
    public static IEnumerable<Diagnostic> Check(BookModel book)
    {
        var groups = book.Rows(SectionKind.CodeSelection)
            .Where(placed => SelectionColumns.UnitOf(placed.Row[SelectionColumns.Unit]) != SizeUnit.None)
            .GroupBy(placed => (placed.Row[SelectionColumns.Technique], placed.Row[SelectionColumns.SiteGroup], placed.Row[SelectionColumns.Unit]));
        foreach (var group in groups)
        {
            Row? before = null;
            foreach (var (path, row) in group.OrderBy(placed => Above(placed.Row)).ThenBy(placed => UpTo(placed.Row)).ThenBy(placed => placed.Row.Key))
            {
                if (before is not null && Above(row) != UpTo(before))
                {
                    yield return Between(before, row).In(path, row);
                }

                // A row inside the one before it does not end that one.
                before = before is null || UpTo(row) >= UpTo(before) ? row : before;
            }
        }
    }

    private static Contradiction Between(Row before, Row row)
    {
        var end = before[SelectionColumns.UpTo].Length == 0
            ? "has no end"
            : "ends at " + before[SelectionColumns.UpTo] + " " + before[SelectionColumns.Unit];
        var begin = row[SelectionColumns.Above].Length == 0 ? "0" : row[SelectionColumns.Above];
        return new(
            Above(row) > UpTo(before) ? Diagnostics.RangeGap : Diagnostics.RangeOverlap,
            SelectionColumns.Above,
            new(row.Label + " begins above " + begin + " " + row[SelectionColumns.Unit], before.Label + " " + end, before[SelectionColumns.Source]),
            row.Label,
            begin,
            row[SelectionColumns.Unit],
            before.Label,
            end);
    }

    private static uint Above(Row row) => CellValues.TryThousandths(row[SelectionColumns.Above], out var above) ? above : 0;

    private static uint UpTo(Row row) => CellValues.TryThousandths(row[SelectionColumns.UpTo], out var upTo) ? upTo : uint.MaxValue;
}
