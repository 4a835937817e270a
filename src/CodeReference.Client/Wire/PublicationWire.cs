namespace CodeReference.Client;

/// <summary>Publications and their rows.</summary>
internal static class PublicationWire
{
    public static Wire.PublicationSummary ToMessage(PublicationSummary summary) => new()
    {
        ProcedureCode = summary.Procedure.ToString(),
        Title = summary.Title,
        Citation = FindingWire.ToMessage(summary.Citation),
    };

    public static PublicationSummary FromMessage(Wire.PublicationSummary summary) => new()
    {
        Procedure = WireValues.Procedure(summary.ProcedureCode),
        Title = summary.Title,
        Citation = FindingWire.FromMessage(summary.Citation),
    };

    public static Wire.GetPublicationResponse ToMessage(PublicationAnswer answer) => new()
    {
        Publication = new()
        {
            ProcedureCode = answer.Procedure.ToString(),
            Title = answer.Title,
            Summary = { answer.Summary },
            Overview = answer.Overview,
            ServiceType = answer.ServiceType,
            SitesOfService = { answer.SitesOfService.Select(ToMessage) },
            ClinicalContext = answer.ClinicalContext,
            DocumentationElements = { answer.DocumentationElements },
            Payers = { answer.Payers },
            Modifiers = { answer.Modifiers.Select(ToMessage) },
            Taxonomies = { answer.Taxonomies.Select(ToMessage) },
            Diagnoses = { answer.Diagnoses.Select(ToMessage) },
            RelatedProcedures = { answer.RelatedProcedures.Select(ToMessage) },
            MissingSections = { answer.MissingSections },
            Citation = FindingWire.ToMessage(answer.Citation),
            Advisories = { answer.Advisories.Select(FindingWire.ToMessage) },
        },
        Edition = answer.Edition,
    };

    public static PublicationAnswer FromMessage(Wire.GetPublicationResponse response)
    {
        var page = response.Publication;
        return new()
        {
            Procedure = WireValues.Procedure(page.ProcedureCode),
            Title = page.Title,
            Summary = page.Summary,
            Overview = page.Overview,
            ServiceType = page.ServiceType,
            SitesOfService = WireValues.List(page.SitesOfService, FromMessage),
            ClinicalContext = page.ClinicalContext,
            DocumentationElements = page.DocumentationElements,
            Payers = page.Payers,
            Modifiers = WireValues.List(page.Modifiers, FromMessage),
            Taxonomies = WireValues.List(page.Taxonomies, FromMessage),
            Diagnoses = WireValues.List(page.Diagnoses, FromMessage),
            RelatedProcedures = WireValues.List(page.RelatedProcedures, FromMessage),
            MissingSections = page.MissingSections,
            Citation = FindingWire.FromMessage(page.Citation),
            Advisories = WireValues.List(page.Advisories, FindingWire.FromMessage),
            Edition = response.Edition,
        };
    }

    private static Wire.SiteOfService ToMessage(SiteOfService site) => new()
    {
        Name = site.Name,
        PlaceOfServiceCodes = { site.PlaceOfServiceCodes },
        Citation = FindingWire.ToMessage(site.Citation),
    };

    private static SiteOfService FromMessage(Wire.SiteOfService site) => new()
    {
        Name = site.Name,
        PlaceOfServiceCodes = site.PlaceOfServiceCodes,
        Citation = FindingWire.FromMessage(site.Citation),
    };

    private static Wire.ModifierRow ToMessage(ModifierRow row) => new()
    {
        Code = row.Code,
        Description = row.Description,
        WhenToUse = row.WhenToUse,
        Citation = FindingWire.ToMessage(row.Citation),
        Advisories = { row.Advisories.Select(FindingWire.ToMessage) },
    };

    private static ModifierRow FromMessage(Wire.ModifierRow row) => new()
    {
        Code = row.Code,
        Description = row.Description,
        WhenToUse = row.WhenToUse,
        Citation = FindingWire.FromMessage(row.Citation),
        Advisories = WireValues.List(row.Advisories, FindingWire.FromMessage),
    };

    private static Wire.TaxonomyRow ToMessage(TaxonomyRow row) => new()
    {
        Code = row.Code,
        Specialty = row.Specialty,
        Notes = row.Notes,
        Citation = FindingWire.ToMessage(row.Citation),
        Advisories = { row.Advisories.Select(FindingWire.ToMessage) },
    };

    private static TaxonomyRow FromMessage(Wire.TaxonomyRow row) => new()
    {
        Code = row.Code,
        Specialty = row.Specialty,
        Notes = row.Notes,
        Citation = FindingWire.FromMessage(row.Citation),
        Advisories = WireValues.List(row.Advisories, FindingWire.FromMessage),
    };

    private static Wire.DiagnosisRow ToMessage(DiagnosisRow row) => new()
    {
        Code = row.Code,
        Description = row.Description,
        ClinicalRelevance = row.ClinicalRelevance,
        Citation = FindingWire.ToMessage(row.Citation),
        Advisories = { row.Advisories.Select(FindingWire.ToMessage) },
    };

    private static DiagnosisRow FromMessage(Wire.DiagnosisRow row) => new()
    {
        Code = row.Code,
        Description = row.Description,
        ClinicalRelevance = row.ClinicalRelevance,
        Citation = FindingWire.FromMessage(row.Citation),
        Advisories = WireValues.List(row.Advisories, FindingWire.FromMessage),
    };

    private static Wire.RelatedProcedureRow ToMessage(RelatedProcedureRow row) => new()
    {
        Code = row.Code,
        Description = row.Description,
        Relationship = row.Relationship,
        Citation = FindingWire.ToMessage(row.Citation),
        Advisories = { row.Advisories.Select(FindingWire.ToMessage) },
    };

    private static RelatedProcedureRow FromMessage(Wire.RelatedProcedureRow row) => new()
    {
        Code = row.Code,
        Description = row.Description,
        Relationship = row.Relationship,
        Citation = FindingWire.FromMessage(row.Citation),
        Advisories = WireValues.List(row.Advisories, FindingWire.FromMessage),
    };
}
