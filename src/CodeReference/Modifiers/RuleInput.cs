namespace CodeReference;

/// <summary>What a modifier rule may ask about, beside the modifiers: parts of the claim line, and facts of the book.</summary>
#if COMPILER
internal
#else
public
#endif
enum RuleInput
{
    /// <summary>Nothing: the default.</summary>
    None = 0,

    /// <summary>The payer: one that the book knows and whose name belongs to one payer only.</summary>
    Payer = 1,

    /// <summary>Who bills: a professional, an ambulatory surgical center, a hospital outpatient department.</summary>
    ClaimType = 2,

    /// <summary>The place of service.</summary>
    PlaceOfService = 3,

    /// <summary>The provider's taxonomy.</summary>
    Taxonomy = 4,

    /// <summary>The diagnoses of the line.</summary>
    Diagnoses = 5,

    /// <summary>The date of service.</summary>
    ServiceDate = 6,

    /// <summary>The units of the line.</summary>
    Units = 7,

    /// <summary>In the book: the official titles of the line's diagnoses.</summary>
    DiagnosisTitles = 8,

    /// <summary>In the book: the procedure's fee-schedule indicators.</summary>
    FeeSchedule = 9,

    /// <summary>In the book: the procedure's class.</summary>
    ProcedureClass = 10,

    /// <summary>In the book: the procedure's medically unlikely edit.</summary>
    UnlikelyEdit = 11,

    /// <summary>In the book: a registry of modifiers.</summary>
    ModifierRegistry = 12,
}
