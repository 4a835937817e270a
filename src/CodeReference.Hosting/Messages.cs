using Google.Type;
using Wire = CodeReference.V1;

namespace CodeReference.Hosting;

/// <summary>Writes answers of the library as messages. The view decides which texts go with them.</summary>
internal static class Messages
{
    public static Wire.Edition Edition(ReferenceBook book) => new()
    {
        Id = book.Edition.Id,
        Label = book.Edition.Label,
        CompilerVersion = book.Edition.CompilerVersion,
        Publications = book.Publications.Count,
        Rows = book.RowCount,
        Codes = book.CodeCount,
        Diagnostics = book.Edition.Diagnostics,
        CodeSets = { book.CodeSets.Select(CodeSet) },
    };

    /// <summary>A diagnostic, beside what it is about or in the list of all.</summary>
    public static Wire.Advisory Advisory(Diagnostic diagnostic, bool full) => new()
    {
        DiagnosticId = diagnostic.Id.ToString(),
        Severity = (Wire.Severity)diagnostic.Severity,
        Message = diagnostic.Message.ToString(),
        Published = Text(diagnostic.Published, full),
        Official = Text(diagnostic.Official, full),
        Source = Text(diagnostic.Source, full),
        Citation = Citation(diagnostic.Citation, full),
    };

    public static Wire.PublicationSummary Summary(Publication publication) => new()
    {
        ProcedureCode = publication.Procedure.ToString(),
        Title = publication.Title.ToString(),
        Citation = Citation(publication.Citation, full: false),
    };

    public static Wire.GetPublicationResponse PublicationFound(Publication publication, bool full, Edition edition) =>
        new() { Publication = Publication(publication, full), Edition = edition.Id };

    public static Wire.LookupCodeResponse CodeFound(CodeEntry entry, bool full, Edition edition) =>
        new() { Code = Code(entry, full), Edition = edition.Id };

    public static Wire.Publication Publication(Publication publication, bool full)
    {
        var message = new Wire.Publication
        {
            ProcedureCode = publication.Procedure.ToString(),
            Title = publication.Title.ToString(),
            Overview = Text(publication.Overview, full),
            ServiceType = Text(publication.ServiceType, full),
            ClinicalContext = Text(publication.ClinicalContext, full),
            Citation = Citation(publication.Citation, full),
        };
        if (full)
        {
            message.Summary.Add(Texts(publication.Summary));
        }

        message.DocumentationElements.Add(Texts(publication.DocumentationElements));
        message.Payers.Add(Texts(publication.Payers));
        message.MissingSections.Add(Texts(publication.MissingSections));
        message.SitesOfService.Add(publication.SitesOfService.Select(site => new Wire.SiteOfService
        {
            Name = site.Name.ToString(),
            PlaceOfServiceCodes = { site.PlaceOfServiceCodes.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) },
            Citation = Citation(site.Citation, full),
        }));
        message.Modifiers.Add(publication.Modifiers.Select(row => new Wire.ModifierRow
        {
            Code = row.Code.ToString(),
            Description = Text(row.Description, full),
            WhenToUse = Text(row.WhenToUse, full),
            Citation = Citation(row.Citation, full),
            Advisories = { Advisories(row.Advisories, full) },
        }));
        message.Taxonomies.Add(publication.Taxonomies.Select(row => new Wire.TaxonomyRow
        {
            Code = row.Code.ToString(),
            Specialty = Text(row.Specialty, full),
            Notes = Text(row.Notes, full),
            Citation = Citation(row.Citation, full),
            Advisories = { Advisories(row.Advisories, full) },
        }));
        message.Diagnoses.Add(publication.Diagnoses.Select(row => new Wire.DiagnosisRow
        {
            Code = row.Code.ToString(),
            Description = Text(row.Description, full),
            ClinicalRelevance = Text(row.ClinicalRelevance, full),
            Citation = Citation(row.Citation, full),
            Advisories = { Advisories(row.Advisories, full) },
        }));
        message.RelatedProcedures.Add(publication.RelatedProcedures.Select(row => new Wire.RelatedProcedureRow
        {
            Code = row.Code.ToString(),
            Description = Text(row.Description, full),
            Relationship = Text(row.Relationship, full),
            Citation = Citation(row.Citation, full),
            Advisories = { Advisories(row.Advisories, full) },
        }));
        message.Advisories.Add(Advisories(publication.Advisories, full));
        return message;
    }

    public static Wire.Code Code(CodeEntry entry, bool full)
    {
        var message = new Wire.Code
        {
            System = (Wire.CodeSystem)entry.System,
            Code_ = entry.Code,
            Title = entry.Title.ToString(),
            OfficialTitle = entry.OfficialTitle.ToString(),
            Status = (Wire.CodeStatus)entry.Status,
        };
        foreach (var appearance in entry.Appearances)
        {
            message.Appearances.Add(new Wire.Appearance
            {
                ProcedureCode = appearance.Procedure.ToString(),
                Role = (Wire.Role)appearance.Role,
                Description = Text(appearance.Description, full),
                Note = Text(appearance.Note, full),
                Citation = Citation(appearance.Citation, full),
            });
            message.Advisories.Add(Advisories(appearance.Advisories, full));
        }

        message.FeeSchedule.Add(entry.FeeSchedule.Select(row => FeeSchedule(row, full)));
        message.UnlikelyEdits.Add(entry.UnlikelyEdits.Select(edit => new Wire.UnlikelyEdit
        {
            Units = edit.Units,
            AdjudicationIndicator = edit.AdjudicationIndicator.ToString(),
            Rationale = edit.Rationale.ToString(),
            Citation = Citation(edit.Citation, full),
        }));
        return message;
    }

    public static Wire.SearchResult SearchResult(SearchHit hit) => new()
    {
        System = (Wire.CodeSystem)hit.Entry.System,
        Code = hit.Entry.Code,
        Title = hit.Entry.Title.ToString(),
        Status = (Wire.CodeStatus)hit.Entry.Status,
        Match = (Wire.SearchMatch)hit.Match,
    };

    public static Wire.SelectCodeResponse Selection(CodeSelection selection, bool full)
    {
        var message = new Wire.SelectCodeResponse { RecommendedCode = selection.Recommended.ToString() };
        message.Candidates.Add(selection.Candidates.Select(candidate => Candidate(candidate, full)));
        message.ResolvedTerms.Add(selection.ResolvedTerms.Select(term => new Wire.ResolvedTerm
        {
            Criterion = (Wire.Criterion)term.Criterion,
            Term = term.Term,
            Meanings = { term.Meanings },
            Citation = Citation(term.Citation, full),
            Use = (Wire.TermUse)term.Use,
            Origin = (Wire.TermOrigin)term.Origin,
            Start = term.Start,
        }));
        message.UnresolvedTerms.Add(selection.UnresolvedTerms);
        message.Needed.Add(selection.Needed.Select(criterion => (Wire.Criterion)criterion));
        message.DocumentationElements.Add(selection.DocumentationElements.Select(element => new Wire.DocumentationElement
        {
            Text = element.Text.ToString(),
            Status = (Wire.ElementStatus)element.Status,
            Source = Text(element.Source, full),
            Citation = Citation(element.Citation, full),
        }));
        message.Findings.Add(selection.Findings.Select(finding => Finding(finding, full)));
        message.Ambiguous.Add(selection.Ambiguous.Select(criterion => (Wire.Criterion)criterion));
        message.Sides.Add(selection.Sides.Select(side => new Wire.SideMention
        {
            Side = (Wire.Side)side.Side,
            Term = side.Term,
            Origin = (Wire.TermOrigin)side.Origin,
            Start = side.Start,
            Citation = Citation(side.Citation, full),
        }));
        return message;
    }

    /// <param name="validation">The answer.</param>
    /// <param name="modifiers">The modifiers as sent: a malformed one is given back as it came.</param>
    /// <param name="full">Whether texts go with it.</param>
    public static Wire.ValidateModifiersResponse Validation(in ModifierValidation validation, IReadOnlyList<string> modifiers, bool full)
    {
        var message = new Wire.ValidateModifiersResponse
        {
            ProcedureCode = validation.Procedure.ToString(),
            Outcome = (Wire.Outcome)validation.Outcome,
        };
        for (var i = 0; i < validation.Count; i++)
        {
            var modifier = validation.Modifiers[i];
            message.Modifiers.Add(new Wire.ModifierVerdict
            {
                Modifier = modifier.IsEmpty ? modifiers[i] : modifier.ToString(),
                Verdict = (Wire.Verdict)validation.Verdicts[i],
                Description = Text(validation.GetDescription(i), full),
                WhenToUse = Text(validation.GetWhenToUse(i), full),
                Citation = validation.GetCitation(i) is { } citation ? Citation(citation, full) : null,
            });
        }

        message.Findings.Add(validation.GetFindings().Select(finding => Finding(finding, full)));
        message.SuggestedModifiers.Add(validation.GetSuggestedModifiers().Select(modifier => modifier.ToString()));
        message.UncheckedRules.Add(validation.UncheckedRules);
        if (full)
        {
            message.MissingInputs.Add(validation.GetMissingInputs().Select(missing => new Wire.MissingInput { Input = (Wire.RuleInput)missing.Input, Rules = { missing.Rules } }));
        }

        return message;
    }

    public static Wire.Finding Finding(Finding finding, bool full) => new()
    {
        Rule = finding.Rule,
        Severity = (Wire.Severity)finding.Severity,
        Message = finding.Message,
        ModifierPositions = { finding.ModifierPositions },
        Fix = full ? finding.Fix : "",
        Source = full ? finding.Source : "",
        Citations = { finding.Citations.Select(citation => Citation(citation, full)) },
    };

    public static Wire.Citation Citation(Citation citation, bool full) => new()
    {
        File = citation.File,
        Table = citation.Table,
        RowKey = citation.RowKey,
        Line = citation.Line,
        Column = citation.Column,
        Quote = full ? citation.Quote : "",
    };

    private static Wire.Candidate Candidate(Candidate candidate, bool full)
    {
        var message = new Wire.Candidate
        {
            ProcedureCode = candidate.Procedure.ToString(),
            Units = 1,
            Match = candidate.Match switch
            {
                Match.Full => Wire.Match.Full,
                Match.Partial => Wire.Match.Partial,
                _ => Wire.Match.None,
            },
            Description = Text(candidate.Description, full),
            Relationship = Text(candidate.Relationship, full),
            Citation = Citation(candidate.Citation, full),
            Advisories = { Advisories(candidate.Advisories, full) },
            MentionedIn = candidate.MentionedIn is { } row ? Citation(row, full) : null,
        };
        message.AddOns.Add(candidate.AddOns.Select(addOn => new Wire.AddOn
        {
            ProcedureCode = addOn.Procedure.ToString(),
            Units = addOn.Units,
            Citation = Citation(addOn.Citation, full),
        }));
        message.Criteria.Add(candidate.Criteria.Select(criterion => new Wire.CriterionResult
        {
            Criterion = (Wire.Criterion)criterion.Criterion,
            Outcome = (Wire.CriterionOutcome)criterion.Outcome,
            Stated = criterion.Stated,
            Given = criterion.Given,
            Citation = Citation(criterion.Citation, full),
        }));
        return message;
    }

    private static Wire.CodeSet CodeSet(CodeSet set) => new()
    {
        Name = set.Name.ToString(),
        Edition = set.Edition.ToString(),
        Effective = Date(set.Effective),
        Until = Date(set.Until),
        Rows = set.Count,
        File = set.Citation.File,
    };

    private static Wire.FeeScheduleRow FeeSchedule(FeeScheduleRow row, bool full) => new()
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

    private static IEnumerable<Wire.Advisory> Advisories(IEnumerable<Diagnostic> diagnostics, bool full) =>
        diagnostics.Select(diagnostic => Advisory(diagnostic, full));

    private static Date? Date(DateOnly? date) => date is { } day ? new() { Year = day.Year, Month = day.Month, Day = day.Day } : null;

    private static string Text(BookText text, bool full) => full ? text.ToString() : "";

    private static IEnumerable<string> Texts(RowList<Statement> statements) => statements.Select(statement => statement.Text.ToString());
}
