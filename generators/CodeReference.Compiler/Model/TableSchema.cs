using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>A table that the compiler knows: by its headers, wherever it stands and in whatever order they are.</summary>
/// <param name="Kind">The section that its rows go to.</param>
/// <param name="Title">The table's name in a citation.</param>
/// <param name="Name">The name of its rows in a message.</param>
/// <param name="KeyColumns">The number of leading columns that identify a row; 0 when rows may repeat.</param>
/// <param name="Columns">Its columns, in the order that a row's cells have in the book.</param>
internal sealed record TableSchema(SectionKind Kind, string Title, string Name, int KeyColumns, params Column[] Columns)
{
    private static readonly TableSchema[] OfPublications =
    [
        new(SectionKind.Modifiers, "Modifiers", "Modifier", 1,
            Column.Code("Modifier", CodeSystem.Modifier), Column.Text("Description"), Column.Text("When to Use")),
        new(SectionKind.Taxonomies, "Taxonomies", "Taxonomy", 1,
            Column.Code("Taxonomy Code", CodeSystem.NuccTaxonomy), Column.Text("Specialty"), Column.Text("Notes")),
        new(SectionKind.Diagnoses, "Related Diagnoses", "Diagnosis", 1,
            Column.Code("ICD-10 Code", CodeSystem.Icd10Cm), Column.Text("Description"), Column.Text("Clinical Relevance")),
        new(SectionKind.RelatedProcedures, "Related CPT Codes", "Related procedure", 1,
            Column.Code("CPT Code", CodeSystem.Cpt), Column.Text("Description"), Column.Text("Relationship to This Procedure")),
    ];

    private static readonly TableSchema[] OfReferenceTables =
    [
        new(SectionKind.ModifierRegistry, "Modifier registry", "Modifier registry", 1,
            Column.Code("Modifier", CodeSystem.Modifier), Column.Choice("Origin", RegistryColumns.Cpt, RegistryColumns.Hcpcs), Column.Name("Title"),
            Column.Choice("Rank", "1", "2", "3", "4", "5"), Column.Date("Added") with { IsOptional = true }, Column.Date("Ended"), Column.Name("Source")),
        new(SectionKind.ModifierRules, "Modifier rules", "Modifier rule", 0,
            Column.Name("Rule"), Column.RuleKind("Kind"), Column.Codes("Modifiers", CodeSystem.Modifier), Column.Codes("With", CodeSystem.Modifier),
            Column.Condition("Condition"), Column.Choice("Severity", "info", "warning", "error"), Column.Choice("Binding Severity", "", "info", "warning", "error"),
            Column.Choice("Certain Fix", "", RuleColumns.DropModifiers, RuleColumns.MoveFirst), Column.Name("Message"), Column.Name("Fix"), Column.Name("Source")),
        new(SectionKind.SelectionRules, "Selection rules", "Selection rule", 0,
            Column.Name("Selection Rule"), Column.Choice("Kind", CellValues.SelectionRuleKinds), Column.Choice("Severity", "info", "warning", "error"),
            Column.Name("Message"), Column.Name("Fix"), Column.Name("Source")),
        new(SectionKind.FeeScheduleIndicators, "Fee-schedule indicators", "Fee-schedule indicator", 1,
            Column.Code("Procedure", CodeSystem.Cpt), Column.Name("Status"), Column.Name("PC/TC"), Column.Name("Global"), Column.Name("Multiple"),
            Column.Name("Bilateral"), Column.Name("Assistant"), Column.Name("Co-Surgeon"), Column.Name("Team"), Column.Name("Source")),
        new(SectionKind.UnitLimits, "Unit limits", "Unit limit", 1,
            Column.Code("Procedure", CodeSystem.Cpt), Column.Count("Units"), Column.Choice("Adjudication Indicator", "1", "2", "3"), Column.Text("Rationale"), Column.Name("Source")),
        new(SectionKind.ProcedureClasses, "Procedure classes", "Procedure class", 3,
            Column.Name("Class"), Column.Code("From", CodeSystem.Cpt), Column.Code("To", CodeSystem.Cpt), Column.Name("Source")),
        new(SectionKind.CodeSelection, "Code selection", "Code selection", 1,
            Column.Code("Procedure", CodeSystem.Cpt), Column.Name("Technique"), Column.Name("Site Group"), Column.Choice("Unit", "", SelectionColumns.Centimeter, SelectionColumns.SquareCentimeter),
            Column.Number("Above"), Column.Number("Up To"), Column.Number("Each Additional"), Column.Codes("Add-on To", CodeSystem.Cpt), Column.Name("Source")),
        new(SectionKind.SiteGroups, "Site groups", "Site group", 2,
            Column.Name("Technique"), Column.Name("Site Group"), Column.Terms("Sites"), Column.Name("Source")),
        new(SectionKind.AnatomicSites, "Anatomic sites", "Anatomic site", 1,
            Column.Terms("Terms"), Column.Terms("Sites"), Column.Choice("Standing", "", AnatomicSiteColumns.Between), Column.Name("Source")),
        new(SectionKind.Techniques, "Techniques", "Technique", 1,
            Column.Terms("Terms"), Column.Terms("Techniques"), Column.Name("Source")),
        new(SectionKind.PayerProfiles, "Payers", "Payer", 1,
            Column.Name("Payer"), Column.Terms("Terms"), Column.Text("Part Of") with { IsOptional = true }, Column.Choice("Indicators", PayerColumns.Binding, PayerColumns.Advisory),
            Column.CodeGroups("First", CodeSystem.Modifier) with { IsOptional = true }, Column.Text("Note"), Column.Name("Source")),
        new(SectionKind.PayerSeverities, "Payer severities", "Payer severity", 2,
            Column.Name("Payer"), Column.Name("Rule"), Column.Choice("Severity", "info", "warning", "error", RuleColumns.Off), Column.Name("Source")),
        new(SectionKind.PlacesOfService, "Places of service", "Place of service", 1,
            Column.Code("Place of Service", CodeSystem.PlaceOfService), Column.Name("Name"), Column.Terms("Terms"), Column.Name("Source")),
        new(SectionKind.OfficialTitles, "Official titles", "Official title", 2,
            Column.Choice("System", OfficialTitleColumns.Nucc, OfficialTitleColumns.Icd10Cm), Column.CodeOf("Code"), Column.Name("Official Title"),
            Column.Choice("Status", OfficialTitleColumns.Valid, OfficialTitleColumns.NotBillable, OfficialTitleColumns.Absent), Column.Name("Source")),
        new(SectionKind.MeaningWords, "Meaning words", "Meaning word", 2,
            Column.Choice("Class", MeaningClass.All), Column.Terms("Words"), Column.Name("Source")),
        new(SectionKind.NarrativeWords, "Narrative words", "Narrative word", 2,
            Column.Choice("Role", CellValues.NarrativeWords), Column.Terms("Phrases"), Column.Name("Source")),
        new(SectionKind.DocumentationChecklist, "Documentation checklist", "Documentation element", 1,
            Column.Name("Element"), Column.Terms("Techniques"), Column.Cues("Cues"), Column.Name("Source")),
    ];

    // What is kept of an official file, whatever the layout of its release; texts of the AMA are not.
    private static readonly TableSchema[] OfCodeSets =
    [
        new(SectionKind.CodeSets, "Code sets", "Code set", 1,
            Column.Name("Code Set"), Column.Text("Edition"), Column.Date("Effective"), Column.Date("Until"), Column.Count("Rows")),
        new(SectionKind.OfficialTaxonomies, "NUCC taxonomy", "Taxonomy", 1,
            Column.Code("Code", CodeSystem.NuccTaxonomy), Column.Name("Display Name"), Column.Text("Grouping"), Column.Text("Classification"),
            Column.Text("Specialization"), Column.Text("Section")),
        new(SectionKind.OfficialDiagnoses, "ICD-10-CM", "Diagnosis", 1,
            Column.Code("Code", CodeSystem.Icd10Cm), Column.Name("Official Title"), Column.Choice("Billable", YesOrNo.Yes, YesOrNo.No)),
        new(SectionKind.OfficialModifiers, "HCPCS modifiers", "Modifier", 1,
            Column.Code("Modifier", CodeSystem.Modifier), Column.Name("Official Title"), Column.Text("Short Title"),
            Column.Date("Added"), Column.Date("Effective"), Column.Date("Ended")),
        new(SectionKind.OfficialPlacesOfService, "Places of service", "Place of service", 1,
            Column.Code("Place of Service", CodeSystem.PlaceOfService), Column.Name("Name"), Column.Choice("Facility", "", YesOrNo.Yes, YesOrNo.No)),
        new(SectionKind.FeeSchedule, "Fee schedule", "Fee-schedule", 0,
            Column.Code("Procedure", CodeSystem.Cpt), Column.Figure("Status", isOptional: false), Column.Figure("PC/TC"), Column.Figure("Global"), Column.Figure("Multiple"),
            Column.Figure("Bilateral"), Column.Figure("Assistant"), Column.Figure("Co-Surgeon"), Column.Figure("Team"), Column.Figure("Modifier"),
            Column.Figure("Work RVU"), Column.Figure("Non-Facility PE RVU"), Column.Figure("Facility PE RVU"), Column.Figure("MP RVU"),
            Column.Figure("Non-Facility Total"), Column.Figure("Facility Total"), Column.Figure("Preoperative"), Column.Figure("Intraoperative"),
            Column.Figure("Postoperative"), Column.Figure("Endoscopic Base")),
        new(SectionKind.UnlikelyEdits, "Medically unlikely edits", "Medically unlikely edit", 1,
            Column.Code("Procedure", CodeSystem.Cpt), Column.Count("Units"), Column.Choice("Adjudication Indicator", "1", "2", "3"), Column.Text("Rationale")),
    ];

    private static readonly TableSchema[] Every = [.. OfPublications, .. OfReferenceTables, .. OfCodeSets];

    /// <summary>The tables that a file of a kind may hold.</summary>
    public static TableSchema[] Of(SourceKind kind) => kind switch
    {
        SourceKind.Publication => OfPublications,
        SourceKind.ReferenceTable => OfReferenceTables,
        _ => OfCodeSets,
    };

    /// <summary>The table whose rows go to a section; null for prose.</summary>
    public static TableSchema? TryOf(SectionKind kind) => Array.Find(Every, schema => schema.Kind == kind);

    /// <summary>The table whose rows go to a section of tables, not of prose.</summary>
    public static TableSchema Of(SectionKind kind) => TryOf(kind)!;

    /// <summary>Where a header has the schema's columns: for each of them the first cell that names it, or -1.</summary>
    public int[] Match(TableRow header) => [.. Columns.Select(column => IndexOf(header.Cells, column.Header))];

    private static int IndexOf(EquatableArray<Cell> cells, string name)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (Wording.IsSame(cells[i].Text, name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A column as a row has it: the code of an official title is one of the system that its row names.</summary>
    public Column ColumnOf(IReadOnlyList<Cell> cells, int column) => (Kind, column, cells[0].Text) switch
    {
        (SectionKind.OfficialTitles, OfficialTitleColumns.Code, OfficialTitleColumns.Nucc) => Column.Code(Columns[column].Header, CodeSystem.NuccTaxonomy),
        (SectionKind.OfficialTitles, OfficialTitleColumns.Code, OfficialTitleColumns.Icd10Cm) => Column.Code(Columns[column].Header, CodeSystem.Icd10Cm),
        _ => Columns[column],
    };

    /// <summary>The code that a row is about, packed; 0 when it is about none.</summary>
    public ulong CodeOf(IReadOnlyList<Cell> cells) => Pack(cells, Kind == SectionKind.OfficialTitles ? OfficialTitleColumns.Code : 0);

    /// <summary>What a row is told from the others by. A code is the same in any case, and a diagnosis with or without its dot.</summary>
    public IEnumerable<string> KeyOf(IReadOnlyList<Cell> cells) =>
        cells.Take(KeyColumns).Select((cell, column) => Pack(cells, column) is not 0 and var code ? CodeKey.ToText(code) : cell.Text);

    /// <summary>Where in a row of a schema a column stands.</summary>
    public int IndexOf(string header) => Array.FindIndex(Columns, column => column.Header == header);

    private ulong Pack(IReadOnlyList<Cell> cells, int column) =>
        CodeKey.TryPack(ColumnOf(cells, column).System, cells[column].Text.AsSpan(), out var code) ? code : 0;
}
