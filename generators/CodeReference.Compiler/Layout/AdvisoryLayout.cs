using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>Finds for every row what the compiler has said of it: the diagnostics that begin inside one of its cells.</summary>
internal sealed class AdvisoryLayout
{
    private readonly Dictionary<(int File, int Line), List<(int Start, int Row)>> _diagnostics = [];
    private readonly List<ConstantEntry> _entries = [];

    /// <summary>Row by row, in their order.</summary>
    public ConstantTable Table => ConstantTable.Of(BookTable.Advisories, _entries);

    /// <summary>Adds a diagnostic, all of them before any row.</summary>
    public void AddDiagnostic(int file, SourceSpan span, int diagnostic)
    {
        if (!_diagnostics.TryGetValue((file, span.Line), out var line))
        {
            _diagnostics.Add((file, span.Line), line = []);
        }

        line.Add((span.Start, diagnostic));
    }

    public void AddRow(int file, Row row, int id)
    {
        if (!_diagnostics.TryGetValue((file, row.Span.Line), out var line))
        {
            return;
        }

        foreach (var (start, diagnostic) in line)
        {
            if (row.Cells.Any(cell => start == cell.Span.Start || (start > cell.Span.Start && start < cell.Span.Start + cell.Span.Length)))
            {
                _entries.Add(ConstantEntry.Of(row.Label, (ulong)id, (ulong)diagnostic));
            }
        }
    }
}
