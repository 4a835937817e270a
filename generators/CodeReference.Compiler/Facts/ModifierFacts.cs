using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Facts;

/// <summary>
/// What is official about modifiers. They come from two code sets: an HCPCS file is complete for HCPCS Level II alone, and
/// a registry for both. Where file and registry have a modifier, the later of the two counts for each field.
/// </summary>
internal static class ModifierFacts
{
    private const string Registry = "the modifier registry";

    public static CodeFacts Of(BookModel book)
    {
        var sources = new SourceMerge(book, SectionKind.OfficialModifiers, SectionKind.ModifierRegistry);
        var periods = new Dictionary<ulong, EquatableArray<CodePeriod>>();
        foreach (var key in sources.Rows.Keys.Concat(sources.OfTable.Keys).Distinct())
        {
            sources.Rows.TryGetValue(key, out var row);
            sources.OfTable.TryGetValue(key, out var registered);
            row ??= IsOfCpt(registered!) ? registered : null;
            if (row is not null)
            {
                periods.Add(key, new([PeriodOf(key, row, sources.OfFile(key), registered)]));
            }
        }

        return new(periods, set =>
            sources.File is { } file && set == CodeSetKind.HcpcsModifiers ? file.Source
            : sources.OfTable.Count > 0 ? Registry
            : "");
    }

    private static CodePeriod PeriodOf(ulong key, OfficialRow row, OfficialRow? official, OfficialRow? registered)
    {
        var begun = Later(official, registered, "added");
        var ended = Later(official, registered, "ended");
        var firstDay = begun.Row[begun.Kind == SectionKind.OfficialModifiers ? OfficialModifierColumns.Added : RegistryColumns.Added];
        var lastDay = ended.Row[ended.Kind == SectionKind.OfficialModifiers ? OfficialModifierColumns.Ended : RegistryColumns.Ended];
        var titled = IsOfCpt(row) ? null : row;
        var newest = new[] { row.Release, ReleaseOf(begun, "added"), ReleaseOf(ended, "ended") }.Max();
        return new(
            key,
            row,
            titled,
            titled?.Row[TitleColumns.Of(titled.Kind)] ?? "",
            lastDay.Length > 0 ? ended : begun,
            firstDay,
            lastDay,
            CodeStatus.Valid,
            StatusAt(newest, firstDay, lastDay));
    }

    // A code has ended when its last day is before the newest release's first day; without a first day, every last day is an end.
    private static CodeStatus StatusAt(string day, string firstDay, string lastDay) =>
        lastDay.Length > 0 && (day.Length == 0 || string.CompareOrdinal(lastDay, day) < 0) ? CodeStatus.Ended
        : day.Length > 0 && string.CompareOrdinal(firstDay, day) > 0 ? CodeStatus.NotYetValid
        : CodeStatus.Valid;

    private static OfficialRow Later(OfficialRow? official, OfficialRow? registered, string field) =>
        official is null ? registered!
        : registered is not null && OfficialRow.IsLater(ReleaseOf(registered, field), official.Release) ? registered
        : official;

    private static string ReleaseOf(OfficialRow row, string field) =>
        row.Kind == SectionKind.ModifierRegistry ? SourceText.ReleaseOf(row.Source, field) : row.Release;

    // The titles of CPT are the AMA's: a registry has a few words in their place.
    private static bool IsOfCpt(OfficialRow row) => row.Kind == SectionKind.ModifierRegistry && row.Row[RegistryColumns.Origin] == RegistryColumns.Cpt;
}
