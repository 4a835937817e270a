namespace CodeReference;

/// <summary>How much a finding weighs.</summary>
#if COMPILER
internal
#else
public
#endif
enum Severity
{
    /// <summary>No severity: the default.</summary>
    None = 0,

    /// <summary>Worth knowing; changes no outcome.</summary>
    Info = 1,

    /// <summary>Likely to be denied, or in need of proof.</summary>
    Warning = 2,

    /// <summary>Invalid, or never payable as sent.</summary>
    Error = 3,
}
