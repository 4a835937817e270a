namespace CodeReference.Compiler.Reading;

/// <summary>
/// How much of a publication or a reference table is read. Far above any real page, and low enough that no file can take
/// a build's time or memory; what is beyond a limit is left out and said.
/// </summary>
internal static class Limits
{
    /// <summary>A file, in UTF-16 units: 64 MB.</summary>
    public const int FileLength = 64 << 20;

    /// <summary>A line, in UTF-16 units: 1 MB.</summary>
    public const int LineLength = 1 << 20;

    /// <summary>The rows of all tables of a file, without their headers.</summary>
    public const int Rows = 1_000_000;

    /// <summary>A cell, in UTF-16 units: 64 KB.</summary>
    public const int CellLength = 64 << 10;

    /// <summary>The number of diagnostics of one rule that are listed for a file; the rest are counted.</summary>
    public const int DiagnosticsOfOneRule = 1000;

    /// <summary>What a message quotes of a text, in UTF-16 units.</summary>
    public const int QuoteLength = 2000;
}
