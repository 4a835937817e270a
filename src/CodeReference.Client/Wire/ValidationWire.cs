namespace CodeReference.Client;

/// <summary>Validations of claim lines.</summary>
internal static class ValidationWire
{
    public static Wire.ValidateModifiersRequest ToMessage(ValidationQuery line, View view, string edition) => new()
    {
        ProcedureCode = line.ProcedureCode ?? "",
        Modifiers = { line.Modifiers },
        Payer = line.Payer,
        View = WireValues.ToMessage(view),
        Edition = edition,
        PlaceOfService = line.PlaceOfService,
        ClaimType = (Wire.ClaimType)line.ClaimType,
        TaxonomyCode = line.TaxonomyCode,
        DiagnosisCodes = { line.DiagnosisCodes },
        ServiceDate = WireValues.ToMessage(line.ServiceDate),
        Units = line.Units,
    };

    public static ValidationQuery FromMessage(Wire.ValidateModifiersRequest request) => new(request.ProcedureCode, request.Modifiers)
    {
        Payer = request.Payer,
        PlaceOfService = request.PlaceOfService,
        ClaimType = (ClaimType)request.ClaimType,
        TaxonomyCode = request.TaxonomyCode,
        DiagnosisCodes = request.DiagnosisCodes,
        ServiceDate = WireValues.FromMessage(request.ServiceDate),
        Units = request.Units,
    };

    /// <summary>No fewer bytes than a request has, without counting each: three for a character at most.</summary>
    public static int LargestSize(Wire.ValidateModifiersRequest request)
    {
        const int Fields = 16;
        const int LengthOfText = 6;
        var characters = request.ProcedureCode.Length + request.Payer.Length + request.Edition.Length
            + request.PlaceOfService.Length + request.TaxonomyCode.Length;
        for (var i = 0; i < request.Modifiers.Count; i++)
        {
            characters += request.Modifiers[i].Length + LengthOfText;
        }

        for (var i = 0; i < request.DiagnosisCodes.Count; i++)
        {
            characters += request.DiagnosisCodes[i].Length + LengthOfText;
        }

        return 3 * (characters + (Fields * LengthOfText));
    }

    public static Wire.ValidateModifiersResponse ToMessage(ValidationAnswer answer) => new()
    {
        ProcedureCode = answer.Procedure.ToString(),
        Outcome = (Wire.Outcome)answer.Outcome,
        Modifiers = { answer.Modifiers.Select(ToMessage) },
        Findings = { answer.Findings.Select(FindingWire.ToMessage) },
        SuggestedModifiers = { answer.SuggestedModifiers.Select(modifier => modifier.ToString()) },
        UncheckedRules = { answer.UncheckedRules },
        MissingInputs = { answer.MissingInputs.Select(ToMessage) },
        Edition = answer.Edition,
    };

    public static ValidationAnswer FromMessage(Wire.ValidateModifiersResponse response) => new()
    {
        Procedure = WireValues.Procedure(response.ProcedureCode),
        Outcome = (Outcome)response.Outcome,
        Modifiers = WireValues.List(response.Modifiers, FromMessage),
        Findings = WireValues.List(response.Findings, FindingWire.FromMessage),
        SuggestedModifiers = WireValues.List(response.SuggestedModifiers, WireValues.Modifier),
        UncheckedRules = response.UncheckedRules,
        MissingInputs = WireValues.List(response.MissingInputs, FromMessage),
        Edition = response.Edition,
    };

    private static Wire.ModifierVerdict ToMessage(ModifierVerdict modifier) => new()
    {
        Modifier = modifier.Modifier,
        Verdict = (Wire.Verdict)modifier.Verdict,
        Description = modifier.Description,
        WhenToUse = modifier.WhenToUse,
        Citation = FindingWire.ToMessageOrNull(modifier.Citation),
    };

    private static ModifierVerdict FromMessage(Wire.ModifierVerdict modifier) => new()
    {
        Modifier = modifier.Modifier,
        Verdict = (Verdict)modifier.Verdict,
        Description = modifier.Description,
        WhenToUse = modifier.WhenToUse,
        Citation = FindingWire.FromMessageOrNull(modifier.Citation),
    };

    private static Wire.MissingInput ToMessage(MissingInput missing) => new()
    {
        Input = (Wire.RuleInput)missing.Input,
        Rules = { missing.Rules },
    };

    private static MissingInput FromMessage(Wire.MissingInput missing) => new()
    {
        Input = (RuleInput)missing.Input,
        Rules = missing.Rules,
    };
}
