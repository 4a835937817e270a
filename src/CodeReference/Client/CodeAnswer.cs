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

    /// <summary>What the official source says of the code.</summary>
    public required CodeStatus Status { get; init; }

    /// <summary>Every published row that mentions the code, by procedure and then in published order.</summary>
    public required IReadOnlyList<CodeAppearance> Appearances { get; init; }

    /// <summary>What is wrong with those rows.</summary>
    public required IReadOnlyList<Advisory> Advisories { get; init; }

    /// <summary>The rows of Medicare's fee schedule: the procedure as a whole, then its parts.</summary>
    public required IReadOnlyList<FeeScheduleEntry> FeeSchedule { get; init; }

    /// <summary>The medically unlikely edits of a procedure, one for each file of them.</summary>
    public required IReadOnlyList<UnlikelyEditEntry> UnlikelyEdits { get; init; }

    /// <summary>The id of the edition that answered: 16 hexadecimal digits.</summary>
    public required string Edition { get; init; }
}

/// <summary>A mention of a code in a publication.</summary>
/// <param name="Procedure">The procedure of the publication.</param>
/// <param name="Role">The part that the code plays there.</param>
/// <param name="Description">What the publication says it is. <see cref="View.Full"/> only.</param>
/// <param name="Note">What it says of its use; empty for a subject. <see cref="View.Full"/> only.</param>
/// <param name="Citation">Where the row stands.</param>
public sealed record CodeAppearance(ProcedureCode Procedure, Role Role, string Description, string Note, Citation Citation);

/// <summary>Something that the compiler found wrong with a published text, which is served as published.</summary>
/// <param name="Id">The id of its kind, "CR3010"; stable.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">What is wrong: a sentence for a person.</param>
/// <param name="Published">What is published. <see cref="View.Full"/> only.</param>
/// <param name="Official">What the official source says; empty when it says nothing. <see cref="View.Full"/> only.</param>
/// <param name="Source">The official source. <see cref="View.Full"/> only.</param>
/// <param name="Citation">The very cell or words.</param>
public sealed record Advisory(string Id, Severity Severity, string Message, string Published, string Official, string Source, Citation Citation);

/// <summary>A row of Medicare's physician fee schedule. Figures are as the file writes them.</summary>
/// <param name="Modifier">The part of the procedure: "26", "TC", "53"; empty for the whole.</param>
/// <param name="Status">Whether and how Medicare pays it: "A" is active.</param>
/// <param name="ProfessionalTechnical">Whether professional and technical component are told apart.</param>
/// <param name="Global">The global period: "090".</param>
/// <param name="Multiple">The multiple procedure indicator.</param>
/// <param name="Bilateral">The bilateral surgery indicator.</param>
/// <param name="Assistant">The assistant at surgery indicator.</param>
/// <param name="CoSurgeon">The co-surgeon indicator.</param>
/// <param name="Team">The team surgery indicator.</param>
/// <param name="WorkRvu">The relative value units of the physician's work.</param>
/// <param name="NonFacilityTotal">All relative value units outside a facility.</param>
/// <param name="FacilityTotal">All relative value units in a facility.</param>
/// <param name="Citation">Where the row stands.</param>
public sealed record FeeScheduleEntry(
    string Modifier,
    string Status,
    string ProfessionalTechnical,
    string Global,
    string Multiple,
    string Bilateral,
    string Assistant,
    string CoSurgeon,
    string Team,
    string WorkRvu,
    string NonFacilityTotal,
    string FacilityTotal,
    Citation Citation);

/// <summary>A medically unlikely edit: the most units of a procedure that one provider reports for one patient on one day.</summary>
/// <param name="Units">The most units.</param>
/// <param name="AdjudicationIndicator">How it is applied: "1" to a line, "2" to a day without exception, "3" to a day with appeal.</param>
/// <param name="Rationale">Why, in the words of the file.</param>
/// <param name="Citation">Where the row stands.</param>
public sealed record UnlikelyEditEntry(int Units, string AdjudicationIndicator, string Rationale, Citation Citation);
