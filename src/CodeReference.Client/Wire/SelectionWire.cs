namespace CodeReference.Client;

/// <summary>Selections of a procedure.</summary>
internal static class SelectionWire
{
    public static Wire.SelectCodeRequest ToMessage(SelectionQuery query, View view, string edition) => new()
    {
        Technique = query.Technique,
        AnatomicSite = query.AnatomicSite,
        Size = query.Size is { } size ? new() { Value = size, Unit = (Wire.Unit)query.Unit } : null,
        Wounds = { query.Wounds.Select(wound => new Wire.Wound { Length = wound.Length, Width = wound.Width }) },
        Narrative = query.Narrative,
        // In a message 0 stands for the default, which a record states as a number; a 0 of the caller is an error.
        MaxCandidates = query.MaxCandidates == 0 ? -1 : query.MaxCandidates,
        View = WireValues.ToMessage(view),
        Edition = edition,
    };

    public static SelectionQuery FromMessage(Wire.SelectCodeRequest request) => new()
    {
        Technique = request.Technique,
        AnatomicSite = request.AnatomicSite,
        Size = request.Size?.Value,
        Unit = (SizeUnit)(request.Size?.Unit ?? Wire.Unit.Unspecified),
        Wounds = [.. request.Wounds.Select(wound => new Wound(wound.Length, wound.Width))],
        Narrative = request.Narrative,
        MaxCandidates = request.MaxCandidates == 0 ? SelectionQuery.DefaultCandidates : request.MaxCandidates,
    };

    public static Wire.SelectCodeResponse ToMessage(SelectionAnswer answer) => new()
    {
        Candidates = { answer.Candidates.Select(ToMessage) },
        RecommendedCode = answer.Recommended.ToString(),
        ResolvedTerms = { answer.ResolvedTerms.Select(ToMessage) },
        UnresolvedTerms = { answer.UnresolvedTerms },
        Needed = { answer.Needed.Select(criterion => (Wire.Criterion)criterion) },
        DocumentationElements = { answer.DocumentationElements.Select(ToMessage) },
        Findings = { answer.Findings.Select(FindingWire.ToMessage) },
        Ambiguous = { answer.Ambiguous.Select(criterion => (Wire.Criterion)criterion) },
        Sides = { answer.Sides.Select(ToMessage) },
        Edition = answer.Edition,
    };

    public static SelectionAnswer FromMessage(Wire.SelectCodeResponse response) => new()
    {
        Candidates = WireValues.List(response.Candidates, FromMessage),
        Recommended = WireValues.Procedure(response.RecommendedCode),
        ResolvedTerms = WireValues.List(response.ResolvedTerms, FromMessage),
        UnresolvedTerms = response.UnresolvedTerms,
        Needed = WireValues.List(response.Needed, criterion => (Criterion)criterion),
        DocumentationElements = WireValues.List(response.DocumentationElements, FromMessage),
        Findings = WireValues.List(response.Findings, FindingWire.FromMessage),
        Ambiguous = WireValues.List(response.Ambiguous, criterion => (Criterion)criterion),
        Sides = WireValues.List(response.Sides, FromMessage),
        Edition = response.Edition,
    };

    private static Wire.Candidate ToMessage(Candidate candidate) => new()
    {
        ProcedureCode = candidate.Procedure.ToString(),
        Units = 1,
        Match = (Wire.Match)candidate.Match,
        Criteria = { candidate.Criteria.Select(ToMessage) },
        AddOns = { candidate.AddOns.Select(ToMessage) },
        Description = candidate.Description,
        Relationship = candidate.Relationship,
        Advisories = { candidate.Advisories.Select(FindingWire.ToMessage) },
        MentionedIn = FindingWire.ToMessageOrNull(candidate.MentionedIn),
        Citation = FindingWire.ToMessage(candidate.Citation),
    };

    private static Candidate FromMessage(Wire.Candidate candidate) => new()
    {
        Procedure = WireValues.Procedure(candidate.ProcedureCode),
        Match = (Match)candidate.Match,
        Criteria = WireValues.List(candidate.Criteria, FromMessage),
        AddOns = WireValues.List(candidate.AddOns, FromMessage),
        Description = candidate.Description,
        Relationship = candidate.Relationship,
        Advisories = WireValues.List(candidate.Advisories, FindingWire.FromMessage),
        MentionedIn = FindingWire.FromMessageOrNull(candidate.MentionedIn),
        Citation = FindingWire.FromMessage(candidate.Citation),
    };

    private static Wire.CriterionResult ToMessage(CriterionResult result) => new()
    {
        Criterion = (Wire.Criterion)result.Criterion,
        Outcome = (Wire.CriterionOutcome)result.Outcome,
        Stated = result.Stated,
        Given = result.Given,
        Citation = FindingWire.ToMessage(result.Citation),
    };

    private static CriterionResult FromMessage(Wire.CriterionResult result) => new()
    {
        Criterion = (Criterion)result.Criterion,
        Outcome = (CriterionOutcome)result.Outcome,
        Stated = result.Stated,
        Given = result.Given,
        Citation = FindingWire.FromMessage(result.Citation),
    };

    private static Wire.AddOn ToMessage(AddOn addOn) => new()
    {
        ProcedureCode = addOn.Procedure.ToString(),
        Units = addOn.Units,
        Citation = FindingWire.ToMessage(addOn.Citation),
    };

    private static AddOn FromMessage(Wire.AddOn addOn) => new()
    {
        Procedure = WireValues.Procedure(addOn.ProcedureCode),
        Units = addOn.Units,
        Citation = FindingWire.FromMessage(addOn.Citation),
    };

    private static Wire.ResolvedTerm ToMessage(ResolvedTerm term) => new()
    {
        Criterion = (Wire.Criterion)term.Criterion,
        Term = term.Term,
        Meanings = { term.Meanings },
        Use = (Wire.TermUse)term.Use,
        Origin = (Wire.TermOrigin)term.Origin,
        Start = term.Start,
        Citation = FindingWire.ToMessage(term.Citation),
    };

    private static ResolvedTerm FromMessage(Wire.ResolvedTerm term) => new()
    {
        Criterion = (Criterion)term.Criterion,
        Term = term.Term,
        Meanings = term.Meanings,
        Use = (TermUse)term.Use,
        Origin = (TermOrigin)term.Origin,
        Start = term.Start,
        Citation = FindingWire.FromMessage(term.Citation),
    };

    private static Wire.SideMention ToMessage(SideMention side) => new()
    {
        Side = (Wire.Side)side.Side,
        Term = side.Term,
        Origin = (Wire.TermOrigin)side.Origin,
        Start = side.Start,
        Citation = FindingWire.ToMessage(side.Citation),
    };

    private static SideMention FromMessage(Wire.SideMention side) => new()
    {
        Side = (Side)side.Side,
        Term = side.Term,
        Origin = (TermOrigin)side.Origin,
        Start = side.Start,
        Citation = FindingWire.FromMessage(side.Citation),
    };

    private static Wire.DocumentationElement ToMessage(DocumentationElement element) => new()
    {
        Text = element.Text,
        Status = (Wire.ElementStatus)element.Status,
        Source = element.Source,
        Citation = FindingWire.ToMessage(element.Citation),
    };

    private static DocumentationElement FromMessage(Wire.DocumentationElement element) => new()
    {
        Text = element.Text,
        Status = (ElementStatus)element.Status,
        Source = element.Source,
        Citation = FindingWire.FromMessage(element.Citation),
    };
}
