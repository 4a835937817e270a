namespace CodeReference.Format;

/// <summary>
/// Where the cells of a row of the modifier registry stand in it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class RegistryColumns
{
    public const SectionKind Table = SectionKind.ModifierRegistry;

    public const int Modifier = 0;
    public const int Origin = 1;
    public const int Title = 2;
    public const int Rank = 3;
    public const int Added = 4;
    public const int Ended = 5;
    public const int Source = 6;

    /// <summary>The origin of a modifier of the AMA.</summary>
    public const string Cpt = "CPT";

    /// <summary>The origin of a modifier of HCPCS Level II, whose title is official.</summary>
    public const string Hcpcs = "HCPCS";
}
