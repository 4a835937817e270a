using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Facts;

/// <summary>
/// The third stage: the rows of all files, and what is official about each code and each procedure, settled once. Checker,
/// rules, lookup, search and messages read it from here.
/// </summary>
internal sealed class SettledBook
{
    public SettledBook(BookModel model)
    {
        Model = model;
        Procedures = new(model);
        Taxonomies = OfTitles(CodeSystem.NuccTaxonomy, SectionKind.OfficialTaxonomies);
        Diagnoses = OfTitles(CodeSystem.Icd10Cm, SectionKind.OfficialDiagnoses);
        PlacesOfService = OfPlaces();
        Modifiers = ModifierFacts.Of(model);
        // The fee schedule does not list all procedures: it shows that a code is valid, never that one is invalid.
        ProcedureCodes = new(
            Procedures.Procedures
                .Select(key => (Key: key, Row: Procedures.NewestOf(key).Indicators))
                .Where(procedure => procedure.Row is not null)
                .ToDictionary(procedure => procedure.Key, procedure => One(CodePeriod.Undated(procedure.Key, procedure.Row!, "", CodeStatus.Valid))),
            _ => "");
    }

    /// <summary>The rows.</summary>
    public BookModel Model { get; }

    /// <summary>The procedures as codes.</summary>
    public CodeFacts ProcedureCodes { get; }

    public CodeFacts Modifiers { get; }

    public CodeFacts Taxonomies { get; }

    public CodeFacts Diagnoses { get; }

    public CodeFacts PlacesOfService { get; }

    /// <summary>What is official about procedures beyond their codes: indicators, limits, classes.</summary>
    public ProcedureFacts Procedures { get; }

    /// <summary>The facts about the codes of a system.</summary>
    public CodeFacts Of(CodeSystem system) => system switch
    {
        CodeSystem.Cpt => ProcedureCodes,
        CodeSystem.Modifier => Modifiers,
        CodeSystem.NuccTaxonomy => Taxonomies,
        CodeSystem.Icd10Cm => Diagnoses,
        _ => PlacesOfService,
    };

    private CodeFacts OfTitles(CodeSystem system, SectionKind file)
    {
        var sources = new SourceMerge(Model, file, SectionKind.OfficialTitles, isMeantInTable: row => CodeKey.SystemOf(row.Key) == system);
        return new(
            sources.Rows.ToDictionary(row => row.Key, row => One(CodePeriod.Undated(row.Key, row.Value, TitleOf(row.Value), StatusOf(row.Value)))),
            _ => CompleteSource(sources));
    }

    private CodeFacts OfPlaces()
    {
        var sources = new SourceMerge(Model, SectionKind.OfficialPlacesOfService, SectionKind.PlacesOfService);
        return new(
            sources.Rows.ToDictionary(row => row.Key, row => One(CodePeriod.Undated(row.Key, row.Value, row.Value.Row[TitleColumns.Of(row.Value.Kind)], CodeStatus.Valid))),
            _ => CompleteSource(sources));
    }

    private static string CompleteSource(SourceMerge sources) =>
        sources.File is { } file ? file.Source
        : sources.IsTableComplete ? sources.OfTable.Values.First().Source
        : "";

    private static string TitleOf(OfficialRow row) => StatusOf(row) == CodeStatus.NotInCodeSet ? "" : row.Row[TitleColumns.Of(row.Kind)];

    private static CodeStatus StatusOf(OfficialRow row) => row.Kind switch
    {
        SectionKind.OfficialTitles => row.Row[OfficialTitleColumns.Status] switch
        {
            OfficialTitleColumns.Valid => CodeStatus.Valid,
            OfficialTitleColumns.NotBillable => CodeStatus.NotBillable,
            _ => CodeStatus.NotInCodeSet,
        },
        SectionKind.OfficialDiagnoses when row.Row[OfficialDiagnosisColumns.Billable] != YesOrNo.Yes => CodeStatus.NotBillable,
        _ => CodeStatus.Valid,
    };

    private static EquatableArray<CodePeriod> One(CodePeriod period) => new([period]);
}
