using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Fuzzing;

/// <summary>Where every character of a text stands, counted the plain way.</summary>
internal sealed class Places
{
    private readonly List<(int Start, int End)> _lines = [];
    private readonly int[] _lineOf;

    public Places(string text)
    {
        Text = text;
        _lineOf = new int[text.Length + 1];
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        for (var i = start; i < text.Length; i++)
        {
            _lineOf[i] = _lines.Count;
            var isEnd = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (isEnd)
            {
                _lines.Add((start, i + 1));
                start = i + 1;
            }
        }

        _lines.Add((start, text.Length));
        _lineOf[text.Length] = _lines.Count - 1;
    }

    public string Text { get; }

    /// <summary>The lines, from 0, each with its ending.</summary>
    public IReadOnlyList<(int Start, int End)> Lines => _lines;

    public string TextOf(SourceSpan span) => Text.Substring(span.Start, span.Length);

    public bool Has(SourceSpan span) =>
        span.Start >= 0 && span.Length >= 0 && span.Start + span.Length <= Text.Length
        && (span is { Start: 0, Line: 1, Column: 1 } || (span.Line, span.Column) == (_lineOf[span.Start] + 1, span.Start - _lines[_lineOf[span.Start]].Start + 1))
        && !TextOf(span).AsSpan().ContainsAny('\r', '\n');
}
