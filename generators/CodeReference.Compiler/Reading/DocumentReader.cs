namespace CodeReference.Compiler.Reading;

/// <summary>
/// The first stage: text to blocks. Blocks are told apart by what they hold, since a publication has neither blank
/// lines nor marks on its headings. Total: any text gives a document.
/// </summary>
internal static class DocumentReader
{
    public static Document Read(SourceFile file)
    {
        var lines = Line.Split(file.Text);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].IsBlank)
            {
                i++;
            }
            else if (TableReader.TryRead(lines, ref i) is { } table)
            {
                blocks.Add(table);
            }
            else
            {
                blocks.Add(ReadLine(lines, ref i));
            }
        }

        return new(blocks.ToEquatableArray());
    }

    private static Block ReadLine(List<Line> lines, ref int index)
    {
        var line = lines[index++];
        switch (line.Text[0])
        {
            case '#':
                var marks = line.Text.Length - line.Text.TrimStart('#').Length;
                var heading = WithoutClosingMarks(line.Slice(marks, line.Text.Length - marks));
                return new Heading(heading.Text, heading.Span);

            // A dash alone on its line marks the line below it.
            case '-' when line.Text.Length == 1 && IsItem(lines, index):
                var item = lines[index++];
                return new Bullet(item.Text, item.Span);

            case '-' or '*' when line.Text.Length == 1 || char.IsWhiteSpace(line.Text[1]):
                var text = line.Slice(1, line.Text.Length - 1);
                return new Bullet(text.Text, text.Span);

            default:
                return Headings.IsKnown(line.Text) ? new Heading(line.Text, line.Span) : new Paragraph(line.Text, line.Span);
        }
    }

    // Marks close a heading only after a space, as in Markdown: "# Title #" is "Title", and "# C#" is "C#".
    private static Line WithoutClosingMarks(Line heading)
    {
        var length = heading.Text.TrimEnd('#').Length;
        return length == 0 || char.IsWhiteSpace(heading.Text[length - 1]) ? heading.Slice(0, length) : heading;
    }

    // A heading or a table below a dash is what it would be without it.
    private static bool IsItem(List<Line> lines, int index) =>
        index < lines.Count
        && !lines[index].IsBlank
        && lines[index].Text != "-"
        && lines[index].Text[0] != '#'
        && !Headings.IsKnown(lines[index].Text)
        && !TableReader.IsHeader(lines, index);
}
