namespace CodeReference.Format;

/// <summary>
/// Where the cells of a row of a publication's own tables stand in it: modifiers, taxonomies, diagnoses and related
/// procedures all have a code, what it is called, and a note.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class PublishedColumns
{
    public const int Code = 0;
    public const int Description = 1;

    /// <summary>When to use it, what it is relevant for, or how it is related.</summary>
    public const int Note = 2;
}

/// <summary>The one cell of a row of prose.</summary>
internal static class ProseColumns
{
    public const int Text = 0;
}

/// <summary>Where the cells of a site of service stand in its row.</summary>
internal static class SiteOfServiceColumns
{
    public const int Name = 0;

    /// <summary>The place-of-service codes that the name can mean, which the compiler adds.</summary>
    public const int PlaceOfServiceCodes = 1;
}
