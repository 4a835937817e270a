namespace CodeReference.Format;

/// <summary>
/// Which cell of a row says what its code is called.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class TitleColumns
{
    /// <summary>The column of the title in the rows of a section that is about codes.</summary>
    public static int Of(SectionKind kind) => kind switch
    {
        SectionKind.Title => 0,
        SectionKind.ModifierRegistry => RegistryColumns.Title,
        SectionKind.OfficialTitles => OfficialTitleColumns.Title,
        _ => 1,
    };
}
