namespace CodeReference.Format;

/// <summary>
/// Where the cells of a code selection row stand in it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class SelectionColumns
{
    public const int Technique = 1;
    public const int SiteGroup = 2;
    public const int Unit = 3;
    public const int Above = 4;
    public const int UpTo = 5;
    public const int EachAdditional = 6;
    public const int AddOnTo = 7;

    /// <summary>The word by which a site group says that it is any part of the body.</summary>
    public const string AnySite = "any";

    /// <summary>The word by which an anatomic site says that it lies between its sites, and that no group names it.</summary>
    public const string Between = "between";
}
