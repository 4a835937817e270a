namespace CodeReference.Format;

/// <summary>
/// Where the cells of what the compiler found wrong stand in its row. No file holds such a table: the compiler adds it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class DiagnosticColumns
{
    public const int Id = 0;
    public const int Severity = 1;
    public const int Message = 2;
    public const int Published = 3;
    public const int Official = 4;
    public const int Source = 5;
    public const int Count = 6;
}
