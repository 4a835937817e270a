using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model;

/// <summary>Whether the cells of a row say what their columns allow.</summary>
internal static class RowCheck
{
    /// <summary>Reports every cell that does not fit.</summary>
    /// <returns>False when there was one.</returns>
    public static bool Check(TableSchema schema, Cell[] cells, string path, DiagnosticBag diagnostics)
    {
        var before = diagnostics.Count;
        for (var i = 0; i < cells.Length; i++)
        {
            var column = schema.ColumnOf(cells, i);
            if (column.Accepts(cells[i].Text))
            {
                continue;
            }

            if (cells[i].Text.Length == 0)
            {
                diagnostics.Add(Diagnostics.EmptyCell, cells[i].Span, schema.Name, column.Header);
            }
            else if (column.System != CodeSystem.None)
            {
                diagnostics.Add(MalformedCode.At(path, cells[i].Span, column, cells[i].Text));
            }
            else if (column.HoldsCodes && MalformedCode.TryCharacter(path, cells[i].Span, column, cells[i].Text) is { } character)
            {
                diagnostics.Add(character);
            }
            else
            {
                diagnostics.Add(Diagnostics.UnexpectedValue, cells[i].Span, schema.Name, cells[0].Text, cells[i].Text, column.Header, column.Expected);
            }
        }

        return diagnostics.Count == before;
    }
}
