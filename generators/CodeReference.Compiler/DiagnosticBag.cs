using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler;

/// <summary>Collects what is wrong in a file. What one rule finds too often is counted instead, so that no file can fill the memory with complaints.</summary>
internal sealed class DiagnosticBag(string path)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<DiagnosticRule, (int Count, SourceSpan First)> _unsaid = [];
    private readonly Dictionary<DiagnosticRule, int> _said = [];

    /// <summary>How many there are, said or counted.</summary>
    public int Count { get; private set; }

    /// <summary>The diagnostics, in the order in which they were found.</summary>
    public IEnumerable<Diagnostic> All => _diagnostics.Concat(_unsaid.Select(rule =>
        Diagnostic.At(Diagnostics.MoreOfTheSame, path, rule.Value.First, rule.Key.Id, rule.Key.Title, FormattableString.Invariant($"{rule.Value.Count}"))));

    public void Add(DiagnosticRule rule, SourceSpan span, params string[] arguments) => Add(Diagnostic.At(rule, path, span, arguments));

    public void Add(Diagnostic diagnostic)
    {
        Count++;
        var rule = diagnostic.Rule;
        _said.TryGetValue(rule, out var said);
        if (said < Limits.DiagnosticsOfOneRule)
        {
            _said[rule] = said + 1;
            _diagnostics.Add(diagnostic);
        }
        else
        {
            _unsaid[rule] = _unsaid.TryGetValue(rule, out var unsaid) ? (unsaid.Count + 1, unsaid.First) : (1, diagnostic.Span);
        }
    }
}
