using CodeReference.Format;

namespace CodeReference;

/// <summary>A publication: the page of one procedure, as published.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no publication: its texts and lists are empty.</remarks>
public readonly struct Publication
{
    // Null in a default handle.
    private readonly BookReader? _book;
    private readonly int _publication;

    internal Publication(BookReader book, int publication)
    {
        _book = book;
        _publication = publication;
    }

    /// <summary>The procedure that the page is about.</summary>
    public ProcedureCode Procedure => _book is null ? default : ProcedureCode.FromKey(_book.Tables.Publications[_publication]);

    /// <summary>The title, without the code before it.</summary>
    public BookText Title => FirstOf(SectionKind.Title);

    /// <summary>The paragraphs of the summary.</summary>
    public RowList<Statement> Summary => Statements(SectionKind.Summary);

    /// <summary>What the procedure is; empty when the page does not say.</summary>
    public BookText Overview => FirstOf(SectionKind.Overview);

    /// <summary>The type of service; empty when the page does not say.</summary>
    public BookText ServiceType => FirstOf(SectionKind.ServiceType);

    /// <summary>Where the procedure is typically done.</summary>
    public RowList<SiteOfService> SitesOfService => List(SectionKind.SitesOfService, static (book, row) => new SiteOfService(book, row));

    /// <summary>A typical case; empty when the page has none.</summary>
    public BookText ClinicalContext => FirstOf(SectionKind.ClinicalContext);

    /// <summary>What the operative report holds, by the clinical context.</summary>
    public RowList<Statement> DocumentationElements => Statements(SectionKind.DocumentationElements);

    /// <summary>The payers that the page names.</summary>
    public RowList<Statement> Payers => Statements(SectionKind.Payers);

    /// <summary>The modifiers that may go with the procedure.</summary>
    public RowList<ModifierRow> Modifiers => List(SectionKind.Modifiers, static (book, row) => new ModifierRow(book, row));

    /// <summary>The provider taxonomies that perform it.</summary>
    public RowList<TaxonomyRow> Taxonomies => List(SectionKind.Taxonomies, static (book, row) => new TaxonomyRow(book, row));

    /// <summary>The diagnoses that justify it.</summary>
    public RowList<DiagnosisRow> Diagnoses => List(SectionKind.Diagnoses, static (book, row) => new DiagnosisRow(book, row));

    /// <summary>The procedures related to it.</summary>
    public RowList<RelatedProcedureRow> RelatedProcedures => List(SectionKind.RelatedProcedures, static (book, row) => new RelatedProcedureRow(book, row));

    /// <summary>What the page promises and does not hold: "utilization benchmarks". Absent is not zero.</summary>
    public RowList<Statement> MissingSections => Statements(SectionKind.MissingSections);

    /// <summary>All else that the page says, in its order: text under no known heading, rows of unknown tables.</summary>
    public RowList<Statement> OtherText => Statements(SectionKind.OtherText);

    /// <summary>What the compiler found wrong with the page, but for what its table rows carry themselves: with its prose, with rows that could not be kept, with what it lacks.</summary>
    public IReadOnlyList<Advisory> Advisories => _book is null ? [] : Advisory.AboutPage(_book, _publication);

    /// <summary>Where the page's title stands.</summary>
    public Citation Citation => _book is null ? Citation.None : _book.CitationOf(Rows(SectionKind.Title).First);

    /// <summary>Finds the row of a modifier.</summary>
    /// <returns>False when the page does not list it.</returns>
    public bool TryGetModifier(ModifierCode modifier, out ModifierRow row)
    {
        var (first, count) = Rows(SectionKind.Modifiers);
        var found = count == 0 ? -1 : _book!.FirstMention(modifier.Key, first, count);
        row = found < 0 ? default : new(_book!, found);
        return found >= 0;
    }

    private (int First, int Count) Rows(SectionKind kind) => _book is null ? default : _book.RowsOf(_publication, kind);

    private RowList<Statement> Statements(SectionKind kind) => List(kind, static (book, row) => new Statement(book, row));

    private RowList<TRow> List<TRow>(SectionKind kind, Func<BookReader, int, TRow> at)
        where TRow : struct => _book is null ? default : new(_book, Rows(kind), at);

    private BookText FirstOf(SectionKind kind)
    {
        var (first, count) = Rows(kind);
        return count == 0 ? default : _book!.Cell(first, ProseColumns.Text);
    }
}
