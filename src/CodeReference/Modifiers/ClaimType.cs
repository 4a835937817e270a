namespace CodeReference;

/// <summary>Who bills a claim.</summary>
public enum ClaimType
{
    /// <summary>Not known: the default.</summary>
    None = 0,

    /// <summary>A physician or other professional.</summary>
    Professional = 1,

    /// <summary>An ambulatory surgical center (ASC), as a facility.</summary>
    AmbulatorySurgicalCenter = 2,

    /// <summary>A hospital outpatient department, as a facility.</summary>
    HospitalOutpatient = 3,
}
