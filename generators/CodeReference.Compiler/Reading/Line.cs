namespace CodeReference.Compiler.Reading;

/// <summary>A line of a file, without the white space around it.</summary>
/// <param name="Text">What it says; empty for a blank line.</param>
/// <param name="Span">Where that stands.</param>
internal readonly record struct Line(string Text, SourceSpan Span)
{
    private static readonly char[] Endings = ['\r', '\n'];

    public bool IsBlank => Text.Length == 0;

    /// <summary>A part of the line, without the white space around it.</summary>
    public Line Slice(int start, int length)
    {
        while (length > 0 && char.IsWhiteSpace(Text[start]))
        {
            start++;
            length--;
        }

        while (length > 0 && char.IsWhiteSpace(Text[start + length - 1]))
        {
            length--;
        }

        return new(
            Text.Substring(start, length),
            new(Span.Start + start, length, Span.Line, Span.Column + start));
    }

    /// <summary>Whether it was longer than a line may be, so that its text is left out.</summary>
    public bool IsLeftOut => IsBlank && Span.Length > 0;

    /// <summary>Splits a text at line feeds, carriage returns and both together.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="limit">The longest line whose text is read.</param>
    public static List<Line> Split(string text, int limit = int.MaxValue)
    {
        var lines = new List<Line>();
        foreach (var (start, end) in Bounds(text))
        {
            var span = new SourceSpan(start, end - start, lines.Count + 1, 1);
            lines.Add(span.Length > limit ? new("", span) : new Line(text.Substring(start, span.Length), span).Slice(0, span.Length));
        }

        return lines;
    }

    /// <summary>Where the lines of a text start and end, without their line endings; a byte-order mark at its start is in none.</summary>
    public static IEnumerable<(int Start, int End)> Bounds(string text)
    {
        for (var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; start < text.Length;)
        {
            var end = text.IndexOfAny(Endings, start);
            end = end < 0 ? text.Length : end;
            yield return (start, end);
            start = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            {
                start++;
            }
        }
    }
}
