using System.Runtime.CompilerServices;

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

/// <summary>
/// What rules ask of a claim line beside its modifiers and diagnoses, apart from the caller's memory: which inputs there are,
/// and how each is compared, cited and written.
/// </summary>
internal readonly struct LineInputs(in ClaimLine line)
{
    private readonly PlaceOfServiceCode _placeOfService = line.PlaceOfService;
    private readonly TaxonomyCode _taxonomy = line.Taxonomy;
    private readonly int _units = line.Units;

    public Payer Payer { get; } = line.Payer;

    public DateOnly? ServiceDate { get; } = line.ServiceDate;

    /// <summary>Compares those that conditions name by their values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(in ClaimLine line, ref RuleConditions conditions)
    {
        conditions.Take(RuleInput.ClaimType, (ulong)line.ClaimType);
        conditions.Take(RuleInput.PlaceOfService, line.PlaceOfService.Key);
        conditions.Take(RuleInput.Taxonomy, line.Taxonomy.Key);
        conditions.Take(RuleInput.Units, (ulong)Math.Max(0, line.Units));
    }

    /// <summary>The first input of a line beside its payer; all up to <see cref="Last"/> stand side by side in the enumeration.</summary>
    public const RuleInput First = RuleInput.ClaimType;

    /// <summary>The last of them.</summary>
    public const RuleInput Last = RuleInput.Units;

    /// <summary>The first of those that are codes, of which an official file may have a row to cite.</summary>
    public const RuleInput FirstCode = RuleInput.PlaceOfService;

    /// <summary>The last of those that are codes.</summary>
    public const RuleInput LastCode = RuleInput.Taxonomy;

    /// <summary>The key of one that is a code.</summary>
    public ulong KeyOf(RuleInput input) => input == RuleInput.PlaceOfService ? _placeOfService.Key : _taxonomy.Key;

    /// <summary>Writes the one that a message names in braces.</summary>
    /// <returns>False when none has that name.</returns>
    public bool TryWrite(ReadOnlySpan<byte> name, ref Utf8Writer text)
    {
        switch (name)
        {
            case var _ when name.SequenceEqual("payer"u8): text.Append(Payer.Name); return true;
            case var _ when name.SequenceEqual("units"u8): text.Append(_units); return true;
            case var _ when name.SequenceEqual("place"u8): text.Append(_placeOfService); return true;
            case var _ when name.SequenceEqual("taxonomy"u8): text.Append(_taxonomy); return true;
            default: return false;
        }
    }
}
