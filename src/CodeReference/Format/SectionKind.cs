namespace CodeReference.Format;

/// <summary>
/// What the rows of a section say. A publication has one section of each kind up to <see cref="OtherText"/>, in this
/// order, some of them empty; the others come from reference tables, from official code sets and from the compiler itself.
/// Compiled into the library and into the compiler.
/// </summary>
internal enum SectionKind
{
    Title,
    Summary,
    Overview,
    ServiceType,
    SitesOfService,
    ClinicalContext,
    DocumentationElements,
    Payers,
    Modifiers,
    Taxonomies,
    Diagnoses,
    RelatedProcedures,
    MissingSections,
    OtherText,

    ModifierRegistry,
    ModifierRules,
    SelectionRules,
    FeeScheduleIndicators,
    UnitLimits,
    ProcedureClasses,
    CodeSelection,
    SiteGroups,
    AnatomicSites,
    Techniques,
    PayerProfiles,
    PayerSeverities,
    PlacesOfService,
    OfficialTitles,
    MeaningWords,
    NarrativeWords,
    DocumentationChecklist,

    CodeSets,
    OfficialTaxonomies,
    OfficialDiagnoses,
    OfficialModifiers,
    OfficialPlacesOfService,
    FeeSchedule,
    UnlikelyEdits,

    Diagnostics,
}
