namespace CodeReference.Compiler.Reading;

/// <summary>The headings of a publication, which stand on lines of their own with nothing to mark them.</summary>
internal static class Headings
{
    public const string Summary = "Summary & Overview";
    public const string Overview = "Billing Code Overview";
    public const string Specifications = "Clinical & Coding Specifications";
    public const string ClinicalContext = "Clinical Context";
    public const string SitesOfService = "Typical site of service";
    public const string ServiceType = "Typical service type";
    public const string Coding = "Coding Specifications";
    public const string Diagnoses = "Related Diagnoses";
    public const string RelatedProcedures = "Related CPT Codes";

    private static readonly string[] Known =
    [
        Summary, Overview, Specifications, ClinicalContext, SitesOfService, ServiceType, Coding, Diagnoses, RelatedProcedures,
    ];

    public static bool IsKnown(string line) => Array.Exists(Known, heading => Wording.IsSame(line, heading));
}
