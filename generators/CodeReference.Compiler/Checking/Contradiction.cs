using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Checking;

/// <summary>What is wrong with a row, whichever file it stands in.</summary>
/// <param name="Rule">What kind of thing it is.</param>
/// <param name="Column">The cell that says it.</param>
/// <param name="Evidence">Both sides.</param>
/// <param name="Arguments">The values for the message's placeholders.</param>
internal sealed record Contradiction(DiagnosticRule Rule, int Column, Evidence? Evidence, params string[] Arguments)
{
    public Diagnostic In(string path, Row row) => new(Rule, path, row.Cells[Column].Span, new(Arguments), Evidence);
}
