namespace CodeReference.Compiler.Reading;

/// <summary>
/// A line of a page or a table, without the white space around it: a copy, where <see cref="TextLine"/> is a view of a
/// long file.
/// </summary>
/// <param name="Text">What it says; empty for a blank line.</param>
/// <param name="Span">Where that stands.</param>
internal readonly record struct Line(string Text, SourceSpan Span)
{
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

    /// <summary>The lines of a text, as <see cref="TextLine"/> splits it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="limit">The longest line whose text is read.</param>
    public static List<Line> Split(string text, int limit = int.MaxValue)
    {
        var lines = new List<Line>();
        foreach (var line in TextLine.Of(text))
        {
            lines.Add(line.Length > limit ? new("", line.Span) : new Line(line.Text.ToString(), line.Span).Slice(0, line.Length));
        }

        return lines;
    }
}
