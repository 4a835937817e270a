namespace CodeReference.Compiler.Reading;

/// <summary>
/// A line of a file, where it stands in the text: nothing of it is copied before it is asked for. The one place that knows
/// where lines end, but for <see cref="DelimitedReader"/>, whose quoted cells may hold line endings.
/// </summary>
/// <param name="Source">The whole text.</param>
/// <param name="Start">The offset of its first UTF-16 unit.</param>
/// <param name="Length">Its length without the line ending.</param>
/// <param name="Number">The line, from 1.</param>
internal readonly record struct TextLine(string Source, int Start, int Length, int Number)
{
    /// <summary>All of it.</summary>
    public ReadOnlySpan<char> Text => Source.AsSpan(Start, Length);

    public bool IsBlank => Text.IsWhiteSpace();

    /// <summary>The whole line as a place.</summary>
    public SourceSpan Span => new(Start, Length, Number, 1);

    /// <summary>The lines of a text, one by one: line feeds, carriage returns and both together end one.</summary>
    public static IEnumerable<TextLine> Of(string text)
    {
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        for (var number = 1; start < text.Length; number++)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            length = length < 0 ? text.Length - start : length;
            yield return new(text, start, length, number);
            start += length;
            start += start + 1 < text.Length && text[start] == '\r' && text[start + 1] == '\n' ? 2 : 1;
        }
    }

    /// <summary>The line that holds an index of a text, its line ending included.</summary>
    public static TextLine At(string text, int index)
    {
        var last = new TextLine(text, 0, 0, 1);
        foreach (var line in Of(text))
        {
            if (line.Start > index)
            {
                break;
            }

            last = line;
        }

        return last;
    }

    /// <summary>A column of a fixed layout; a space beyond the end of the line.</summary>
    /// <param name="column">From 1.</param>
    public char At(int column) => column <= Length ? Source[Start + column - 1] : ' ';

    /// <summary>Columns of a fixed layout as they stand, as far as the line goes.</summary>
    /// <param name="first">The first column, from 1.</param>
    /// <param name="last">The last.</param>
    public ReadOnlySpan<char> Columns(int first, int last) =>
        first > Length ? default : Text.Slice(first - 1, Math.Min(last, Length) - first + 1);

    /// <summary>Columns of a fixed layout as a cell, without the white space around it.</summary>
    public Cell Cell(int first, int last = int.MaxValue)
    {
        var text = Columns(first, last);
        var column = first + text.Length - text.TrimStart().Length;
        text = text.Trim();
        return new(text.ToString(), new(Start + column - 1, text.Length, Number, column));
    }
}
