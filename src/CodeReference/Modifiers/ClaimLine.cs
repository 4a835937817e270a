namespace CodeReference;

/// <summary>
/// A line of a claim whose modifiers are in question. Only the procedure is required: whatever else is known lets more
/// rules run, and what is left out is never guessed.
/// </summary>
/// <remarks>Lives on the stack and holds views of the caller's memory. <c>default</c> is a line without a procedure.</remarks>
public readonly ref struct ClaimLine
{
    /// <summary>The procedure.</summary>
    public ProcedureCode Procedure { get; init; }

    /// <summary>The modifiers in their order; <c>default</c> stands for one that is malformed. At most <see cref="ModifierRules.MaxModifiers"/>.</summary>
    public ReadOnlySpan<ModifierCode> Modifiers { get; init; }

    /// <summary>The payer; <c>default</c> when it is not known.</summary>
    public Payer Payer { get; init; }

    /// <summary>Who bills.</summary>
    public ClaimType ClaimType { get; init; }

    /// <summary>Where the service was given; <c>default</c> when it is not known.</summary>
    public PlaceOfServiceCode PlaceOfService { get; init; }

    /// <summary>The taxonomy of the provider; <c>default</c> when it is not known.</summary>
    public TaxonomyCode Taxonomy { get; init; }

    /// <summary>The diagnoses that the line points to; empty when they are not known.</summary>
    public ReadOnlySpan<DiagnosisCode> Diagnoses { get; init; }

    /// <summary>The date of service; null when it is not known.</summary>
    public DateOnly? ServiceDate { get; init; }

    /// <summary>The units of the line, 1 or more; 0 when they are not known.</summary>
    public int Units { get; init; }
}
