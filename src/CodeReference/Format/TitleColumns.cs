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
        SectionKind.Title => ProseColumns.Text,
        SectionKind.ModifierRegistry => RegistryColumns.Title,
        SectionKind.OfficialTitles => OfficialTitleColumns.OfficialTitle,
        SectionKind.OfficialTaxonomies => OfficialTaxonomyColumns.DisplayName,
        SectionKind.OfficialDiagnoses => OfficialDiagnosisColumns.OfficialTitle,
        SectionKind.OfficialModifiers => OfficialModifierColumns.OfficialTitle,
        SectionKind.OfficialPlacesOfService => OfficialPlaceColumns.Name,
        SectionKind.PlacesOfService => PlaceColumns.Name,
        _ => PublishedColumns.Description,
    };
}
