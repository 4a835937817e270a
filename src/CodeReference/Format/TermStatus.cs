namespace CodeReference.Format;

/// <summary>
/// What a term with several meanings says.
/// Compiled into the library and into the compiler.
/// </summary>
internal enum TermStatus
{
    /// <summary>The one thing that it means.</summary>
    Exact,

    /// <summary>Any of the things that it means: a more exact term narrows it.</summary>
    Open,

    /// <summary>A place between the sites that it can mean, which no published group names.</summary>
    Between,
}
