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
                var heading = line.Slice(0, line.Text.Length);
                var marks = line.Text.Length - line.Text.TrimStart('#').Length;
                heading = heading.Slice(marks, heading.Text.Length - marks);
                return new Heading(heading.Text.TrimEnd('#', ' '), heading.Span);

            // A dash alone on its line marks the line below it.
            case '-' when line.Text.Length == 1 && index < lines.Count && !lines[index].IsBlank && lines[index].Text != "-":
                var item = lines[index++];
                return new Bullet(item.Text, item.Span);

            case '-' or '*' when line.Text.Length == 1 || char.IsWhiteSpace(line.Text[1]):
                var text = line.Slice(1, line.Text.Length - 1);
                return new Bullet(text.Text, text.Span);

            default:
                return Headings.IsKnown(line.Text) ? new Heading(line.Text, line.Span) : new Paragraph(line.Text, line.Span);
        }
    }
}
