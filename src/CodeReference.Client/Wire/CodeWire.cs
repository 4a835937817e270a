namespace CodeReference.Client;

/// <summary>Lookups of codes.</summary>
internal static class CodeWire
{
    public static Wire.LookupCodeRequest ToMessage(CodeQuery query, View view, string edition) => new()
    {
        Code = query.Code ?? "",
        System = (Wire.CodeSystem)query.System,
        View = WireValues.ToMessage(view),
        Edition = edition,
    };

    public static CodeQuery FromMessage(Wire.LookupCodeRequest request) => new(request.Code, (CodeSystem)request.System);

    public static Wire.LookupCodeResponse ToMessage(CodeAnswer answer) => new()
    {
        Code = new()
        {
            System = (Wire.CodeSystem)answer.System,
            Code_ = answer.Code,
            Title = answer.Title,
            OfficialTitle = answer.OfficialTitle,
            Status = (Wire.CodeStatus)answer.Status,
            FirstDay = WireValues.ToMessage(answer.FirstDay),
            LastDay = WireValues.ToMessage(answer.LastDay),
            Appearances = { answer.Appearances.Select(ToMessage) },
            Advisories = { answer.Advisories.Select(FindingWire.ToMessage) },
            FeeSchedule = { answer.FeeSchedule.Select(ToMessage) },
            UnlikelyEdits = { answer.UnlikelyEdits.Select(ToMessage) },
        },
        Edition = answer.Edition,
    };

    public static CodeAnswer FromMessage(Wire.LookupCodeResponse response)
    {
        var code = response.Code;
        return new()
        {
            System = (CodeSystem)code.System,
            Code = code.Code_,
            Title = code.Title,
            OfficialTitle = code.OfficialTitle,
            Status = (CodeStatus)code.Status,
            FirstDay = WireValues.FromMessage(code.FirstDay),
            LastDay = WireValues.FromMessage(code.LastDay),
            Appearances = WireValues.List(code.Appearances, FromMessage),
            Advisories = WireValues.List(code.Advisories, FindingWire.FromMessage),
            FeeSchedule = WireValues.List(code.FeeSchedule, FromMessage),
            UnlikelyEdits = WireValues.List(code.UnlikelyEdits, FromMessage),
            Edition = response.Edition,
        };
    }

    private static Wire.Appearance ToMessage(Appearance row) => new()
    {
        ProcedureCode = row.Procedure.ToString(),
        Role = (Wire.Role)row.Role,
        Description = row.Description,
        Note = row.Note,
        Citation = FindingWire.ToMessage(row.Citation),
    };

    private static Appearance FromMessage(Wire.Appearance row) => new()
    {
        Procedure = WireValues.Procedure(row.ProcedureCode),
        Role = (Role)row.Role,
        Description = row.Description,
        Note = row.Note,
        Citation = FindingWire.FromMessage(row.Citation),
    };

    private static Wire.FeeScheduleRow ToMessage(FeeScheduleRow row) => new()
    {
        Modifier = row.Modifier,
        Status = row.Status,
        ProfessionalTechnical = row.ProfessionalTechnical,
        Global = row.Global,
        Multiple = row.Multiple,
        Bilateral = row.Bilateral,
        Assistant = row.Assistant,
        CoSurgeon = row.CoSurgeon,
        Team = row.Team,
        WorkRvu = row.WorkRvu,
        NonFacilityTotal = row.NonFacilityTotal,
        FacilityTotal = row.FacilityTotal,
        Citation = FindingWire.ToMessage(row.Citation),
    };

    private static FeeScheduleRow FromMessage(Wire.FeeScheduleRow row) => new()
    {
        Modifier = row.Modifier,
        Status = row.Status,
        ProfessionalTechnical = row.ProfessionalTechnical,
        Global = row.Global,
        Multiple = row.Multiple,
        Bilateral = row.Bilateral,
        Assistant = row.Assistant,
        CoSurgeon = row.CoSurgeon,
        Team = row.Team,
        WorkRvu = row.WorkRvu,
        NonFacilityTotal = row.NonFacilityTotal,
        FacilityTotal = row.FacilityTotal,
        Citation = FindingWire.FromMessage(row.Citation),
    };

    private static Wire.UnlikelyEdit ToMessage(UnlikelyEdit edit) => new()
    {
        Units = edit.Units,
        AdjudicationIndicator = edit.AdjudicationIndicator,
        Rationale = edit.Rationale,
        Citation = FindingWire.ToMessage(edit.Citation),
    };

    private static UnlikelyEdit FromMessage(Wire.UnlikelyEdit edit) => new()
    {
        Units = edit.Units,
        AdjudicationIndicator = edit.AdjudicationIndicator,
        Rationale = edit.Rationale,
        Citation = FindingWire.FromMessage(edit.Citation),
    };
}
