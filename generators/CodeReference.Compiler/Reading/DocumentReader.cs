namespace CodeReference.Compiler.Reading;

/// <summary>
/// The first stage: text to blocks. Blocks are told apart by what they hold, since a publication has neither blank
/// lines nor marks on its headings. Total: any text gives a document.
/// </summary>
internal sealed class DocumentReader
{
    // A hyphen, an asterisk and a plus as in Markdown; the others come with text from a page.
    private const string BulletMarks = "-*+\u2013\u2014\u2022\u2023\u25AA\u25CF\u25E6\u00B7";

    private readonly SourceFile _file;
    private readonly List<Block> _blocks = [];
    private readonly DiagnosticBag _diagnostics;
    private int _rows;
    private int _rowsLeftOut;
    private SourceSpan _firstLeftOut;

    private DocumentReader(SourceFile file)
    {
        _file = file;
        _diagnostics = new(file.Path);
    }

    public static Document Read(SourceFile file)
    {
        var reader = new DocumentReader(file);
        reader.SayWhatTheBuildFound();
        var lines = reader.ReadLines();
        reader.ReadBlocks(lines);
        reader.SayRowsLeftOut();
        return new(
            reader._blocks.ToEquatableArray(),
            reader._diagnostics.All.OrderBy(diagnostic => diagnostic.Span.Start).ToEquatableArray());
    }

    private void SayWhatTheBuildFound()
    {
        if (!_file.IsReadable)
        {
            _diagnostics.Add(Diagnostics.Unreadable, new(0, 0, 1, 1));
        }

        if (_file.BadBytes is { } bad)
        {
            _diagnostics.Add(Diagnostics.NotUtf8, bad.Span, bad.Encoding, Text(bad.Offset));
        }
    }

    private List<Line> ReadLines()
    {
        var text = _file.Text;
        if (text.Length > Limits.FileLength)
        {
            var end = text.LastIndexOfAny(['\r', '\n'], Limits.FileLength - 1) + 1;
            text = text.Substring(0, end);
        }

        var lines = Line.Split(text, Limits.LineLength);
        foreach (var line in lines)
        {
            if (line.IsLeftOut)
            {
                _diagnostics.Add(Diagnostics.LineTooLong, line.Span with { Length = 1 }, Text(line.Span.Length), Text(Limits.LineLength));
            }

            OddCharacters.Check(_file, line, _diagnostics);
        }

        if (text.Length < _file.Text.Length)
        {
            _diagnostics.Add(Diagnostics.FileTooLong, new(text.Length, 1, lines.Count + 1, 1), Text(_file.Text.Length), Text(Limits.FileLength));
        }

        return lines;
    }

    private void ReadBlocks(List<Line> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].IsBlank || IsUnderline(lines[i].Text))
            {
                i++;
            }
            else if (TableReader.TryRead(lines, ref i) is { } table)
            {
                _blocks.Add(WithinLimits(table));
            }
            else
            {
                _blocks.Add(ReadLine(lines, ref i));
            }
        }
    }

    private Table WithinLimits(Table table)
    {
        var fits = Math.Min(table.Rows.Count, Limits.Rows - _rows);
        _rows += fits;
        if (fits < table.Rows.Count)
        {
            _firstLeftOut = _rowsLeftOut == 0 ? table.Rows[fits].Span : _firstLeftOut;
            _rowsLeftOut += table.Rows.Count - fits;
        }

        return fits == table.Rows.Count && !table.Rows.Any(IsTooLong)
            ? table
            : table with { Rows = table.Rows.Take(fits).Where(row => !SayTooLong(row)).ToEquatableArray() };
    }

    private static bool IsTooLong(TableRow row) => row.Span.Length > Limits.CellLength && row.Cells.Any(cell => cell.Text.Length > Limits.CellLength);

    private bool SayTooLong(TableRow row)
    {
        if (!IsTooLong(row))
        {
            return false;
        }

        var cell = row.Cells.First(cell => cell.Text.Length > Limits.CellLength);
        _diagnostics.Add(Diagnostics.CellTooLong, cell.Span, Text(cell.Text.Length), Text(Limits.CellLength));
        return true;
    }

    private void SayRowsLeftOut()
    {
        if (_rowsLeftOut > 0)
        {
            _diagnostics.Add(Diagnostics.TooManyRows, _firstLeftOut, Text(Limits.Rows), Text(_rowsLeftOut));
        }
    }

    private static Block ReadLine(List<Line> lines, ref int index)
    {
        var line = lines[index++];
        if (line.Text[0] == '#')
        {
            var marks = line.Text.Length - line.Text.TrimStart('#').Length;
            var heading = WithoutEmphasis(WithoutClosingMarks(line.Slice(marks, line.Text.Length - marks)));
            return new Heading(heading.Text, heading.Span);
        }

        // A dash alone on its line marks the line below it.
        if (line.Text.Length == 1 && IsBullet(line.Text) && IsItem(lines, index))
        {
            var item = lines[index++];
            return new Bullet(item.Text, item.Span);
        }

        if (IsBullet(line.Text))
        {
            var text = line.Slice(1, line.Text.Length - 1);
            return new Bullet(text.Text, text.Span);
        }

        var plain = WithoutEmphasis(line);
        return Headings.IsKnown(plain.Text) ? new Heading(plain.Text, plain.Span) : new Paragraph(line.Text, line.Span);
    }

    private static bool IsBullet(string text) => BulletMarks.IndexOf(text[0]) >= 0 && (text.Length == 1 || char.IsWhiteSpace(text[1]));

    // Marks close a heading only after a space, as in Markdown: "# Title #" is "Title", and "# C#" is "C#".
    private static Line WithoutClosingMarks(Line heading)
    {
        var length = heading.Text.TrimEnd('#').Length;
        return length == 0 || char.IsWhiteSpace(heading.Text[length - 1]) ? heading.Slice(0, length) : heading;
    }

    // "**Related Diagnoses**"
    private static Line WithoutEmphasis(Line line) =>
        line.Text.Length > 4
        && ((line.Text.StartsWith("**", StringComparison.Ordinal) && line.Text.EndsWith("**", StringComparison.Ordinal))
            || (line.Text.StartsWith("__", StringComparison.Ordinal) && line.Text.EndsWith("__", StringComparison.Ordinal)))
            ? line.Slice(2, line.Text.Length - 4)
            : line;

    // Three or more of one mark and nothing else: what Markdown draws as a line, or under a heading.
    private static bool IsUnderline(string text) => text.Length >= 3 && text[0] is '-' or '=' or '*' or '_' && text.All(c => c == text[0]);

    // A heading, a table or another bullet below a dash is what it would be without it.
    private static bool IsItem(List<Line> lines, int index) =>
        index < lines.Count
        && !lines[index].IsBlank
        && !IsBullet(lines[index].Text)
        && !IsUnderline(lines[index].Text)
        && lines[index].Text[0] != '#'
        && !Headings.IsKnown(WithoutEmphasis(lines[index]).Text)
        && !TableReader.IsHeader(lines, index);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
