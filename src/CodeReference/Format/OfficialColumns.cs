namespace CodeReference.Format;

/// <summary>
/// Where the cells of a row that tells of an official file stand in it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class CodeSetColumns
{
    public const SectionKind Table = SectionKind.CodeSets;

    public const int CodeSet = 0;
    public const int Edition = 1;
    public const int Effective = 2;
    public const int Until = 3;
    public const int Rows = 4;
}

/// <summary>Where the cells of a taxonomy of NUCC stand in its row.</summary>
internal static class OfficialTaxonomyColumns
{
    public const SectionKind Table = SectionKind.OfficialTaxonomies;

    public const int Code = 0;
    public const int DisplayName = 1;
    public const int Grouping = 2;
    public const int Classification = 3;
    public const int Specialization = 4;
    public const int Section = 5;
}

/// <summary>Where the cells of a code of ICD-10-CM stand in its row.</summary>
internal static class OfficialDiagnosisColumns
{
    public const SectionKind Table = SectionKind.OfficialDiagnoses;

    public const int Code = 0;
    public const int OfficialTitle = 1;
    public const int Billable = 2;
}

/// <summary>Where the cells of a modifier of HCPCS Level II stand in its row.</summary>
internal static class OfficialModifierColumns
{
    public const SectionKind Table = SectionKind.OfficialModifiers;

    public const int Modifier = 0;
    public const int OfficialTitle = 1;
    public const int ShortTitle = 2;
    public const int Added = 3;
    public const int Effective = 4;
    public const int Ended = 5;
}

/// <summary>Where the cells of an official place of service stand in its row.</summary>
internal static class OfficialPlaceColumns
{
    public const SectionKind Table = SectionKind.OfficialPlacesOfService;

    public const int PlaceOfService = 0;
    public const int Name = 1;
    public const int Facility = 2;
}

/// <summary>Where the cells of a row of the table of places of service stand in it.</summary>
internal static class PlaceColumns
{
    public const SectionKind Table = SectionKind.PlacesOfService;

    public const int PlaceOfService = 0;
    public const int Name = 1;
    public const int Terms = 2;
    public const int Source = 3;
}

/// <summary>Where the cells of a row of the table of official titles stand in it, and what it says of a code that has none.</summary>
internal static class OfficialTitleColumns
{
    public const SectionKind Table = SectionKind.OfficialTitles;

    public const int System = 0;
    public const int Code = 1;
    public const int OfficialTitle = 2;
    public const int Status = 3;
    public const int Source = 4;

    /// <summary>The system of taxonomies.</summary>
    public const string Nucc = "NUCC";

    /// <summary>The system of diagnoses.</summary>
    public const string Icd10Cm = "ICD-10-CM";

    /// <summary>The title of a code that is in no code set.</summary>
    public const string NoTitle = "none";

    public const string Valid = "valid";
    public const string NotBillable = "not billable";
    public const string Absent = "not in the code set";
}

/// <summary>The words of cells that say yes or no: whether a diagnosis is billable, whether a place is a facility.</summary>
internal static class YesOrNo
{
    public const string Yes = "yes";
    public const string No = "no";
}
