namespace CodeReference.Compiler.Reading;

/// <summary>A line of a file, without the white space around it.</summary>
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

    /// <summary>Splits a text at line feeds, carriage returns and both together.</summary>
    public static List<Line> Split(string text)
    {
        var lines = new List<Line>();
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        for (var number = 1; start < text.Length; number++)
        {
            var end = text.IndexOfAny(['\r', '\n'], start);
            end = end < 0 ? text.Length : end;
            var whole = new Line(text.Substring(start, end - start), new(start, end - start, number, 1));
            lines.Add(whole.Slice(0, whole.Text.Length));
            start = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            {
                start++;
            }
        }

        return lines;
    }
}
