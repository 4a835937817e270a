using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Layout;

/// <summary>A diagnostic as a row of the book: the library's <c>BookDiagnostic</c> reads it.</summary>
internal static class DiagnosticColumns
{
    public const int Count = 6;

    public static Row RowOf(Diagnostic diagnostic)
    {
        string[] cells =
        [
            diagnostic.Rule.Id,
            diagnostic.Rule.Severity.ToString(),
            diagnostic.Message,
            diagnostic.Evidence?.Published ?? "",
            diagnostic.Evidence?.Official ?? "",
            diagnostic.Evidence?.Source ?? "",
        ];
        return new(0, cells.Select(text => new Reading.Cell(text.Replace('\n', ' '), diagnostic.Span)).ToEquatableArray());
    }
}
