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
        CodeSets = [.. book.CodeSets.Select(set => new CompiledCodeSet(set.Name.ToString(), set.Edition.ToString(), set.Effective, set.Until, set.Count, set.Citation.File))],
    };

    public static PublicationAnswer Publication(ReferenceBook book, Publication publication, bool full) => new()
    {
        Procedure = publication.Procedure,
        Title = publication.Title.ToString(),
        Summary = full ? Texts(publication.Summary) : [],
        Overview = Text(publication.Overview, full),
        ServiceType = Text(publication.ServiceType, full),
        SitesOfService = Deferred(() => publication.SitesOfService.Select(site =>
            new PublishedSite(site.Name.ToString(), site.PlaceOfServiceCodes.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries), Citation(site.Citation, full)))),
        ClinicalContext = Text(publication.ClinicalContext, full),
        DocumentationElements = Texts(publication.DocumentationElements),
        Payers = Texts(publication.Payers),
        Modifiers = Deferred(() => publication.Modifiers.Select(row =>
            new PublishedCode(row.Code.ToString(), Text(row.Description, full), Text(row.WhenToUse, full), Citation(row.Citation, full), Advisories(row.Advisories, full)))),
        Taxonomies = Deferred(() => publication.Taxonomies.Select(row =>
            new PublishedCode(row.Code.ToString(), Text(row.Specialty, full), Text(row.Notes, full), Citation(row.Citation, full), Advisories(row.Advisories, full)))),
        Diagnoses = Deferred(() => publication.Diagnoses.Select(row =>
            new PublishedCode(row.Code.ToString(), Text(row.Description, full), Text(row.ClinicalRelevance, full), Citation(row.Citation, full), Advisories(row.Advisories, full)))),
        RelatedProcedures = Deferred(() => publication.RelatedProcedures.Select(row =>
            new PublishedCode(row.Code.ToString(), Text(row.Description, full), Text(row.Relationship, full), Citation(row.Citation, full), Advisories(row.Advisories, full)))),
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
        Appearances = Deferred(() => entry.Appearances.Select(appearance =>
            new CodeAppearance(appearance.Procedure, appearance.Role, Text(appearance.Description, full), Text(appearance.Note, full), Citation(appearance.Citation, full)))),
        Advisories = Deferred(() => entry.Appearances.SelectMany(appearance => appearance.Advisories.Select(diagnostic => Advisory(diagnostic, full)))),
        FeeSchedule = Deferred(() => entry.FeeSchedule.Select(row => FeeSchedule(row, full))),
        UnlikelyEdits = Deferred(() => entry.UnlikelyEdits.Select(edit =>
            new UnlikelyEditEntry(edit.Units, edit.AdjudicationIndicator.ToString(), edit.Rationale.ToString(), Citation(edit.Citation, full)))),
        Edition = book.Edition.Id,
    };

    public static FoundCode Found(SearchHit hit) => new(hit.Entry.System, hit.Entry.Code, hit.Entry.Title.ToString(), hit.Entry.Status, hit.Match);

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

        ModifierAnswer Modifier(int i) => new(
            validation.Modifiers[i].IsEmpty ? modifiers[i] : validation.Modifiers[i].ToString(),
            validation.Verdicts[i],
            Text(validation.GetDescription(i), full),
            Text(validation.GetWhenToUse(i), full),
            validation.GetCitation(i) is { } citation ? Citation(citation, full) : null);
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
            new ElementToDocument(element.Text.ToString(), element.Status, Text(element.Source, full), Citation(element.Citation, full)))),
        Findings = Deferred(() => selection.Findings.Select(finding => Finding(finding, full))),
        Edition = book.Edition.Id,
    };

    public static Advisory Advisory(Diagnostic diagnostic, bool full) => new(
        diagnostic.Id.ToString(),
        diagnostic.Severity,
        diagnostic.Message.ToString(),
        Text(diagnostic.Published, full),
        Text(diagnostic.Official, full),
        Text(diagnostic.Source, full),
        Citation(diagnostic.Citation, full));

    public static Citation Citation(Citation citation, bool full) =>
        full ? citation : new(citation.File, citation.Table, citation.RowKey, citation.Line, citation.Column, "");

    private static SelectionCandidate Candidate(Candidate candidate, bool full) => new(
        candidate.Procedure,
        candidate.Match,
        [.. candidate.Criteria.Select(criterion => criterion with { Citation = Citation(criterion.Citation, full) })],
        [.. candidate.AddOns.Select(addOn => addOn with { Citation = Citation(addOn.Citation, full) })],
        Text(candidate.Description, full),
        Text(candidate.Relationship, full),
        Advisories(candidate.Advisories, full),
        candidate.MentionedIn is { } row ? Citation(row, full) : null,
        Citation(candidate.Citation, full));

    private static FeeScheduleEntry FeeSchedule(FeeScheduleRow row, bool full) => new(
        row.Modifier.ToString(),
        row.Status.ToString(),
        row.ProfessionalTechnical.ToString(),
        row.Global.ToString(),
        row.Multiple.ToString(),
        row.Bilateral.ToString(),
        row.Assistant.ToString(),
        row.CoSurgeon.ToString(),
        row.Team.ToString(),
        row.WorkRvu.ToString(),
        row.NonFacilityTotal.ToString(),
        row.FacilityTotal.ToString(),
        Citation(row.Citation, full));

    private static Finding Finding(Finding finding, bool full) => full
        ? finding
        : finding with { Fix = "", Source = "", Citations = [.. finding.Citations.Select(citation => Citation(citation, full))] };

    private static Deferred<Advisory> Advisories(IEnumerable<Diagnostic> diagnostics, bool full) =>
        Deferred(() => diagnostics.Select(diagnostic => Advisory(diagnostic, full)));

    private static Deferred<string> Texts(RowList<Statement> statements) =>
        Deferred(() => statements.Select(statement => statement.Text.ToString()));

    private static string Text(BookText text, bool full) => full ? text.ToString() : "";

    private static Deferred<TItem> Deferred<TItem>(Func<IEnumerable<TItem>> items) => new(() => [.. items()]);

    private static Deferred<TItem> Deferred<TItem>(Func<TItem[]> items) => new(items);
}
