using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>
/// Finds in the prose of a publication what stands in no table: its title, the texts under its headings, and the lists
/// that its sentences hold. Each statement is a row of one cell.
/// </summary>
internal sealed class ProseModeler(SourceFile file)
{
    private const string ServiceTypeLabel = "Service type:";
    private static readonly ProseList Sites = new("Typical site of service:");
    private static readonly ProseList Payers = new("Key payers covered in this analysis include ");
    private static readonly ProseList DocumentationElements = new("documented in the operative report, including ");
    private static readonly ProseList Benchmarks = new("benchmarks for ", ",", "patterns");

    private readonly SortedDictionary<SectionKind, List<Row>> _sections = [];
    private readonly DiagnosticBag _diagnostics = new(file.Path);
    private Bullet? _sitesInSentence;

    /// <summary>The key of the procedure that the title names; 0 when there is none.</summary>
    public ulong Procedure { get; private set; }

    public IEnumerable<Diagnostic> Diagnostics => _diagnostics.All;

    public IEnumerable<Section> Sections => _sections.Select(section => new Section(section.Key, section.Value.ToEquatableArray()));

    public void Add(Document document)
    {
        var heading = "";
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading title when TryAddTitle(title.Text, title.Span):
                case Paragraph line when TryAddTitle(line.Text, line.Span):
                    break;
                case Heading next:
                    heading = next.Text;
                    AddHeading(next);
                    break;
                case Paragraph paragraph:
                    AddParagraph(heading, paragraph);
                    break;
                // A dash with nothing beside or below it says nothing.
                case Bullet { Text.Length: > 0 } bullet:
                    AddBullet(heading, bullet);
                    break;
            }
        }

        if (file.IsReadable && !_sections.ContainsKey(SectionKind.Title))
        {
            _diagnostics.Add(Compiler.Diagnostics.NoTitle, new(0, 0, 1, 1));
        }

        // The sites stand twice, in a sentence and in a list of other words; the list is what is served.
        if (_sitesInSentence is { } sentence && !_sections.ContainsKey(SectionKind.SitesOfService))
        {
            AddList(SectionKind.SitesOfService, Sites, sentence.Text, sentence.Span);
        }
    }

    // "CPT 14020: Local tissue transfer"
    private bool TryAddTitle(string text, SourceSpan span)
    {
        var colon = text.IndexOf(':');
        var start = Wording.EndOf(text, 0, "CPT ");
        if (start < 0 || colon < start)
        {
            return false;
        }

        var line = new Line(text, span);
        var code = line.Slice(start, colon - start);
        var title = line.Slice(colon + 1, text.Length - colon - 1);
        if (code.IsBlank || title.IsBlank || code.Text.Any(char.IsWhiteSpace))
        {
            return false;
        }

        if (_sections.ContainsKey(SectionKind.Title))
        {
            _diagnostics.Add(Compiler.Diagnostics.SecondTitle, span, text);
            AddRow(SectionKind.OtherText, text, span);
            return true;
        }

        if (CodeKey.TryPack(CodeSystem.Cpt, code.Text.AsSpan(), out var procedure))
        {
            Procedure = procedure;
        }
        else
        {
            _diagnostics.Add(MalformedCode.At(file.Path, code.Span, Column.Code("CPT", CodeSystem.Cpt), code.Text));
        }

        AddRow(SectionKind.Title, title.Text, span, Procedure);
        return true;
    }

    private void AddHeading(Heading heading)
    {
        if (heading.Text.Length > 0 && !Headings.IsKnown(heading.Text))
        {
            _diagnostics.Add(Compiler.Diagnostics.UnknownSection, heading.Span, heading.Text);
            AddRow(SectionKind.OtherText, heading.Text, heading.Span);
        }
    }

    private void AddParagraph(string heading, Paragraph paragraph)
    {
        if (paragraph.Text.Replace("\\|", "").Contains('|'))
        {
            _diagnostics.Add(Compiler.Diagnostics.RowOutsideTable, paragraph.Span);
        }

        var kind = heading switch
        {
            _ when Is(heading, Headings.Summary) => SectionKind.Summary,
            _ when Is(heading, Headings.Overview) && !_sections.ContainsKey(SectionKind.Overview) => SectionKind.Overview,
            _ when Is(heading, Headings.ClinicalContext) && !_sections.ContainsKey(SectionKind.ClinicalContext) => SectionKind.ClinicalContext,
            _ => SectionKind.OtherText,
        };
        AddRow(kind, paragraph.Text, paragraph.Span);
        AddList(SectionKind.Payers, Payers, paragraph.Text, paragraph.Span);
        AddList(SectionKind.DocumentationElements, DocumentationElements, paragraph.Text, paragraph.Span);
        // The dialect has no table that could hold a benchmark, so each that is promised is missing.
        foreach (var promised in AddList(SectionKind.MissingSections, Benchmarks, paragraph.Text, paragraph.Span, " benchmarks"))
        {
            _diagnostics.Add(Compiler.Diagnostics.PromisedAndAbsent, promised.Span, promised[0]);
        }
    }

    private void AddBullet(string heading, Bullet bullet)
    {
        if (_sitesInSentence is null && Wording.EndOf(bullet.Text, 0, Sites.Phrase) > 0)
        {
            _sitesInSentence = bullet;
        }

        var hasServiceType = _sections.ContainsKey(SectionKind.ServiceType);
        if (!hasServiceType && Wording.EndOf(bullet.Text, 0, ServiceTypeLabel) is > 0 and var label && label < bullet.Text.Length)
        {
            var type = new Line(bullet.Text, bullet.Span).Slice(label, bullet.Text.Length - label);
            AddRow(SectionKind.ServiceType, type.Text, type.Span);
        }
        else if (!hasServiceType && Is(heading, Headings.ServiceType))
        {
            AddRow(SectionKind.ServiceType, bullet.Text, bullet.Span);
        }
        else if (Is(heading, Headings.SitesOfService))
        {
            AddRow(SectionKind.SitesOfService, bullet.Text, bullet.Span);
        }
        else
        {
            AddRow(SectionKind.OtherText, bullet.Text, bullet.Span);
        }
    }

    private List<Row> AddList(SectionKind kind, ProseList list, string text, SourceSpan span, string suffix = "") =>
        [.. list.Items(new(text, span)).Select(item => AddRow(kind, item.Text + suffix, item.Span))];

    private Row AddRow(SectionKind kind, string text, SourceSpan span, ulong key = 0)
    {
        if (!_sections.TryGetValue(kind, out var rows))
        {
            _sections.Add(kind, rows = []);
        }

        var row = new Row(key, new([new(text, span)]));
        rows.Add(row);
        return row;
    }

    private static bool Is(string heading, string known) => Wording.IsSame(heading, known);
}
