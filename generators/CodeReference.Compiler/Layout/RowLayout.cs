using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>A row of the book: its number, and what it was made from.</summary>
/// <param name="Id">Its place among all rows.</param>
/// <param name="Publication">The place of its publication, or -1 in a reference table or a code set.</param>
internal sealed record PlacedRow(int Id, SectionKind Section, int Publication, Row Row);

/// <summary>
/// Puts all rows in one sequence, section after section: what each file holds that is no publication, what the compiler
/// says of each file, then each publication with a section of every kind, so that a section is found by arithmetic.
/// </summary>
internal sealed class RowLayout
{
    private readonly TextPool _text;
    private readonly PlaceOfServiceNames _places;
    private readonly AdvisoryLayout _advisories = new();
    private readonly List<ConstantEntry> _files = [];
    private readonly List<ConstantEntry> _sections = [];
    private readonly List<ConstantEntry> _rows = [];
    private readonly List<PlacedRow> _placed = [];
    private readonly Dictionary<Row, int> _ids = new(Identity.Instance);
    private readonly Dictionary<string, ulong> _titles = new(StringComparer.Ordinal);
    private readonly ILookup<SectionKind, PlacedRow> _byKind;

    public RowLayout(BookModel book, EquatableArray<Diagnostic> diagnostics, TextPool text)
    {
        _text = text;
        _places = new(book);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in book.Files)
        {
            numbers.Add(file.Path, AddFile(file.Path));
        }

        foreach (var said in diagnostics.GroupBy(diagnostic => diagnostic.Path))
        {
            AddDiagnostics(numbers[said.Key], said);
        }

        foreach (var file in book.Files)
        {
            foreach (var section in file.Sections.Where(section => section.Kind >= (SectionKind)BookFormat.SectionsPerPublication))
            {
                AddSection(section.Kind, numbers[file.Path], section.Rows, -1);
            }
        }

        var publication = 0;
        foreach (var page in book.Publications)
        {
            for (var kind = 0; kind < BookFormat.SectionsPerPublication; kind++)
            {
                AddSection((SectionKind)kind, numbers[page.Path], page.Rows((SectionKind)kind), publication);
            }

            publication++;
        }

        AddSection((SectionKind)BookFormat.SectionsPerPublication, 0, EquatableArray<Row>.Empty, -1);
        _byKind = _placed.ToLookup(row => row.Section);
    }

    /// <summary>All rows in their order.</summary>
    public IReadOnlyList<PlacedRow> Rows => _placed;

    /// <summary>The number of a row of a reference table or a code set.</summary>
    public int IdOf(Row row) => _ids[row];

    /// <summary>The rows of a kind.</summary>
    public IEnumerable<PlacedRow> Of(SectionKind kind) => _byKind[kind];

    public IEnumerable<ConstantTable> Tables =>
    [
        ConstantTable.Of(BookTable.Files, _files),
        ConstantTable.Of(BookTable.Sections, _sections),
        ConstantTable.Of(BookTable.Rows, _rows),
        _advisories.Table,
    ];

    private int AddFile(string path)
    {
        _files.Add(ConstantEntry.Of(path, _text.Add(path)));
        return _files.Count - 1;
    }

    private ulong TitleOf(TableSchema? schema)
    {
        var title = schema?.Title ?? "";
        if (!_titles.TryGetValue(title, out var address))
        {
            _titles.Add(title, address = _text.Add(title));
        }

        return address;
    }

    private void AddDiagnostics(int file, IEnumerable<Diagnostic> diagnostics)
    {
        AddSection(SectionKind.Diagnostics, file, DiagnosticColumns.Count, -1);
        foreach (var diagnostic in diagnostics)
        {
            _advisories.AddDiagnostic(file, diagnostic.Span, _rows.Count);
            AddRow(SectionKind.Diagnostics, -1, DiagnosticRow.Of(diagnostic));
        }
    }

    private void AddSection(SectionKind kind, int file, EquatableArray<Row> rows, int publication)
    {
        AddSection(kind, file, TableSchema.TryOf(kind)?.Columns.Length ?? 1, publication);
        foreach (var row in rows)
        {
            _advisories.AddRow(file, row, _rows.Count);
            AddRow(kind, publication, row);
        }
    }

    private void AddSection(SectionKind kind, int file, int columns, int publication) =>
        _sections.Add(ConstantEntry.Of(
            publication < 0 || kind == SectionKind.Title ? kind.ToString() : "", (ulong)kind, (ulong)file, (ulong)_rows.Count, (ulong)columns, TitleOf(TableSchema.TryOf(kind))));

    private void AddRow(SectionKind kind, int publication, Row row)
    {
        var cells = row.Cells.Select(cell => cell.Text);
        if (kind == SectionKind.SitesOfService)
        {
            cells = cells.Append(_places.CodesIn(row[SiteOfServiceColumns.Name]));
        }

        _placed.Add(new(_rows.Count, kind, publication, row));
        if (publication < 0 && !_ids.ContainsKey(row))
        {
            _ids.Add(row, _rows.Count);
        }

        _rows.Add(ConstantEntry.Of(row.Label, _text.Add([.. cells]), (ulong)row.Span.Line, (ulong)row.Span.Column));
    }

    // Two rows may say the same at the same place of two files.
    private sealed class Identity : IEqualityComparer<Row>
    {
        public static readonly Identity Instance = new();

        public bool Equals(Row? x, Row? y) => ReferenceEquals(x, y);

        public int GetHashCode(Row row) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(row);
    }
}
