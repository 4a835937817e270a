namespace CodeReference.Client;

/// <summary>A publication by its code and title.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PublicationSummary
{
    /// <summary>The procedure that it is about.</summary>
    public required ProcedureCode Procedure { get; init; }

    /// <summary>Its title, without the code.</summary>
    public required string Title { get; init; }

    /// <summary>The title line.</summary>
    public required Citation Citation { get; init; }

    internal static PublicationSummary Of(Publication publication) => new()
    {
        Procedure = publication.Procedure,
        Title = publication.Title.ToString(),
        Citation = ViewRule.Citation(publication.Citation, full: false),
    };
}

/// <summary>What was published about a procedure, as published, even where an official source says otherwise.</summary>
/// <remarks>Immutable. Lists may be made when they are first read.</remarks>
public sealed record PublicationAnswer
{
    /// <summary>The procedure.</summary>
    public required ProcedureCode Procedure { get; init; }

    /// <summary>The title, without the code.</summary>
    public required string Title { get; init; }

    /// <summary>The paragraphs of the summary; <see cref="View.Full"/> only.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>What the procedure is; empty when the page does not say. <see cref="View.Full"/> only.</summary>
    public required string Overview { get; init; }

    /// <summary>The type of service; empty when the page does not say. <see cref="View.Full"/> only.</summary>
    public required string ServiceType { get; init; }

    /// <summary>Where the procedure is typically done.</summary>
    public required IReadOnlyList<SiteOfService> SitesOfService { get; init; }

    /// <summary>A typical case; empty when the page has none. <see cref="View.Full"/> only.</summary>
    public required string ClinicalContext { get; init; }

    /// <summary>What the operative report holds.</summary>
    public required IReadOnlyList<string> DocumentationElements { get; init; }

    /// <summary>The payers that the page names.</summary>
    public required IReadOnlyList<string> Payers { get; init; }

    /// <summary>The modifiers that the page lists.</summary>
    public required IReadOnlyList<ModifierRow> Modifiers { get; init; }

    /// <summary>The provider taxonomies that the page lists.</summary>
    public required IReadOnlyList<TaxonomyRow> Taxonomies { get; init; }

    /// <summary>The diagnoses that the page lists.</summary>
    public required IReadOnlyList<DiagnosisRow> Diagnoses { get; init; }

    /// <summary>The procedures that the page relates to its own.</summary>
    public required IReadOnlyList<RelatedProcedureRow> RelatedProcedures { get; init; }

    /// <summary>What the page promises and does not hold. Absent is not zero.</summary>
    public required IReadOnlyList<string> MissingSections { get; init; }

    /// <summary>What is wrong with the page, but for what its rows carry themselves.</summary>
    public required IReadOnlyList<Advisory> Advisories { get; init; }

    /// <summary>The title line.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The id of the edition that answered: 16 hexadecimal digits.</summary>
    public required string Edition { get; init; }

    internal static PublicationAnswer Of(ReferenceBook book, Publication publication, bool full) => new()
    {
        Procedure = publication.Procedure,
        Title = publication.Title.ToString(),
        Summary = full ? ViewRule.Texts(publication.Summary) : [],
        Overview = ViewRule.Text(publication.Overview, full),
        ServiceType = ViewRule.Text(publication.ServiceType, full),
        SitesOfService = ViewRule.List(() => publication.SitesOfService.Select(site => SiteOfService.Of(site, full))),
        ClinicalContext = ViewRule.Text(publication.ClinicalContext, full),
        DocumentationElements = ViewRule.Texts(publication.DocumentationElements),
        Payers = ViewRule.Texts(publication.Payers),
        Modifiers = ViewRule.List(() => publication.Modifiers.Select(row => new ModifierRow
        {
            Code = row.Code.ToString(),
            Description = ViewRule.Text(row.Description, full),
            WhenToUse = ViewRule.Text(row.WhenToUse, full),
            Citation = ViewRule.Citation(row.Citation, full),
            Advisories = ViewRule.Advisories(row.Advisories, full),
        })),
        Taxonomies = ViewRule.List(() => publication.Taxonomies.Select(row => new TaxonomyRow
        {
            Code = row.Code.ToString(),
            Specialty = ViewRule.Text(row.Specialty, full),
            Notes = ViewRule.Text(row.Notes, full),
            Citation = ViewRule.Citation(row.Citation, full),
            Advisories = ViewRule.Advisories(row.Advisories, full),
        })),
        Diagnoses = ViewRule.List(() => publication.Diagnoses.Select(row => new DiagnosisRow
        {
            Code = row.Code.ToString(),
            Description = ViewRule.Text(row.Description, full),
            ClinicalRelevance = ViewRule.Text(row.ClinicalRelevance, full),
            Citation = ViewRule.Citation(row.Citation, full),
            Advisories = ViewRule.Advisories(row.Advisories, full),
        })),
        RelatedProcedures = ViewRule.List(() => publication.RelatedProcedures.Select(row => new RelatedProcedureRow
        {
            Code = row.Code.ToString(),
            Description = ViewRule.Text(row.Description, full),
            Relationship = ViewRule.Text(row.Relationship, full),
            Citation = ViewRule.Citation(row.Citation, full),
            Advisories = ViewRule.Advisories(row.Advisories, full),
        })),
        MissingSections = ViewRule.Texts(publication.MissingSections),
        Advisories = ViewRule.Advisories(publication.Advisories, full),
        Citation = ViewRule.Citation(publication.Citation, full),
        Edition = book.Edition.Id,
    };
}

/// <summary>A modifier that a publication lists.</summary>
/// <remarks>Immutable. Lists may be made when they are first read.</remarks>
public sealed record ModifierRow
{
    /// <summary>The code, canonical.</summary>
    public required string Code { get; init; }

    /// <summary>What the page says it is. <see cref="View.Full"/> only.</summary>
    public required string Description { get; init; }

    /// <summary>When the page says to use it. <see cref="View.Full"/> only.</summary>
    public required string WhenToUse { get; init; }

    /// <summary>Where the row stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What is wrong with the row.</summary>
    public required IReadOnlyList<Advisory> Advisories { get; init; }
}

/// <summary>A provider taxonomy that a publication lists.</summary>
/// <remarks>Immutable. Lists may be made when they are first read.</remarks>
public sealed record TaxonomyRow
{
    /// <summary>The code, canonical.</summary>
    public required string Code { get; init; }

    /// <summary>The specialty that the page gives it. <see cref="View.Full"/> only.</summary>
    public required string Specialty { get; init; }

    /// <summary>What the page notes about it. <see cref="View.Full"/> only.</summary>
    public required string Notes { get; init; }

    /// <summary>Where the row stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What is wrong with the row.</summary>
    public required IReadOnlyList<Advisory> Advisories { get; init; }
}

/// <summary>A diagnosis that a publication lists.</summary>
/// <remarks>Immutable. Lists may be made when they are first read.</remarks>
public sealed record DiagnosisRow
{
    /// <summary>The code, canonical.</summary>
    public required string Code { get; init; }

    /// <summary>What the page says it is. <see cref="View.Full"/> only.</summary>
    public required string Description { get; init; }

    /// <summary>What the page says it is relevant for. <see cref="View.Full"/> only.</summary>
    public required string ClinicalRelevance { get; init; }

    /// <summary>Where the row stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What is wrong with the row.</summary>
    public required IReadOnlyList<Advisory> Advisories { get; init; }
}

/// <summary>A procedure that a publication relates to its own.</summary>
/// <remarks>Immutable. Lists may be made when they are first read.</remarks>
public sealed record RelatedProcedureRow
{
    /// <summary>The code, canonical.</summary>
    public required string Code { get; init; }

    /// <summary>What the page says it is. <see cref="View.Full"/> only.</summary>
    public required string Description { get; init; }

    /// <summary>How the page relates it to its own procedure. <see cref="View.Full"/> only.</summary>
    public required string Relationship { get; init; }

    /// <summary>Where the row stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What is wrong with the row.</summary>
    public required IReadOnlyList<Advisory> Advisories { get; init; }
}

/// <summary>A setting in which a procedure is done.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SiteOfService
{
    /// <summary>What the page calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The places of service that the name can mean, ascending; empty when the book knows none.</summary>
    public required IReadOnlyList<string> PlaceOfServiceCodes { get; init; }

    /// <summary>Where it is named.</summary>
    public required Citation Citation { get; init; }

    internal static SiteOfService Of(CodeReference.SiteOfService site, bool full) => new()
    {
        Name = site.Name.ToString(),
        PlaceOfServiceCodes = site.PlaceOfServiceCodes.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Citation = ViewRule.Citation(site.Citation, full),
    };
}
