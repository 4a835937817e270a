namespace CodeReference.Format;

/// <summary>
/// Where the cells of a code selection row stand in it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class SelectionColumns
{
    public const SectionKind Table = SectionKind.CodeSelection;

    public const int Procedure = 0;
    public const int Technique = 1;
    public const int SiteGroup = 2;
    public const int Unit = 3;
    public const int Above = 4;
    public const int UpTo = 5;
    public const int EachAdditional = 6;
    public const int AddOnTo = 7;
    public const int Source = 8;

    /// <summary>The unit of lengths.</summary>
    public const string Centimeter = "cm";

    /// <summary>The unit of areas.</summary>
    public const string SquareCentimeter = "sq cm";

    /// <summary>A unit as the table writes it.</summary>
    public static string NameOf(SizeUnit unit) => unit == SizeUnit.Centimeter ? Centimeter : SquareCentimeter;

    /// <summary>The unit that the table writes so; none for a row without sizes.</summary>
    public static SizeUnit UnitOf(string name) => name switch
    {
        Centimeter => SizeUnit.Centimeter,
        SquareCentimeter => SizeUnit.SquareCentimeter,
        _ => SizeUnit.None,
    };
}

/// <summary>Where the cells of a site group stand in its row.</summary>
internal static class SiteGroupColumns
{
    public const SectionKind Table = SectionKind.SiteGroups;

    public const int Technique = 0;
    public const int SiteGroup = 1;
    public const int Sites = 2;
    public const int Source = 3;

    /// <summary>The word by which a site group says that it is any part of the body.</summary>
    public const string AnySite = "any";
}

/// <summary>Where the cells of an anatomic site stand in its row.</summary>
internal static class AnatomicSiteColumns
{
    public const SectionKind Table = SectionKind.AnatomicSites;

    public const int Terms = 0;
    public const int Sites = 1;
    public const int Standing = 2;
    public const int Source = 3;

    /// <summary>The word by which an anatomic site says that it lies between its sites, and that no group names it.</summary>
    public const string Between = "between";
}

/// <summary>Where the cells of a technique stand in its row.</summary>
internal static class TechniqueColumns
{
    public const SectionKind Table = SectionKind.Techniques;

    public const int Terms = 0;
    public const int Techniques = 1;
    public const int Source = 2;
}

/// <summary>Where the cells of an element of the documentation checklist stand in its row.</summary>
internal static class ChecklistColumns
{
    public const SectionKind Table = SectionKind.DocumentationChecklist;

    public const int Element = 0;
    public const int Techniques = 1;
    public const int Cues = 2;
    public const int Source = 3;
}
