using CodeReference.Compiled;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model;

/// <summary>Gives the cells of known tables their types, and says which do not fit. A row that does not fit is left out.</summary>
internal sealed class TableModeler(SourceFile file)
{
    private readonly TableSchema[] _schemas = TableSchema.Of(file.Kind);
    private readonly SortedDictionary<SectionKind, List<Row>> _sections = [];
    private readonly Dictionary<(SectionKind Kind, string Key), SourceSpan> _keys = [];
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>What was found wrong, in the order in which it was found.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>The rows of the tables that were added, by section.</summary>
    public IEnumerable<Section> Sections => _sections.Select(section => new Section(section.Key, section.Value.ToEquatableArray()));

    public void Add(Table table)
    {
        foreach (var schema in _schemas)
        {
            if (schema.Match(table.Header) is { } order)
            {
                AddRows(table, schema, order);
                return;
            }
        }

        AddUnknown(table);
    }

    private void AddRows(Table table, TableSchema schema, int[] order)
    {
        foreach (var row in table.Rows)
        {
            if (row.Cells.Count != order.Length)
            {
                Report(Compiler.Diagnostics.RaggedRow, row.Span, schema.Name, row.Cells[0].Text, Text(row.Cells.Count), Text(order.Length));
                continue;
            }

            var cells = order.Select(column => row.Cells[column]).ToArray();
            if (RowCheck.Check(schema, cells, Report) && IsFirst(schema, cells))
            {
                Rows(schema.Kind).Add(new(schema.CodeOf(cells), new(cells)));
            }
        }
    }

    private bool IsFirst(TableSchema schema, Cell[] cells)
    {
        if (schema.KeyColumns == 0)
        {
            return true;
        }

        var key = string.Join("\n", schema.KeyOf(cells));
        if (!_keys.TryGetValue((schema.Kind, key), out var first))
        {
            _keys.Add((schema.Kind, key), cells[0].Span);
            return true;
        }

        Report(Compiler.Diagnostics.DuplicateKey, cells[0].Span, schema.Name, cells[0].Text, FormattableString.Invariant($"line {first.Line}, column {first.Column}"));
        return false;
    }

    private void AddUnknown(Table table)
    {
        Report(
            Compiler.Diagnostics.UnknownTable,
            table.Span,
            Quote(table.Header.Cells.Select(cell => cell.Text)),
            string.Join("; ", _schemas.Select(schema => Quote(schema.Columns.Select(column => column.Header)))));
        if (file.Kind == SourceKind.Publication)
        {
            Rows(SectionKind.OtherText).AddRange(
                table.Rows.Prepend(table.Header).Select(row => new Row(0, new([new(string.Join(" | ", row.Cells.Select(cell => cell.Text)), row.Span)]))));
        }
    }

    private List<Row> Rows(SectionKind kind)
    {
        if (!_sections.TryGetValue(kind, out var rows))
        {
            _sections.Add(kind, rows = []);
        }

        return rows;
    }

    private void Report(DiagnosticRule rule, SourceSpan span, params string[] arguments) =>
        _diagnostics.Add(Diagnostic.At(rule, file.Path, span, arguments));

    private static string Quote(IEnumerable<string> headers) => string.Join(", ", headers.Select(header => '"' + header + '"'));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
