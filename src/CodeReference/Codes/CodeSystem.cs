namespace CodeReference;

/// <summary>A system of codes: who defines them and what they look like.</summary>
#if COMPILER
internal
#else
public
#endif
enum CodeSystem
{
    /// <summary>No system: the default of an empty code.</summary>
    None = 0,

    /// <summary>Procedures: CPT and HCPCS Level II, five characters: "14020", "0001F", "G0105".</summary>
    Cpt = 1,

    /// <summary>Modifiers of CPT and HCPCS Level II, two characters: "25", "LT".</summary>
    Modifier = 2,

    /// <summary>Provider taxonomy of the NUCC, ten characters of which the last is X: "208200000X".</summary>
    NuccTaxonomy = 3,

    /// <summary>Diagnoses, ICD-10-CM, three to seven characters and a dot after the third: "S41.011A".</summary>
    Icd10Cm = 4,

    /// <summary>Places of service of CMS, two digits: "11".</summary>
    PlaceOfService = 5,
}
