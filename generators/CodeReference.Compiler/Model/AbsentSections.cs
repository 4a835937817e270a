using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>Reports the optional sections that a publication lacks, so that an empty answer is not a surprise.</summary>
internal static class AbsentSections
{
    private static readonly (SectionKind Kind, string Name)[] Expected =
    [
        (SectionKind.Summary, Headings.Summary),
        (SectionKind.Overview, Headings.Overview),
        (SectionKind.ServiceType, Headings.ServiceType),
        (SectionKind.SitesOfService, Headings.SitesOfService),
        (SectionKind.ClinicalContext, Headings.ClinicalContext),
        (SectionKind.Modifiers, "table of modifiers"),
        (SectionKind.Taxonomies, "table of taxonomies"),
        (SectionKind.Diagnoses, "table of diagnoses"),
        (SectionKind.RelatedProcedures, "table of related procedures"),
    ];

    /// <summary>One diagnostic for all of them, at the title; none when the publication is whole, or no publication for want of a title.</summary>
    public static IEnumerable<Diagnostic> Of(SourceFile file, IReadOnlyCollection<Section> sections, HashSet<SectionKind> tables)
    {
        var title = sections.FirstOrDefault(section => section.Kind == SectionKind.Title);
        var absent = Expected.Where(expected => !tables.Contains(expected.Kind) && !sections.Any(section => section.Kind == expected.Kind)).Select(expected => expected.Name).ToList();
        return title is null || absent.Count == 0
            ? []
            : [Diagnostic.At(Diagnostics.AbsentSections, file.Path, title.Rows[0].Span, string.Join(", ", absent))];
    }
}
