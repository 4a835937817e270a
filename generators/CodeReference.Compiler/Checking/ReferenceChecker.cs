using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>Says which names of the reference tables no table defines.</summary>
internal sealed class ReferenceChecker
{
    private static readonly HashSet<string> Indicators = [.. TableSchema.Of(SectionKind.FeeScheduleIndicators).Columns.Select(column => column.Header)];

    // What a message or a fix may leave a place for.
    private static readonly HashSet<string> Places =
        [
            "modifiers", "procedure", "indicator", "payer", "members", "units", "limit", "place", "taxonomy", "diagnosis", "periods",
            "criterion", "given", "stated", "technique",
        ];

    private readonly BookModel _book;
    private readonly List<Diagnostic> _diagnostics = [];

    private ReferenceChecker(BookModel book) => _book = book;

    public static IEnumerable<Diagnostic> Check(BookModel book)
    {
        var checker = new ReferenceChecker(book);
        checker.CheckSelection();
        checker.CheckRules();
        checker.CheckPayers();
        return checker._diagnostics;
    }

    private void CheckSelection()
    {
        var techniques = Set(SectionKind.Techniques, row => CellValues.Terms(row[TechniqueColumns.Techniques]));
        var sites = Set(SectionKind.AnatomicSites, row => CellValues.Terms(row[AnatomicSiteColumns.Sites]));
        var groups = Set(SectionKind.SiteGroups, row => [row[SiteGroupColumns.Technique] + ": " + row[SiteGroupColumns.SiteGroup]]);
        var codes = Set(SectionKind.CodeSelection, row => [CodeKey.ToText(row.Key)]);
        foreach (var (path, row) in _book.Rows(SectionKind.CodeSelection))
        {
            Expect(techniques, "Code selection", path, row, SelectionColumns.Technique, "technique", [row[SelectionColumns.Technique]]);
            var group = row[SelectionColumns.Technique] + ": " + row[SelectionColumns.SiteGroup];
            Expect(groups, "Code selection", path, row, SelectionColumns.SiteGroup, "site group", [group]);
            Expect(codes, "Code selection", path, row, SelectionColumns.AddOnTo, "primary procedure", Codes(CodeSystem.Cpt, row[SelectionColumns.AddOnTo]));
        }

        foreach (var (path, row) in _book.Rows(SectionKind.SiteGroups))
        {
            Expect(techniques, "Site group", path, row, SiteGroupColumns.Technique, "technique", [row[SiteGroupColumns.Technique]]);
            var named = CellValues.Terms(row[SiteGroupColumns.Sites]).Where(site => site != SiteGroupColumns.AnySite);
            Expect(sites, "Site group", path, row, SiteGroupColumns.Sites, "anatomic site", named);
        }

        foreach (var (path, row) in _book.Rows(SectionKind.DocumentationChecklist))
        {
            var named = CellValues.Terms(row[ChecklistColumns.Techniques]);
            Expect(techniques, "Documentation element", path, row, ChecklistColumns.Techniques, "technique", named);
        }
    }

    private void CheckRules()
    {
        var registry = Set(SectionKind.ModifierRegistry, row => [CodeKey.ToText(row.Key)]);
        var classes = Set(SectionKind.ProcedureClasses, row => [row[ProcedureClassColumns.Class]]);
        var payers = Set(SectionKind.PayerProfiles, row => [row[PayerColumns.Payer]]);
        foreach (var (path, row) in _book.Rows(SectionKind.ModifierRules))
        {
            var modifiers = Codes(CodeSystem.Modifier, row[RuleColumns.Modifiers]);
            var with = Codes(CodeSystem.Modifier, row[RuleColumns.With]);
            Expect(registry, "Modifier rule", path, row, RuleColumns.Modifiers, "modifier", modifiers);
            Expect(registry, "Modifier rule", path, row, RuleColumns.With, "modifier", with);
            if (modifiers.Intersect(with).FirstOrDefault() is { } both)
            {
                Report(Diagnostics.ConflictsWithItself, path, row.Cells[RuleColumns.With].Span, row.Label, both);
            }

            Expect(Places, "Modifier rule", path, row, RuleColumns.Message, "place", RuleMessage.PlacesOf(row[RuleColumns.Message]));
            Expect(Places, "Modifier rule", path, row, RuleColumns.Fix, "place", RuleMessage.PlacesOf(row[RuleColumns.Fix]));
            foreach (var condition in RuleCondition.Of(row))
            {
                switch (condition.Input)
                {
                    case RuleInput.FeeSchedule:
                        Expect(Indicators, "Modifier rule", path, row, RuleColumns.Condition, "indicator", [condition.Subject]);
                        break;
                    case RuleInput.ProcedureClass:
                        Expect(classes, "Modifier rule", path, row, RuleColumns.Condition, "procedure class", condition.Values);
                        break;
                    case RuleInput.Payer:
                        Expect(payers, "Modifier rule", path, row, RuleColumns.Condition, "payer", condition.Values);
                        break;
                }
            }
        }
    }

    private void CheckPayers()
    {
        var registry = Set(SectionKind.ModifierRegistry, row => [CodeKey.ToText(row.Key)]);
        var payers = Set(SectionKind.PayerProfiles, row => [row[PayerColumns.Payer]]);
        var rules = Set(SectionKind.ModifierRules, row => [row[RuleColumns.Rule]]);
        foreach (var (path, row) in _book.Rows(SectionKind.PayerProfiles))
        {
            Expect(payers, "Payer", path, row, PayerColumns.PartOf, "payer", row[PayerColumns.PartOf].Length == 0 ? [] : [row[PayerColumns.PartOf]]);
            Expect(registry, "Payer", path, row, PayerColumns.First, "modifier", CellValues.CodeGroups(row[PayerColumns.First]).SelectMany(group => Codes(CodeSystem.Modifier, group)));
        }

        foreach (var (path, row) in _book.Rows(SectionKind.PayerSeverities))
        {
            Expect(payers, "Payer severity", path, row, PayerSeverityColumns.Payer, "payer", [row[PayerSeverityColumns.Payer]]);
            Expect(rules, "Payer severity", path, row, PayerSeverityColumns.Rule, "modifier rule", [row[PayerSeverityColumns.Rule]]);
        }
    }

    private void Expect(HashSet<string> known, string table, string path, Row row, int column, string what, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => !known.Contains(name)))
        {
            Report(Diagnostics.UnknownReference, path, row.Cells[column].Span, table, row.Label, what, name);
        }
    }

    // By key and not as typed: what is laid out is the key.
    private static IEnumerable<string> Codes(CodeSystem system, string text) => CellValues.Keys(system, text).Select(CodeKey.ToText);

    private HashSet<string> Set(SectionKind kind, Func<Row, IEnumerable<string>> valuesOf) =>
        new(_book.Rows(kind).SelectMany(row => valuesOf(row.Row)), StringComparer.Ordinal);

    private void Report(DiagnosticRule rule, string path, SourceSpan span, params string[] arguments) =>
        _diagnostics.Add(Diagnostic.At(rule, path, span, arguments));
}
