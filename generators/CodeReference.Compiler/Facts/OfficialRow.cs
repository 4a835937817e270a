using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Facts;

/// <summary>A row of an official file, or of a reference table that stands in for one.</summary>
/// <param name="Kind">The section that it stands in.</param>
/// <param name="Row">The row.</param>
/// <param name="Source">What its source is called: "ICD-10-CM FY2026".</param>
/// <param name="Release">The first day of the release that it was taken from, "2025-10-01"; empty when the source does not tell.</param>
internal sealed record OfficialRow(SectionKind Kind, Row Row, string Source, string Release)
{
    /// <summary>Whether it is from a later release than another row.</summary>
    public bool IsLaterThan(OfficialRow other) => IsLater(Release, other.Release);

    /// <summary>Whether one release is later than another. Where one of the two has no known day, it is not.</summary>
    public static bool IsLater(string release, string other) => other.Length > 0 && string.CompareOrdinal(release, other) > 0;

    /// <summary>The rows of a file or table, each with what its source is called.</summary>
    public static IEnumerable<OfficialRow> Of(FileModel file, SectionKind kind)
    {
        var rows = file.Rows(kind);
        if (rows.Count == 0)
        {
            return [];
        }

        if (kind < SectionKind.CodeSets)
        {
            var column = TableSchema.Of(kind).IndexOf("Source");
            return rows.Select(row => new OfficialRow(kind, row, row[column], SourceText.ReleaseOf(row[column])));
        }

        var set = file.Rows(SectionKind.CodeSets) is { Count: > 0 } sets ? sets[0] : null;
        var source = set is null ? file.Path : (set[CodeSetColumns.CodeSet] + " " + set[CodeSetColumns.Edition]).Trim();
        var release = set is null ? "" : set[CodeSetColumns.Effective];
        return rows.Select(row => new OfficialRow(kind, row, source, release));
    }
}
