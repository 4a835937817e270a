namespace CodeReference.Client;

/// <summary>
/// A claim line as it was written, whose modifiers are in question. Only the procedure is required. More rules run when
/// more is known; nothing that is left out is guessed.
/// </summary>
/// <remarks>Immutable. The lists are read when the line is validated.</remarks>
public sealed record ValidationQuery
{
    /// <summary>Asks about a procedure and its modifiers.</summary>
    /// <param name="procedureCode">Five characters in any case: "14020".</param>
    /// <param name="modifiers">In their order, in any case, malformed ones included; at most 20.</param>
    public ValidationQuery(string procedureCode, params IReadOnlyList<string> modifiers) => (ProcedureCode, Modifiers) = (procedureCode, modifiers);

    /// <summary>The most diagnoses that a line may point to.</summary>
    public const int MaxDiagnoses = 24;

    /// <summary>Five characters in any case: "14020".</summary>
    public string ProcedureCode { get; init; }

    /// <summary>In their order, in any case, malformed ones included; at most 20.</summary>
    public IReadOnlyList<string> Modifiers { get; init; }

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
