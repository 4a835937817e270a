namespace CodeReference.Format;

/// <summary>
/// Where the cells of a row of the modifier registry stand in it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class RegistryColumns
{
    public const int Origin = 1;
    public const int Title = 2;
    public const int Rank = 3;
    public const int Added = 4;
    public const int Ended = 5;

    /// <summary>The origin of a modifier of CPT, whose official title is the AMA's and not in the registry.</summary>
    public const string Cpt = "CPT";
}

/// <summary>Where the cells of a row of the official diagnoses stand in it.</summary>
internal static class OfficialDiagnosisColumns
{
    public const int Billable = 2;
    public const string IsBillable = "yes";
}

/// <summary>Where the cells of a row that names a code set stand in it.</summary>
internal static class CodeSetColumns
{
    public const int Name = 0;
    public const int Edition = 1;
    public const int Effective = 2;
}

/// <summary>Where the cells of a row of medically unlikely edits, or of unit limits, stand in it.</summary>
internal static class LimitColumns
{
    public const int Units = 1;
    public const int AdjudicationIndicator = 2;
}

/// <summary>Where the cells of a row of the official HCPCS modifiers stand in it.</summary>
internal static class OfficialModifierColumns
{
    public const int Added = 3;
    public const int Ended = 5;
}

/// <summary>Where the cells of a row of the official titles stand in it, and what it says of a code that is none.</summary>
internal static class OfficialTitleColumns
{
    public const int Title = 2;
    public const int Status = 3;
    public const string Valid = "valid";
    public const string NotBillable = "not billable";
    public const string Absent = "not in the code set";
}
