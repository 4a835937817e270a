namespace CodeReference.Tests;

/// <summary>A claim line as text, as someone would write it down: what is not known is empty.</summary>
internal sealed record QuestionedLine(string Procedure, string?[] Modifiers)
{
    public string Payer { get; init; } = "";

    /// <summary>As the rule table writes it: "professional", "ASC", "hospital outpatient".</summary>
    public string ClaimType { get; init; } = "";

    public string PlaceOfService { get; init; } = "";

    public string Taxonomy { get; init; } = "";

    public string[] Diagnoses { get; init; } = [];

    /// <summary>Like "2025-12-31".</summary>
    public string ServiceDate { get; init; } = "";

    public int Units { get; init; }

    /// <summary>Reads "14020 50 LT; payer Medicare; units 2; claim ASC; place 11; taxonomy 363A00000X; diagnoses S51.811A T14.8; date 2025-12-31".</summary>
    public static QuestionedLine Parse(string text)
    {
        string[] parts = [.. text.Split(';', StringSplitOptions.TrimEntries)];
        var codes = parts[0].Split(' ');
        var line = new QuestionedLine(codes[0], codes[1..]);
        foreach (var part in parts[1..])
        {
            var (name, value) = (part[..part.IndexOf(' ', StringComparison.Ordinal)], part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            line = name switch
            {
                "payer" => line with { Payer = value },
                "claim" => line with { ClaimType = value },
                "place" => line with { PlaceOfService = value },
                "taxonomy" => line with { Taxonomy = value },
                "diagnoses" => line with { Diagnoses = value.Split(' ') },
                "date" => line with { ServiceDate = value },
                "units" => line with { Units = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
                _ => throw new FormatException($"\"{part}\" is no part of a line."),
            };
        }

        return line;
    }

    public ModifierValidation Validate(ReferenceBook book) => book.ValidateModifiers(new ClaimLine
    {
        Procedure = ProcedureCode.TryParse(Procedure, out var procedure) ? procedure : default,
        Modifiers = Modifiers.Select(text => ModifierCode.TryParse(text, out var modifier) ? modifier : default).ToArray(),
        Payer = book.FindPayer(Payer),
        ClaimType = ClaimType switch
        {
            "professional" => CodeReference.ClaimType.Professional,
            "ASC" => CodeReference.ClaimType.AmbulatorySurgicalCenter,
            "hospital outpatient" => CodeReference.ClaimType.HospitalOutpatient,
            _ => CodeReference.ClaimType.None,
        },
        PlaceOfService = PlaceOfServiceCode.TryParse(PlaceOfService, out var place) ? place : default,
        Taxonomy = TaxonomyCode.TryParse(Taxonomy, out var taxonomy) ? taxonomy : default,
        Diagnoses = Diagnoses.Select(code => DiagnosisCode.Parse(code)).ToArray(),
        ServiceDate = ServiceDate.Length == 0 ? null : DateOnly.ParseExact(ServiceDate, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Units = Units,
    });
}
