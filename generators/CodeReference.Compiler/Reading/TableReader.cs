namespace CodeReference.Compiler.Reading;

/// <summary>Reads tables: a header row, a rule row of dashes, body rows. Any row may or may not have its outer pipes.</summary>
internal static class TableReader
{
    /// <summary>Reads the table that starts at a line, and moves past it.</summary>
    /// <returns>Null, and nothing moved, when no table starts there.</returns>
    public static Table? TryRead(List<Line> lines, ref int index)
    {
        if (!IsHeader(lines, index))
        {
            return null;
        }

        var header = ReadRow(lines[index]);
        var rows = new List<TableRow>();
        index += 2;
        // A header ends the table above it: publications set tables one right below another.
        while (index < lines.Count && IsRow(lines[index]) && !IsHeader(lines, index))
        {
            rows.Add(ReadRow(lines[index]));
            index++;
        }

        return new(header, rows.ToEquatableArray());
    }

    /// <summary>Whether a table starts at a line.</summary>
    public static bool IsHeader(List<Line> lines, int index) =>
        IsRow(lines[index]) && index + 1 < lines.Count && IsRule(lines[index + 1]);

    private static bool IsRow(Line line) => line.Text.Contains('|') && line.Text[0] != '#';

    // Three dashes in every cell: a row whose cells are single dashes is a row.
    private static bool IsRule(Line line) =>
        IsRow(line)
        && line.Text.All(c => c is '|' or '-' or ':' || char.IsWhiteSpace(c))
        && ReadRow(line).Cells.All(cell => cell.Text.Trim(':') is { Length: >= 3 } dashes && dashes.All(c => c == '-'));

    private static TableRow ReadRow(Line line)
    {
        var cells = new List<Cell>();
        var text = line.Text;
        var start = text[0] == '|' ? 1 : 0;
        for (var i = start; i <= text.Length; i++)
        {
            if (i + 1 < text.Length && text[i] == '\\' && text[i + 1] == '|')
            {
                i++;
            }
            else if (i == text.Length ? i > start || cells.Count == 0 : text[i] == '|')
            {
                cells.Add(ReadCell(line.Slice(start, i - start)));
                start = i + 1;
            }
        }

        return new(cells.ToEquatableArray(), line.Span);
    }

    private static Cell ReadCell(Line cell) => new(cell.Text.Replace("\\|", "|"), cell.Span);
}
