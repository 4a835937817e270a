namespace CodeReference.Format;

/// <summary>
/// The code sets that codes come from: modifiers come from two. A source that is complete has all codes of one of them.
/// Compiled into the library and into the compiler.
/// </summary>
internal enum CodeSetKind
{
    Procedures,
    CptModifiers,
    HcpcsModifiers,
    Taxonomies,
    Diagnoses,
    PlacesOfService,
}

internal static class CodeSetKinds
{
    /// <summary>How many code sets there are.</summary>
    public const int Count = (int)CodeSetKind.PlacesOfService + 1;

    /// <summary>The code set that has, or would have, a code. Modifiers of CPT begin with a digit, but for a few that a registry lists.</summary>
    public static CodeSetKind Of(ulong key) => CodeKey.SystemOf(key) switch
    {
        CodeSystem.Cpt => CodeSetKind.Procedures,
        CodeSystem.Modifier => CodeKey.StartsWithLetter(key) ? CodeSetKind.HcpcsModifiers : CodeSetKind.CptModifiers,
        CodeSystem.NuccTaxonomy => CodeSetKind.Taxonomies,
        CodeSystem.Icd10Cm => CodeSetKind.Diagnoses,
        _ => CodeSetKind.PlacesOfService,
    };

    /// <summary>The system of the codes of a code set.</summary>
    public static CodeSystem SystemOf(CodeSetKind set) => set switch
    {
        CodeSetKind.Procedures => CodeSystem.Cpt,
        CodeSetKind.CptModifiers or CodeSetKind.HcpcsModifiers => CodeSystem.Modifier,
        CodeSetKind.Taxonomies => CodeSystem.NuccTaxonomy,
        CodeSetKind.Diagnoses => CodeSystem.Icd10Cm,
        _ => CodeSystem.PlaceOfService,
    };
}
