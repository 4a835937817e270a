using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>Gives the cells of known tables their types, and says which do not fit. A row that does not fit is left out.</summary>
internal sealed class TableModeler(SourceFile file)
{
    private readonly TableSchema[] _schemas = TableSchema.Of(file.Kind);
    private readonly Lazy<string> _known = new(() => string.Join(
        "; ", TableSchema.Of(file.Kind).Select(schema => Quote(schema.Columns.Select(column => column.Header)))));
    private readonly SortedDictionary<SectionKind, List<Row>> _sections = [];
    private readonly Dictionary<(SectionKind Kind, string Key), SourceSpan> _keys = [];
    private readonly HashSet<SectionKind> _complete = [];
    private readonly DiagnosticBag _diagnostics = new(file.Path);

    /// <summary>The tables that stand in the file, whether their rows could be used or not.</summary>
    public HashSet<SectionKind> Found { get; } = [];

    // What becomes of the text that no column takes: a publication keeps all that it says.
    private string Fate => file.Kind == SourceKind.Publication ? "kept as text" : "left out";

    /// <summary>What was found wrong, in the order in which it was found.</summary>
    public IEnumerable<Diagnostic> Diagnostics => _diagnostics.All;

    /// <summary>The rows of the tables that were added, by section.</summary>
    public IEnumerable<Section> Sections => _sections.Select(section => new Section(section.Key, section.Value.ToEquatableArray(), _complete.Contains(section.Key)));

    public void Add(Table table, bool isComplete = false)
    {
        var matches = _schemas.Select(schema => (Schema: schema, Order: schema.Match(table.Header))).ToList();
        var (schema, order) = matches.Find(match => IsWhole(match.Schema, match.Order)) is { Schema: not null } whole
            ? whole
            : matches.OrderByDescending(match => Count(match.Order)).First();
        if (IsWhole(schema, order))
        {
            Found.Add(schema.Kind);
            if (isComplete)
            {
                _complete.Add(schema.Kind);
            }

            AddRows(table, schema, order);
        }
        // Two columns in common, and at least half: the table that was meant.
        else if (Count(order) >= 2 && Count(order) * 2 >= order.Length)
        {
            Found.Add(schema.Kind);
            var absent = schema.Columns.Where((column, i) => order[i] < 0 && !column.IsOptional).Select(column => column.Header);
            _diagnostics.Add(Compiler.Diagnostics.MissingColumn, table.Span, schema.Title, Quote(absent), Fate, Quote(Texts(table.Header)));
            KeepAsText(table);
        }
        else
        {
            _diagnostics.Add(
                Compiler.Diagnostics.UnknownTable,
                table.Span,
                Quote(Texts(table.Header)),
                Fate,
                _known.Value);
            KeepAsText(table);
        }

        static int Count(int[] order) => order.Count(column => column >= 0);

        static bool IsWhole(TableSchema schema, int[] order) => schema.Columns.Select((column, i) => order[i] >= 0 || column.IsOptional).All(has => has);
    }

    private void AddRows(Table table, TableSchema schema, int[] order)
    {
        var width = table.Header.Cells.Count;
        var extra = Enumerable.Range(0, width).Except(order).ToArray();
        foreach (var column in extra)
        {
            var cell = table.Header.Cells[column];
            _diagnostics.Add(Compiler.Diagnostics.ExtraColumn, cell.Span, schema.Title, cell.Text, Fate);
        }

        foreach (var row in table.Rows)
        {
            if (row.Cells.Count != width)
            {
                _diagnostics.Add(Compiler.Diagnostics.RaggedRow, row.Span, schema.Name, row.Cells[0].Text, Text(row.Cells.Count), Text(width));
                continue;
            }

            KeepAsText(extra.Select(column => row.Cells[column]).Where(cell => cell.Text.Length > 0));

            var cells = order.Select(column => column < 0 ? new Cell("", row.Span with { Length = 0 }) : row.Cells[column]).ToArray();
            if (RowCheck.Check(schema, cells, file.Path, _diagnostics) && IsFirst(schema, cells))
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

        var place = FormattableString.Invariant($"line {first.Line}, column {first.Column}");
        _diagnostics.Add(Compiler.Diagnostics.DuplicateKey, cells[0].Span, schema.Name, cells[0].Text, place);
        return false;
    }

    private void KeepAsText(Table table) =>
        KeepAsText(table.Rows.Prepend(table.Header).Select(row => new Cell(string.Join(" | ", Texts(row)), row.Span)));

    private void KeepAsText(IEnumerable<Cell> texts)
    {
        if (file.Kind == SourceKind.Publication)
        {
            foreach (var text in texts)
            {
                Rows(SectionKind.OtherText).Add(new(0, new([text])));
            }
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

    private static IEnumerable<string> Texts(TableRow row) => row.Cells.Select(cell => cell.Text);

    private static string Quote(IEnumerable<string> headers) => string.Join(", ", headers.Select(header => '"' + header + '"'));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
