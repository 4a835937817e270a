using System.Globalization;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>Collects what an official file says, and what is wrong with it.</summary>
internal sealed class CodeSetOutput(SourceFile file)
{
    private readonly SortedDictionary<SectionKind, List<Row>> _sections = [];
    private readonly Dictionary<(ulong Code, string Key), SourceSpan> _keys = [];
    private readonly DiagnosticBag _diagnostics = new(file.Path);
    private readonly List<Cell> _notices = [];
    private EditionFinder _editionOf = (_, _) => null;
    private SourceSpan _header;

    /// <summary>What the code set is called; empty until it is known.</summary>
    public string Name { get; set; } = "";

    /// <summary>The file.</summary>
    public SourceFile File => file;

    /// <summary>The name of the file without its folder.</summary>
    public string FileName => file.Path.Substring(file.Path.LastIndexOf('/') + 1);

    /// <summary>The pairs of an NCCI file.</summary>
    public EquatableArray<NcciEditRow> Edits { get; set; }

    /// <summary>Says which code set it is, and where that can be seen.</summary>
    public void Begin(string name, EditionFinder editionOf, SourceSpan header) => (Name, _editionOf, _header) = (name, editionOf, header);

    /// <summary>Keeps the text above the rows.</summary>
    public void AddNotice(Cell notice) => _notices.Add(notice);

    /// <summary>Adds a row, if its cells fit the schema and no other row has its key.</summary>
    public void Add(TableSchema schema, Cell[] cells, int keyColumn = 0)
    {
        if (!RowCheck.Check(schema, cells, file.Path, _diagnostics))
        {
            return;
        }

        var row = new Row(schema.CodeOf(cells), new(cells));
        var key = (row.Key, keyColumn > 0 ? cells[keyColumn].Text : "");
        if (_keys.TryGetValue(key, out var first))
        {
            var code = keyColumn > 0 && key.Item2.Length > 0 ? cells[0].Text + " " + key.Item2 : cells[0].Text;
            Report(Diagnostics.DuplicateKey, cells[0].Span, schema.Name, code, Place(first));
            return;
        }

        _keys.Add(key, cells[0].Span);
        Rows(schema.Kind).Add(row);
    }

    public void Report(DiagnosticRule rule, SourceSpan span, params string[] arguments) => _diagnostics.Add(rule, span, arguments);

    /// <summary>All of it.</summary>
    public FileModel ToModel()
    {
        var count = _sections.Sum(section => section.Value.Count) + Edits.Count;
        if (count > 0)
        {
            AddCodeSet(count);
        }
        else if (_diagnostics.Count == 0)
        {
            Report(Diagnostics.NoRows, _header, Name);
        }

        return new(
            file.Path,
            file.Origin,
            file.Kind,
            ContentHash.Of(file.Text),
            0,
            _sections.Select(section => new Section(section.Key, section.Value.ToEquatableArray())).ToEquatableArray(),
            Edits,
            _diagnostics.All.OrderBy(diagnostic => diagnostic.Span.Start).ToEquatableArray());
    }

    /// <summary>A number as messages have it.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A place as messages have it.</summary>
    public static string Place(SourceSpan span) => FormattableString.Invariant($"line {span.Line}, column {span.Column}");

    // The project's statement overrides the file's; dates of another edition do not apply to this one.
    private void AddCodeSet(int count)
    {
        var told = _editionOf(FileName, _notices) ?? new CodeSetEdition("", "", "");
        var edition = file.Edition.Length > 0 ? file.Edition : told.Name;
        var isTold = edition == told.Name && (file.Effective.Length == 0 || file.Effective == told.Effective);
        var effective = file.Effective.Length > 0 ? file.Effective : isTold ? told.Effective : "";
        if (edition.Length == 0)
        {
            Report(Diagnostics.UnknownEdition, new(0, 0, 1, 1), Name, FileName);
        }

        Add(
            TableSchema.Of(SectionKind.CodeSets),
            [.. new[] { Name, edition, effective, isTold ? told.Until : "", Text(count) }.Select(text => new Cell(text, _header))]);
    }

    private List<Row> Rows(SectionKind kind)
    {
        if (!_sections.TryGetValue(kind, out var rows))
        {
            _sections.Add(kind, rows = []);
        }

        return rows;
    }
}
