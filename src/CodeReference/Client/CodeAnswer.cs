namespace CodeReference.Client;

/// <summary>What is known of a code.</summary>
/// <remarks>Immutable. Lists may be made when they are first read.</remarks>
public sealed record CodeAnswer
{
    /// <summary>The system of the code.</summary>
    public required CodeSystem System { get; init; }

    /// <summary>The canonical code: upper case, a diagnosis with its dot.</summary>
    public required string Code { get; init; }

    /// <summary>What the book calls it; empty when it has no title.</summary>
    public required string Title { get; init; }

    /// <summary>The title in the official source; empty when the book holds none. Where it differs, it is right.</summary>
    public required string OfficialTitle { get; init; }

    /// <summary>What the newest official source says of the code, on the first day of its release.</summary>
    public required CodeStatus Status { get; init; }

    /// <summary>The first day on which the code may be used; null when no official source states one.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The last day on which the code may be used, past or to come; null while no official source states one.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Every published row that mentions the code, by procedure and then in published order.</summary>
    public required IReadOnlyList<Appearance> Appearances { get; init; }

    /// <summary>What is wrong with those rows.</summary>
    public required IReadOnlyList<Advisory> Advisories { get; init; }

    /// <summary>The rows of Medicare's fee schedule: the procedure as a whole, then its parts.</summary>
    public required IReadOnlyList<FeeScheduleRow> FeeSchedule { get; init; }

    /// <summary>The medically unlikely edits of a procedure, one for each file of them.</summary>
    public required IReadOnlyList<UnlikelyEdit> UnlikelyEdits { get; init; }

    /// <summary>The id of the edition that answered: 16 hexadecimal digits.</summary>
    public required string Edition { get; init; }

    internal static CodeAnswer Of(ReferenceBook book, CodeEntry entry, bool full) => new()
    {
        System = entry.System,
        Code = entry.Code,
        Title = entry.Title.ToString(),
        OfficialTitle = entry.OfficialTitle.ToString(),
        Status = entry.Status,
        FirstDay = entry.FirstDay,
        LastDay = entry.LastDay,
        Appearances = ViewRule.List(() => entry.Appearances.Select(appearance => new Appearance
        {
            Procedure = appearance.Procedure,
            Role = appearance.Role,
            Description = ViewRule.Text(appearance.Description, full),
            Note = ViewRule.Text(appearance.Note, full),
            Citation = ViewRule.Citation(appearance.Citation, full),
        })),
        Advisories = ViewRule.List(() => entry.Appearances.SelectMany(appearance => appearance.Advisories.Select(advisory => Advisory.Of(advisory, full)))),
        FeeSchedule = ViewRule.List(() => entry.FeeSchedule.Select(row => FeeScheduleRow.Of(row, full))),
        UnlikelyEdits = ViewRule.List(() => entry.UnlikelyEdits.Select(edit => new UnlikelyEdit
        {
            Units = edit.Units,
            AdjudicationIndicator = edit.AdjudicationIndicator.ToString(),
            Rationale = edit.Rationale.ToString(),
            Citation = ViewRule.Citation(edit.Citation, full),
        })),
        Edition = book.Edition.Id,
    };
}

/// <summary>A mention of a code in a publication.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Appearance
{
    /// <summary>The procedure of the publication.</summary>
    public required ProcedureCode Procedure { get; init; }

    /// <summary>The part that the code plays there.</summary>
    public required Role Role { get; init; }

    /// <summary>What the publication says it is. <see cref="View.Full"/> only.</summary>
    public required string Description { get; init; }

    /// <summary>What it says of its use; empty for a subject. <see cref="View.Full"/> only.</summary>
    public required string Note { get; init; }

    /// <summary>Where the row stands.</summary>
    public required Citation Citation { get; init; }
}

/// <summary>Something that the compiler found wrong with a published text, which is served as published.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Advisory
{
    /// <summary>The id of its kind, "CR3010"; stable.</summary>
    public required string Id { get; init; }

    /// <summary>How much it weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong: a sentence for a person.</summary>
    public required string Message { get; init; }

    /// <summary>What is published. <see cref="View.Full"/> only.</summary>
    public required string Published { get; init; }

    /// <summary>What the official source says; empty when it says nothing. <see cref="View.Full"/> only.</summary>
    public required string Official { get; init; }

    /// <summary>The official source. <see cref="View.Full"/> only.</summary>
    public required string Source { get; init; }

    /// <summary>The very cell or words.</summary>
    public required Citation Citation { get; init; }

    internal static Advisory Of(CodeReference.Advisory advisory, bool full) => new()
    {
        Id = advisory.Id.ToString(),
        Severity = advisory.Severity,
        Message = advisory.Message.ToString(),
        Published = ViewRule.Text(advisory.Published, full),
        Official = ViewRule.Text(advisory.Official, full),
        Source = ViewRule.Text(advisory.Source, full),
        Citation = ViewRule.Citation(advisory.Citation, full),
    };
}

/// <summary>A row of Medicare's physician fee schedule. Figures are as the file writes them.</summary>
/// <remarks>Immutable.</remarks>
public sealed record FeeScheduleRow
{
    /// <summary>The part of the procedure: "26", "TC", "53"; empty for the whole.</summary>
    public required string Modifier { get; init; }

    /// <summary>Whether and how Medicare pays it: "A" is active.</summary>
    public required string Status { get; init; }

    /// <summary>Whether professional and technical component are told apart.</summary>
    public required string ProfessionalTechnical { get; init; }

    /// <summary>The global period: "090".</summary>
    public required string Global { get; init; }

    /// <summary>The multiple procedure indicator.</summary>
    public required string Multiple { get; init; }

    /// <summary>The bilateral surgery indicator.</summary>
    public required string Bilateral { get; init; }

    /// <summary>The assistant at surgery indicator.</summary>
    public required string Assistant { get; init; }

    /// <summary>The co-surgeon indicator.</summary>
    public required string CoSurgeon { get; init; }

    /// <summary>The team surgery indicator.</summary>
    public required string Team { get; init; }

    /// <summary>The relative value units of the physician's work.</summary>
    public required string WorkRvu { get; init; }

    /// <summary>All relative value units outside a facility.</summary>
    public required string NonFacilityTotal { get; init; }

    /// <summary>All relative value units in a facility.</summary>
    public required string FacilityTotal { get; init; }

    /// <summary>Where the row stands.</summary>
    public required Citation Citation { get; init; }

    internal static FeeScheduleRow Of(CodeReference.FeeScheduleRow row, bool full) => new()
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
        Citation = ViewRule.Citation(row.Citation, full),
    };
}

/// <summary>A medically unlikely edit: the most units of a procedure that one provider reports for one patient on one day.</summary>
/// <remarks>Immutable.</remarks>
public sealed record UnlikelyEdit
{
    /// <summary>The most units.</summary>
    public required int Units { get; init; }

    /// <summary>How it is applied: "1" to a line, "2" to a day without exception, "3" to a day with appeal.</summary>
    public required string AdjudicationIndicator { get; init; }

    /// <summary>Why, in the words of the file.</summary>
    public required string Rationale { get; init; }

    /// <summary>Where the row stands.</summary>
    public required Citation Citation { get; init; }
}
