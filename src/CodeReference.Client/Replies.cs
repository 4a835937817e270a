using Google.Protobuf.Collections;
using Google.Type;

namespace CodeReference.Client;

/// <summary>Makes answers of messages. Texts are those of the message, and lists are made when they are read.</summary>
internal static class Replies
{
    public static EditionAnswer Edition(Wire.Edition edition) => new()
    {
        Id = edition.Id,
        Label = edition.Label,
        CompilerVersion = edition.CompilerVersion,
        Publications = edition.Publications,
        Rows = edition.Rows,
        Codes = edition.Codes,
        Diagnostics = edition.Diagnostics,
        CodeSets = List(edition.CodeSets, static set => new CompiledCodeSet(set.Name, set.Edition, Day(set.Effective), Day(set.Until), set.Rows, set.File)),
    };

    public static PublicationSummary Summary(Wire.PublicationSummary summary) => new(Procedure(summary.ProcedureCode), summary.Title, Citation(summary.Citation));

    public static PublicationAnswer Publication(Wire.GetPublicationResponse response)
    {
        var page = response.Publication;
        return new()
        {
            Procedure = Procedure(page.ProcedureCode),
            Title = page.Title,
            Summary = page.Summary,
            Overview = page.Overview,
            ServiceType = page.ServiceType,
            SitesOfService = List(page.SitesOfService, static site => new PublishedSite(site.Name, site.PlaceOfServiceCodes, Citation(site.Citation))),
            ClinicalContext = page.ClinicalContext,
            DocumentationElements = page.DocumentationElements,
            Payers = page.Payers,
            Modifiers = List(page.Modifiers, static row => new PublishedCode(row.Code, row.Description, row.WhenToUse, Citation(row.Citation), Advisories(row.Advisories))),
            Taxonomies = List(page.Taxonomies, static row => new PublishedCode(row.Code, row.Specialty, row.Notes, Citation(row.Citation), Advisories(row.Advisories))),
            Diagnoses = List(page.Diagnoses, static row => new PublishedCode(row.Code, row.Description, row.ClinicalRelevance, Citation(row.Citation), Advisories(row.Advisories))),
            RelatedProcedures = List(page.RelatedProcedures, static row => new PublishedCode(row.Code, row.Description, row.Relationship, Citation(row.Citation), Advisories(row.Advisories))),
            MissingSections = page.MissingSections,
            Advisories = Advisories(page.Advisories),
            Citation = Citation(page.Citation),
            Edition = response.Edition,
        };
    }

    public static CodeAnswer Code(Wire.LookupCodeResponse response)
    {
        var code = response.Code;
        return new()
        {
            System = (CodeSystem)code.System,
            Code = code.Code_,
            Title = code.Title,
            OfficialTitle = code.OfficialTitle,
            Status = (CodeStatus)code.Status,
            Appearances = List(code.Appearances, static row => new CodeAppearance(Procedure(row.ProcedureCode), (Role)row.Role, row.Description, row.Note, Citation(row.Citation))),
            Advisories = Advisories(code.Advisories),
            FeeSchedule = List(code.FeeSchedule, FeeSchedule),
            UnlikelyEdits = List(code.UnlikelyEdits, static edit => new UnlikelyEditEntry(edit.Units, edit.AdjudicationIndicator, edit.Rationale, Citation(edit.Citation))),
            Edition = response.Edition,
        };
    }

    public static SearchAnswer Search(Wire.SearchCodesResponse response) => new(
        List(response.Results, static found => new FoundCode((CodeSystem)found.System, found.Code, found.Title, (CodeStatus)found.Status, (SearchMatch)found.Match)),
        response.Edition);

    public static SelectionAnswer Selection(Wire.SelectCodeResponse response) => new()
    {
        Candidates = List(response.Candidates, Candidate),
        Recommended = Procedure(response.RecommendedCode),
        ResolvedTerms = List(response.ResolvedTerms, static term =>
            new ResolvedTerm((Criterion)term.Criterion, term.Term, term.Meanings, (TermUse)term.Use, (TermOrigin)term.Origin, term.Start, Citation(term.Citation))),
        UnresolvedTerms = response.UnresolvedTerms,
        Sides = List(response.Sides, static side => new SideMention((Side)side.Side, side.Term, (TermOrigin)side.Origin, side.Start, Citation(side.Citation))),
        Needed = List(response.Needed, static criterion => (Criterion)criterion),
        Ambiguous = List(response.Ambiguous, static criterion => (Criterion)criterion),
        DocumentationElements = List(response.DocumentationElements, static element =>
            new ElementToDocument(element.Text, (ElementStatus)element.Status, element.Source, Citation(element.Citation))),
        Findings = List(response.Findings, Finding),
        Edition = response.Edition,
    };

    public static ValidationAnswer Validation(Wire.ValidateModifiersResponse response) => new()
    {
        Procedure = Procedure(response.ProcedureCode),
        Outcome = (Outcome)response.Outcome,
        Modifiers = List(response.Modifiers, static modifier =>
            new ModifierAnswer(modifier.Modifier, (Verdict)modifier.Verdict, modifier.Description, modifier.WhenToUse, modifier.Citation is { } citation ? Citation(citation) : null)),
        Findings = List(response.Findings, Finding),
        SuggestedModifiers = List(response.SuggestedModifiers, static modifier => ModifierCode.TryParse(modifier, out var code) ? code : default),
        UncheckedRules = response.UncheckedRules,
        MissingInputs = List(response.MissingInputs, static missing => new MissingInput((RuleInput)missing.Input, missing.Rules)),
        Edition = response.Edition,
    };

    public static AnswerOrError<CodeAnswer> Code(Wire.BatchLookupCodesResult result) =>
        result.Response is { } response ? new(Code(response)) : new(Failures.Of(result.Error ?? new()));

    public static Advisory Advisory(Wire.Advisory advisory) => new(
        advisory.DiagnosticId, (Severity)advisory.Severity, advisory.Message, advisory.Published, advisory.Official, advisory.Source, Citation(advisory.Citation));

    private static SelectionCandidate Candidate(Wire.Candidate candidate) => new(
        Procedure(candidate.ProcedureCode),
        candidate.Match switch
        {
            Wire.Match.Full => Match.Full,
            Wire.Match.Partial => Match.Partial,
            _ => Match.None,
        },
        List(candidate.Criteria, static criterion =>
            new CriterionResult((Criterion)criterion.Criterion, (CriterionOutcome)criterion.Outcome, criterion.Stated, criterion.Given, Citation(criterion.Citation))),
        List(candidate.AddOns, static addOn => new AddOn(Procedure(addOn.ProcedureCode), addOn.Units, Citation(addOn.Citation))),
        candidate.Description,
        candidate.Relationship,
        Advisories(candidate.Advisories),
        candidate.MentionedIn is { } row ? Citation(row) : null,
        Citation(candidate.Citation));

    private static FeeScheduleEntry FeeSchedule(Wire.FeeScheduleRow row) => new(
        row.Modifier,
        row.Status,
        row.ProfessionalTechnical,
        row.Global,
        row.Multiple,
        row.Bilateral,
        row.Assistant,
        row.CoSurgeon,
        row.Team,
        row.WorkRvu,
        row.NonFacilityTotal,
        row.FacilityTotal,
        Citation(row.Citation));

    private static Finding Finding(Wire.Finding finding) => new(
        finding.Rule, (Severity)finding.Severity, finding.Message, finding.ModifierPositions, finding.Fix, finding.Source, List(finding.Citations, Citation));

    private static Projection<Wire.Advisory, Advisory> Advisories(RepeatedField<Wire.Advisory> advisories) => List(advisories, Advisory);

    private static Citation Citation(Wire.Citation? citation) =>
        citation is null ? new("", "", "", 0, 0, "") : new(citation.File, citation.Table, citation.RowKey, citation.Line, citation.Column, citation.Quote);

    private static ProcedureCode Procedure(string code) => ProcedureCode.TryParse(code, out var procedure) ? procedure : default;

    private static DateOnly? Day(Date? date) => date is null ? null : new(date.Year, date.Month, date.Day);

    private static Projection<TMessage, TItem> List<TMessage, TItem>(RepeatedField<TMessage> messages, Func<TMessage, TItem> make) =>
        messages.Count == 0 ? Projection<TMessage, TItem>.Empty : new(messages, make);
}
