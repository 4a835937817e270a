using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>A diagnostic as a row of the book: the library's <c>Diagnostic</c> reads it.</summary>
internal static class DiagnosticRow
{
    public static Row Of(Diagnostic diagnostic)
    {
        var cells = new string[DiagnosticColumns.Count];
        cells[DiagnosticColumns.Id] = diagnostic.Rule.Id;
        cells[DiagnosticColumns.Severity] = diagnostic.Rule.Severity.ToString();
        cells[DiagnosticColumns.Message] = diagnostic.Message;
        cells[DiagnosticColumns.Published] = diagnostic.Evidence?.Published ?? "";
        cells[DiagnosticColumns.Official] = diagnostic.Evidence?.Official ?? "";
        cells[DiagnosticColumns.Source] = diagnostic.Evidence?.Source ?? "";
        return new(0, cells.Select(text => new Reading.Cell(text.Replace('\n', ' '), diagnostic.Span)).ToEquatableArray());
    }
}
