namespace CodeReference.Compiler.Reading;

/// <summary>
/// Reads records of delimited cells one by one, as RFC 4180 has them: a cell in quotes may hold delimiters, doubled
/// quotes and line endings. Keeps where the cells of one record stand and copies none, so that a file of millions of
/// records costs no more than its text. Total: any text gives records. It finds line endings itself, and does not go by
/// <see cref="TextLine"/>, because a record may go over several lines.
/// </summary>
internal sealed class DelimitedReader(string text, char delimiter)
{
    private Field[] _fields = new Field[64];
    private int _next = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    private int _lineStart = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    private int _line = 1;

    /// <summary>The number of cells of the record.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the last cell of the record opened a quote that nothing closed.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>The line that the record begins on.</summary>
    public int Line => _fields[0].Line;

    /// <summary>Where the record begins.</summary>
    public SourceSpan Span => SpanOf(0);

    /// <summary>Whether no cell of the record says anything.</summary>
    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (!IsEmpty(i))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Moves to the next record.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool Read()
    {
        Count = 0;
        if (_next >= text.Length)
        {
            return false;
        }

        while (ReadField())
        {
        }

        return true;
    }

    /// <summary>How many lines follow, by their line feeds.</summary>
    public int CountLinesLeft()
    {
        var count = 0;
        var rest = text.AsSpan(_next);
        for (; rest.IndexOf('\n') is >= 0 and var length; rest = rest.Slice(length + 1))
        {
            count++;
        }

        return rest.IsEmpty ? count : count + 1;
    }

    public bool IsEmpty(int index) => Raw(index).IsEmpty;

    /// <summary>A cell as it stands, without the white space and the quotes around it.</summary>
    public ReadOnlySpan<char> Raw(int index) => index < Count ? text.AsSpan(_fields[index].Start, _fields[index].Length).Trim() : default;

    /// <summary>A cell and where it begins; an empty one at the start of the record when the record ends before it.</summary>
    public Cell Cell(int index)
    {
        if (index >= Count)
        {
            return new("", Span with { Length = 0 });
        }

        var raw = Raw(index).ToString();
        return new(_fields[index].IsQuoted ? raw.Replace("\"\"", "\"") : raw, SpanOf(index));
    }

    // A place never crosses a line: of a cell of several lines it is the first that says something.
    private SourceSpan SpanOf(int index)
    {
        var field = _fields[index];
        var (start, line, column) = (field.Start, field.Line, field.Column);
        var end = field.Start + field.Length;
        for (; start < end && char.IsWhiteSpace(text[start]); start++)
        {
            (line, column) = EndsLine(start) ? (line + 1, 1) : (line, column + 1);
        }

        var rest = text.AsSpan(start, end - start);
        var length = rest.IndexOfAny('\r', '\n');
        return new(start, (length < 0 ? rest : rest.Slice(0, length)).TrimEnd().Length, line, column);
    }

    // True when another cell of the record follows.
    private bool ReadField()
    {
        if (Count == _fields.Length)
        {
            Array.Resize(ref _fields, Count * 2);
        }

        ref var field = ref _fields[Count++];
        field = new(_next, 0, _line, _next - _lineStart + 1, _next < text.Length && text[_next] == '"');
        if (field.IsQuoted)
        {
            field.Start++;
            field.Column++;
            _next = EndOfQuotes(field.Start);
            field.Length = _next - field.Start;
            _next = Math.Min(_next + 1, text.Length);
        }

        var length = text.AsSpan(_next).IndexOfAny(delimiter, '\r', '\n');
        length = length < 0 ? text.Length - _next : length;
        if (!field.IsQuoted || !text.AsSpan(_next, length).IsWhiteSpace())
        {
            // Text behind a closing quote belongs to the cell, and so does the quote.
            field.Length = _next + length - field.Start;
        }

        _next += length;
        if (_next < text.Length && text[_next] == delimiter)
        {
            _next++;
            return true;
        }

        EndLine();
        return false;
    }

    private int EndOfQuotes(int start)
    {
        var end = start;
        while (true)
        {
            var length = text.AsSpan(end).IndexOf('"');
            if (length < 0)
            {
                IsUnterminated = true;
                return text.Length;
            }

            CountLines(end, end + length);
            end += length;
            if (end + 1 >= text.Length || text[end + 1] != '"')
            {
                return end;
            }

            end += 2;
        }
    }

    private void CountLines(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (EndsLine(i))
            {
                _line++;
                _lineStart = i + 1;
            }
        }
    }

    private bool EndsLine(int index) =>
        text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n'));

    private void EndLine()
    {
        if (_next < text.Length)
        {
            _next += text[_next] == '\r' && _next + 1 < text.Length && text[_next + 1] == '\n' ? 2 : 1;
            _line++;
            _lineStart = _next;
        }
    }

    private record struct Field(int Start, int Length, int Line, int Column, bool IsQuoted);
}
