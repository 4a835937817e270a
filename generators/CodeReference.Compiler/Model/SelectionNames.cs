using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>The names that code selection knows, each once and sorted: the place of a name is its bit in a mask.</summary>
internal static class SelectionNames
{
    /// <summary>The techniques.</summary>
    /// <param name="rowsOf">The rows of a kind.</param>
    public static IReadOnlyList<string> Techniques(Func<SectionKind, IEnumerable<Row>> rowsOf) => Sorted(
        rowsOf(SectionKind.CodeSelection).Select(row => row[SelectionColumns.Technique])
            .Concat(rowsOf(SectionKind.Techniques).SelectMany(row => CellValues.Terms(row[TechniqueColumns.Techniques]))));

    /// <summary>The anatomic sites.</summary>
    /// <param name="rowsOf">The rows of a kind.</param>
    public static IReadOnlyList<string> Sites(Func<SectionKind, IEnumerable<Row>> rowsOf) => Sorted(
        rowsOf(SectionKind.SiteGroups).SelectMany(row => CellValues.Terms(row[SiteGroupColumns.Sites]))
            .Where(site => site != SiteGroupColumns.AnySite)
            .Concat(rowsOf(SectionKind.AnatomicSites).SelectMany(row => CellValues.Terms(row[AnatomicSiteColumns.Sites]))));

    private static List<string> Sorted(IEnumerable<string> names) =>
        [.. names.Select(CellValues.Normalize).Distinct().OrderBy(name => name, StringComparer.Ordinal)];
}
