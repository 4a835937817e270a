namespace CodeReference.Client;

/// <summary>Makes answers of what a book says. The view decides which texts go with them.</summary>
internal static class LocalAnswers
{
    public static EditionAnswer Edition(ReferenceBook book) => new()
    {
        Id = book.Edition.Id,
        Label = book.Edition.Label,
        CompilerVersion = book.Edition.CompilerVersion,
        Publications = book.Publications.Count,
        Rows = book.RowCount,
        Codes = book.CodeCount,
        Diagnostics = book.Edition.Diagnostics,
        CodeSets = [.. book.CodeSets.Select(CodeSet)],
    };

    public static PublicationSummary Summary(Publication publication) => new()
    {
        Procedure = publication.Procedure,
        Title = publication.Title.ToString(),
        Citation = Citation(publication.Citation, full: false),
    };

    public static PublicationAnswer Publication(ReferenceBook book, Publication publication, bool full) => new()
    {
        Procedure = publication.Procedure,
        Title = publication.Title.ToString(),
        Summary = full ? Texts(publication.Summary) : [],
        Overview = Text(publication.Overview, full),
        ServiceType = Text(publication.ServiceType, full),
        SitesOfService = Deferred(() => publication.SitesOfService.Select(site => Site(site, full))),
        ClinicalContext = Text(publication.ClinicalContext, full),
        DocumentationElements = Texts(publication.DocumentationElements),
        Payers = Texts(publication.Payers),
        Modifiers = Deferred(() => publication.Modifiers.Select(row => new ModifierRow
        {
            Code = row.Code.ToString(),
            Description = Text(row.Description, full),
            WhenToUse = Text(row.WhenToUse, full),
            Citation = Citation(row.Citation, full),
            Advisories = Advisories(row.Advisories, full),
        })),
        Taxonomies = Deferred(() => publication.Taxonomies.Select(row => new TaxonomyRow
        {
            Code = row.Code.ToString(),
            Specialty = Text(row.Specialty, full),
            Notes = Text(row.Notes, full),
            Citation = Citation(row.Citation, full),
            Advisories = Advisories(row.Advisories, full),
        })),
        Diagnoses = Deferred(() => publication.Diagnoses.Select(row => new DiagnosisRow
        {
            Code = row.Code.ToString(),
            Description = Text(row.Description, full),
            ClinicalRelevance = Text(row.ClinicalRelevance, full),
            Citation = Citation(row.Citation, full),
            Advisories = Advisories(row.Advisories, full),
        })),
        RelatedProcedures = Deferred(() => publication.RelatedProcedures.Select(row => new RelatedProcedureRow
        {
            Code = row.Code.ToString(),
            Description = Text(row.Description, full),
            Relationship = Text(row.Relationship, full),
            Citation = Citation(row.Citation, full),
            Advisories = Advisories(row.Advisories, full),
        })),
        MissingSections = Texts(publication.MissingSections),
        Advisories = Advisories(publication.Advisories, full),
        Citation = Citation(publication.Citation, full),
        Edition = book.Edition.Id,
    };

    public static CodeAnswer Code(ReferenceBook book, CodeEntry entry, bool full) => new()
    {
        System = entry.System,
        Code = entry.Code,
        Title = entry.Title.ToString(),
        OfficialTitle = entry.OfficialTitle.ToString(),
        Status = entry.Status,
        Appearances = Deferred(() => entry.Appearances.Select(appearance => new Appearance
        {
            Procedure = appearance.Procedure,
            Role = appearance.Role,
            Description = Text(appearance.Description, full),
            Note = Text(appearance.Note, full),
            Citation = Citation(appearance.Citation, full),
        })),
        Advisories = Deferred(() => entry.Appearances.SelectMany(appearance => appearance.Advisories.Select(advisory => Advisory(advisory, full)))),
        FeeSchedule = Deferred(() => entry.FeeSchedule.Select(row => FeeSchedule(row, full))),
        UnlikelyEdits = Deferred(() => entry.UnlikelyEdits.Select(edit => new UnlikelyEdit
        {
            Units = edit.Units,
            AdjudicationIndicator = edit.AdjudicationIndicator.ToString(),
            Rationale = edit.Rationale.ToString(),
            Citation = Citation(edit.Citation, full),
        })),
        Edition = book.Edition.Id,
    };

    public static SearchResult Found(CodeReference.SearchResult result) => new()
    {
        System = result.Entry.System,
        Code = result.Entry.Code,
        Title = result.Entry.Title.ToString(),
        Status = result.Entry.Status,
        Match = result.Match,
    };

    /// <param name="book">The book.</param>
    /// <param name="validation">What it says.</param>
    /// <param name="modifiers">The modifiers as sent: a malformed one is given back as it came.</param>
    /// <param name="full">Whether texts go with it.</param>
    public static ValidationAnswer Validation(ReferenceBook book, ModifierValidation validation, IReadOnlyList<string> modifiers, bool full)
    {
        return new()
        {
            Procedure = validation.Procedure,
            Outcome = validation.Outcome,
            Modifiers = Deferred(() => Enumerable.Range(0, validation.Count).Select(Modifier)),
            Findings = Deferred(() => validation.GetFindings().Select(finding => Finding(finding, full))),
            SuggestedModifiers = Deferred(validation.GetSuggestedModifiers),
            UncheckedRules = Deferred<string>(() => validation.UncheckedRules),
            MissingInputs = full ? Deferred(validation.GetMissingInputs) : [],
            Edition = book.Edition.Id,
        };

        ModifierVerdict Modifier(int i) => new()
        {
            Modifier = validation.Modifiers[i].IsEmpty ? modifiers[i] : validation.Modifiers[i].ToString(),
            Verdict = validation.Verdicts[i],
            Description = Text(validation.GetDescription(i), full),
            WhenToUse = Text(validation.GetWhenToUse(i), full),
            Citation = validation.GetCitation(i) is { } citation ? Citation(citation, full) : null,
        };
    }

    public static SelectionAnswer Selection(ReferenceBook book, CodeSelection selection, bool full) => new()
    {
        Candidates = Deferred(() => selection.Candidates.Select(candidate => Candidate(candidate, full))),
        Recommended = selection.Recommended,
        ResolvedTerms = Deferred(() => selection.ResolvedTerms.Select(term => term with { Citation = Citation(term.Citation, full) })),
        UnresolvedTerms = selection.UnresolvedTerms,
        Sides = Deferred(() => selection.Sides.Select(side => side with { Citation = Citation(side.Citation, full) })),
        Needed = selection.Needed,
        Ambiguous = selection.Ambiguous,
        DocumentationElements = Deferred(() => selection.DocumentationElements.Select(element =>
            element with { Source = full ? element.Source : "", Citation = Citation(element.Citation, full) })),
        Findings = Deferred(() => selection.Findings.Select(finding => Finding(finding, full))),
        Edition = book.Edition.Id,
    };

    public static Advisory Advisory(CodeReference.Advisory advisory, bool full) => new()
    {
        Id = advisory.Id.ToString(),
        Severity = advisory.Severity,
        Message = advisory.Message.ToString(),
        Published = Text(advisory.Published, full),
        Official = Text(advisory.Official, full),
        Source = Text(advisory.Source, full),
        Citation = Citation(advisory.Citation, full),
    };

    public static Citation Citation(Citation citation, bool full) => full ? citation : citation with { Quote = "" };

    private static CodeSet CodeSet(CodeReference.CodeSet set) => new()
    {
        Name = set.Name.ToString(),
        Edition = set.Edition.ToString(),
        Effective = set.Effective,
        Until = set.Until,
        Rows = set.Count,
        File = set.Citation.File,
    };

    private static SiteOfService Site(CodeReference.SiteOfService site, bool full) => new()
    {
        Name = site.Name.ToString(),
        PlaceOfServiceCodes = site.PlaceOfServiceCodes.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Citation = Citation(site.Citation, full),
    };

    private static Candidate Candidate(CodeReference.Candidate candidate, bool full) => new()
    {
        Procedure = candidate.Procedure,
        Match = candidate.Match,
        Criteria = [.. candidate.Criteria.Select(criterion => criterion with { Citation = Citation(criterion.Citation, full) })],
        AddOns = [.. candidate.AddOns.Select(addOn => addOn with { Citation = Citation(addOn.Citation, full) })],
        Description = Text(candidate.Description, full),
        Relationship = Text(candidate.Relationship, full),
        Advisories = Advisories(candidate.Advisories, full),
        MentionedIn = candidate.MentionedIn is { } row ? Citation(row, full) : null,
        Citation = Citation(candidate.Citation, full),
    };

    private static FeeScheduleRow FeeSchedule(CodeReference.FeeScheduleRow row, bool full) => new()
    {
        Modifier = row.Modifier.ToString(),
        Status = row.Status.ToString(),
        ProfessionalTechnical = row.ProfessionalTechnical.ToString(),
        Global = row.Global.ToString(),
        Multiple = row.Multiple.ToString(),
        Bilateral = row.Bilateral.ToString(),
        Assistant = row.Assistant.ToString(),
        CoSurgeon = row.CoSurgeon.ToString(),
        Team = row.Team.ToString(),
        WorkRvu = row.WorkRvu.ToString(),
        NonFacilityTotal = row.NonFacilityTotal.ToString(),
        FacilityTotal = row.FacilityTotal.ToString(),
        Citation = Citation(row.Citation, full),
    };

    private static Finding Finding(Finding finding, bool full) => full
        ? finding
        : finding with { Fix = "", Source = "", Citations = [.. finding.Citations.Select(citation => Citation(citation, full))] };

    private static Deferred<Advisory> Advisories(IEnumerable<CodeReference.Advisory> advisories, bool full) =>
        Deferred(() => advisories.Select(advisory => Advisory(advisory, full)));

    private static Deferred<string> Texts(RowList<Statement> statements) =>
        Deferred(() => statements.Select(statement => statement.Text.ToString()));

    private static string Text(BookText text, bool full) => full ? text.ToString() : "";

    private static Deferred<TItem> Deferred<TItem>(Func<IEnumerable<TItem>> items) => new(() => [.. items()]);

    private static Deferred<TItem> Deferred<TItem>(Func<TItem[]> items) => new(items);
}
