using Google.Type;

namespace CodeReference.Client;

/// <summary>Writes questions as messages.</summary>
internal static class Questions
{
    public static Wire.View View(View view) => view == Client.View.Basic ? Wire.View.Basic : view == Client.View.Full ? Wire.View.Full : (Wire.View)(int)view + 1;

    public static Wire.LookupCodeRequest Lookup(CodeQuery query, View view, string edition) => new()
    {
        Code = query.Code ?? "",
        System = (Wire.CodeSystem)query.System,
        View = View(view),
        Edition = edition,
    };

    public static Wire.SelectCodeRequest Selection(SelectionQuery query, View view, string edition) => new()
    {
        Technique = query.Technique,
        AnatomicSite = query.AnatomicSite,
        Size = query.Size is { } size ? new() { Value = size, Unit = (Wire.Unit)query.Unit } : null,
        Wounds = { query.Wounds.Select(wound => new Wire.Wound { Length = wound.Length, Width = wound.Width }) },
        Narrative = query.Narrative,
        // On the wire 0 is the default, which a query has no need to say.
        MaxCandidates = query.MaxCandidates == 0 ? -1 : query.MaxCandidates,
        View = View(view),
        Edition = edition,
    };

    public static Wire.ValidateModifiersRequest Validation(ValidationQuery line, View view, string edition)
    {
        var request = new Wire.ValidateModifiersRequest
        {
            ProcedureCode = line.ProcedureCode ?? "",
            Payer = line.Payer,
            View = View(view),
            Edition = edition,
            PlaceOfService = line.PlaceOfService,
            ClaimType = (Wire.ClaimType)line.ClaimType,
            TaxonomyCode = line.TaxonomyCode,
            ServiceDate = line.ServiceDate is { } date ? new Date { Year = date.Year, Month = date.Month, Day = date.Day } : null,
            Units = line.Units,
        };
        for (var i = 0; i < line.Modifiers.Count; i++)
        {
            request.Modifiers.Add(line.Modifiers[i]);
        }

        for (var i = 0; i < line.DiagnosisCodes.Count; i++)
        {
            request.DiagnosisCodes.Add(line.DiagnosisCodes[i]);
        }

        return request;
    }
}
