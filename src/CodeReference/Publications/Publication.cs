using CodeReference.Format;

namespace CodeReference;

/// <summary>A publication: the page of one procedure, as published.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no publication: do not read it.</remarks>
public readonly struct Publication
{
    private readonly BookReader _book;
    private readonly int _publication;

    internal Publication(BookReader book, int publication)
    {
        _book = book;
        _publication = publication;
    }

    /// <summary>The procedure that the page is about.</summary>
    public ProcedureCode Procedure => ProcedureCode.FromKey(_book.Tables.Publications[_publication]);

    /// <summary>The title, without the code before it.</summary>
    public BookText Title => FirstOf(SectionKind.Title);

    /// <summary>The paragraphs of the summary.</summary>
    public RowList<Statement> Summary => Statements(SectionKind.Summary);

    /// <summary>What the procedure is; empty when the page does not say.</summary>
    public BookText Overview => FirstOf(SectionKind.Overview);

    /// <summary>The type of service; empty when the page does not say.</summary>
    public BookText ServiceType => FirstOf(SectionKind.ServiceType);

    /// <summary>Where the procedure is typically done.</summary>
    public RowList<SiteOfService> SitesOfService => new(_book, Rows(SectionKind.SitesOfService), static (book, row) => new(book, row));

    /// <summary>A typical case; empty when the page has none.</summary>
    public BookText ClinicalContext => FirstOf(SectionKind.ClinicalContext);

    /// <summary>What the operative report holds, by the clinical context.</summary>
    public RowList<Statement> DocumentationElements => Statements(SectionKind.DocumentationElements);

    /// <summary>The payers that the page names.</summary>
    public RowList<Statement> Payers => Statements(SectionKind.Payers);

    /// <summary>The modifiers that may go with the procedure.</summary>
    public RowList<ModifierRow> Modifiers => new(_book, Rows(SectionKind.Modifiers), static (book, row) => new(book, row));

    /// <summary>The provider taxonomies that perform it.</summary>
    public RowList<TaxonomyRow> Taxonomies => new(_book, Rows(SectionKind.Taxonomies), static (book, row) => new(book, row));

    /// <summary>The diagnoses that justify it.</summary>
    public RowList<DiagnosisRow> Diagnoses => new(_book, Rows(SectionKind.Diagnoses), static (book, row) => new(book, row));

    /// <summary>The procedures related to it.</summary>
    public RowList<RelatedProcedureRow> RelatedProcedures => new(_book, Rows(SectionKind.RelatedProcedures), static (book, row) => new(book, row));

    /// <summary>What the page promises and does not hold: "utilization benchmarks". Absent is not zero.</summary>
    public RowList<Statement> MissingSections => Statements(SectionKind.MissingSections);

    /// <summary>All else that the page says, in its order: text under no known heading, rows of unknown tables.</summary>
    public RowList<Statement> OtherText => Statements(SectionKind.OtherText);

    /// <summary>What the compiler found wrong with the page, but for what its table rows carry themselves: with its prose, with rows that could not be kept, with what it lacks.</summary>
    public IReadOnlyList<Advisory> Advisories => Advisory.AboutPage(_book, _publication);

    /// <summary>Where the page's title stands.</summary>
    public Citation Citation => _book.CitationOf(Rows(SectionKind.Title).First);

    /// <summary>Finds the row of a modifier.</summary>
    /// <returns>False when the page does not list it.</returns>
    public bool TryGetModifier(ModifierCode modifier, out ModifierRow row)
    {
        var (first, count) = Rows(SectionKind.Modifiers);
        var found = _book.FirstMention(modifier.Key, first, count);
        row = found < 0 ? default : new(_book, found);
        return found >= 0;
    }

    private (int First, int Count) Rows(SectionKind kind) => _book.RowsOf(_publication, kind);

    private RowList<Statement> Statements(SectionKind kind) => new(_book, Rows(kind), static (book, row) => new(book, row));

    private BookText FirstOf(SectionKind kind)
    {
        var (first, count) = Rows(kind);
        return count == 0 ? default : _book.Cell(first, ProseColumns.Text);
    }
}
