using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>
/// Reports what the book has more of than its format holds. Every limit of the format is either checked here or cannot be
/// reached; a number that still does not fit its table stops the layout.
/// </summary>
internal static class LimitChecker
{
    public static IEnumerable<Diagnostic> Check(BookModel book) =>
    [
        .. CheckRules(book),
        .. CheckNames(book, SectionKind.Techniques, SectionKind.CodeSelection, SelectionNames.Techniques(book.RowsOf), "techniques"),
        .. CheckNames(book, SectionKind.AnatomicSites, SectionKind.SiteGroups, SelectionNames.Sites(book.RowsOf), "anatomic sites"),
        .. CheckRows(book, SectionKind.DocumentationChecklist, BookFormat.MaxMeanings, "documentation elements"),
        .. CheckGroups(book),
        .. CheckProcedures(book),
    ];

    private static IEnumerable<Diagnostic> CheckRules(BookModel book) =>
        from rule in book.Rows(SectionKind.ModifierRules)
        group rule by RuleFamilies.Of(CellValues.RuleKindOf(rule.Row[RuleColumns.Kind])) into family
        where family.Count() > RuleFamilies.Size
        select TooMany(family.Last(), family.Count(), family.Key == RuleFamily.Line ? "rules about a line" : "modifier rules", RuleFamilies.Size);

    private static IEnumerable<Diagnostic> CheckRows(BookModel book, SectionKind kind, int limit, string what)
    {
        var rows = book.Rows(kind).ToList();
        return rows.Count > limit ? [TooMany(rows[rows.Count - 1], rows.Count, what, limit)] : [];
    }

    // At the last row of the table that defines the names; without it, of the one that uses them.
    private static IEnumerable<Diagnostic> CheckNames(
        BookModel book, SectionKind defining, SectionKind naming, IReadOnlyCollection<string> names, string what) =>
        names.Count > BookFormat.MaxMeanings
            ? [TooMany(book.Rows(naming).Concat(book.Rows(defining)).Last(), names.Count, what, BookFormat.MaxMeanings)]
            : [];

    private static IEnumerable<Diagnostic> CheckGroups(BookModel book) =>
        from payer in book.Rows(SectionKind.PayerProfiles)
        let groups = CellValues.CodeGroups(payer.Row[PayerColumns.First]).Length
        where groups > BookFormat.MaxFirstGroups
        select TooMany(payer, groups, "groups of modifiers that a payer wants first", BookFormat.MaxFirstGroups);

    private static IEnumerable<Diagnostic> CheckProcedures(BookModel book)
    {
        var file = book.Files.LastOrDefault(file => file.Edits.Count > 0);
        if (file is null)
        {
            return [];
        }

        var procedures = BookCodes.Of(book.Files.SelectMany(each => each.Sections).SelectMany(section => section.Rows), book)
            .Count(code => CodeKey.SystemOf(code) == CodeSystem.Cpt);
        return procedures > BookFormat.MaxEditProcedures
            ? [TooMany(At(file), procedures, "procedures in NCCI edits", BookFormat.MaxEditProcedures)]
            : [];

        static (string, Row) At(FileModel file) => (file.Path, file.Rows(SectionKind.CodeSets)[0]);
    }

    private static Diagnostic TooMany((string Path, Row Row) at, int count, string what, int limit) => Diagnostic.At(
        Diagnostics.TooMany, at.Path, at.Row.Span, FormattableString.Invariant($"{count}"), what, FormattableString.Invariant($"{limit}"));
}
