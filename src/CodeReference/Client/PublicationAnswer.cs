namespace CodeReference.Client;

/// <summary>A publication by its code and title.</summary>
/// <param name="Procedure">The procedure that it is about.</param>
/// <param name="Title">Its title, without the code.</param>
/// <param name="Citation">The title line.</param>
public sealed record PublicationSummary(ProcedureCode Procedure, string Title, Citation Citation);

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
    public required IReadOnlyList<PublishedSite> SitesOfService { get; init; }

    /// <summary>A typical case; empty when the page has none. <see cref="View.Full"/> only.</summary>
    public required string ClinicalContext { get; init; }

    /// <summary>What the operative report holds.</summary>
    public required IReadOnlyList<string> DocumentationElements { get; init; }

    /// <summary>The payers that the page names.</summary>
    public required IReadOnlyList<string> Payers { get; init; }

    /// <summary>The modifiers that the page lists.</summary>
    public required IReadOnlyList<PublishedCode> Modifiers { get; init; }

    /// <summary>The provider taxonomies that the page lists.</summary>
    public required IReadOnlyList<PublishedCode> Taxonomies { get; init; }

    /// <summary>The diagnoses that the page lists.</summary>
    public required IReadOnlyList<PublishedCode> Diagnoses { get; init; }

    /// <summary>The procedures that the page relates to its own.</summary>
    public required IReadOnlyList<PublishedCode> RelatedProcedures { get; init; }

    /// <summary>What the page promises and does not hold. Absent is not zero.</summary>
    public required IReadOnlyList<string> MissingSections { get; init; }

    /// <summary>What is wrong with the page, but for what its rows carry themselves.</summary>
    public required IReadOnlyList<Advisory> Advisories { get; init; }

    /// <summary>The title line.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The id of the edition that answered: 16 hexadecimal digits.</summary>
    public required string Edition { get; init; }
}

/// <summary>A row of a table of a publication, which is about a code.</summary>
/// <param name="Code">The code, canonical.</param>
/// <param name="Description">What the page says it is; of a taxonomy the specialty. <see cref="View.Full"/> only.</param>
/// <param name="Note">When to use it, what it is relevant for, or how it is related. <see cref="View.Full"/> only.</param>
/// <param name="Citation">Where the row stands.</param>
/// <param name="Advisories">What is wrong with the row.</param>
public sealed record PublishedCode(string Code, string Description, string Note, Citation Citation, IReadOnlyList<Advisory> Advisories);

/// <summary>A setting in which a procedure is done.</summary>
/// <param name="Name">What the page calls it.</param>
/// <param name="PlaceOfServiceCodes">The places of service that the name can mean, ascending; empty when the book knows none.</param>
/// <param name="Citation">Where it is named.</param>
public sealed record PublishedSite(string Name, IReadOnlyList<string> PlaceOfServiceCodes, Citation Citation);
