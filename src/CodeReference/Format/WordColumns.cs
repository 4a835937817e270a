namespace CodeReference.Format;

/// <summary>
/// Where the cells of a row of meaning words stand in it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class MeaningWordColumns
{
    public const SectionKind Table = SectionKind.MeaningWords;

    public const int Class = 0;
    public const int Words = 1;
    public const int Source = 2;
}

/// <summary>Where the cells of a row of narrative words stand in it.</summary>
internal static class NarrativeWordColumns
{
    public const SectionKind Table = SectionKind.NarrativeWords;

    public const int Role = 0;
    public const int Phrases = 1;
    public const int Source = 2;
}
