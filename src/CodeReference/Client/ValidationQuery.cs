namespace CodeReference.Client;

/// <summary>
/// A claim line as it was written, whose modifiers are in question. Only the procedure is required: whatever else is known
/// lets more rules run, and what is left out is never guessed.
/// </summary>
/// <param name="ProcedureCode">Five characters in any case: "14020".</param>
/// <param name="Modifiers">In their order, in any case, malformed ones included; at most 20.</param>
public sealed record ValidationQuery(string ProcedureCode, params IReadOnlyList<string> Modifiers)
{
    /// <summary>The most diagnoses that a line may point to.</summary>
    public const int MaxDiagnoses = 24;

    /// <summary>The name or an alias of the payer, in any case: "Medicare"; empty when it is not known.</summary>
    public string Payer { get; init; } = "";

    /// <summary>Where the service was given, two digits: "24"; empty when it is not known.</summary>
    public string PlaceOfService { get; init; } = "";

    /// <summary>Who bills.</summary>
    public ClaimType ClaimType { get; init; }

    /// <summary>The taxonomy of the provider, ten characters; empty when it is not known.</summary>
    public string TaxonomyCode { get; init; } = "";

    /// <summary>The diagnoses that the line points to, with or without their dots; at most <see cref="MaxDiagnoses"/>; empty when they are not known.</summary>
    public IReadOnlyList<string> DiagnosisCodes { get; init; } = [];

    /// <summary>The date of service; null when it is not known.</summary>
    public DateOnly? ServiceDate { get; init; }

    /// <summary>The units of the line, 1 or more; 0 when they are not known.</summary>
    public int Units { get; init; }
}
