using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model;

/// <summary>Whether the cells of a row say what their columns allow.</summary>
internal static class RowCheck
{
    /// <summary>Reports every cell that does not fit.</summary>
    /// <returns>False when there was one.</returns>
    public static bool Check(TableSchema schema, Cell[] cells, Action<DiagnosticRule, SourceSpan, string[]> report)
    {
        var fits = true;
        for (var i = 0; i < cells.Length; i++)
        {
            var column = schema.ColumnOf(cells, i);
            if (column.Accepts(cells[i].Text))
            {
                continue;
            }

            fits = false;
            if (cells[i].Text.Length == 0)
            {
                report(Diagnostics.EmptyCell, cells[i].Span, [schema.Name, column.Header]);
            }
            else if (column.System != CodeSystem.None)
            {
                report(Diagnostics.MalformedCode, cells[i].Span, [column.Header, cells[i].Text, column.Expected]);
            }
            else
            {
                report(Diagnostics.UnexpectedValue, cells[i].Span, [schema.Name, cells[0].Text, cells[i].Text, column.Header, column.Expected]);
            }
        }

        return fits;
    }
}
