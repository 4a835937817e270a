using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>
/// The second stage for an official file: which one it is, by its header or by the shape of its lines and never by its
/// name, and its rows. Some of these files are in Latin-1, which the build decodes before the compiler sees the text;
/// what is kept of them is as good in it, so that a file that is known need not be UTF-8.
/// </summary>
internal static class CodeSetModeler
{
    private const int LongestQuote = 60;
    private const int LinesToKnowDelimiterBy = 10;

    public static FileModel Model(SourceFile file)
    {
        var output = new CodeSetOutput(file);
        if (!file.IsReadable)
        {
            output.Report(Diagnostics.Unreadable, new(0, 0, 1, 1));
        }
        else if (CodeSetFormats.TryFindFixed(file.Text) is { } format)
        {
            format.Read(file, output);
        }
        else
        {
            ReadDelimited(file, output);
        }

        return output.ToModel();
    }

    private static void ReadDelimited(SourceFile file, CodeSetOutput output)
    {
        var reader = new DelimitedReader(file.Text, DelimiterOf(file.Text));
        var notices = new List<Cell>();
        var header = CodeSetHeader.TryRead(reader, notices);
        notices.ForEach(output.AddNotice);
        if (header is not null)
        {
            output.Begin(header.Format.Name, header.Format.EditionOf, header.Span);
        }

        if (reader.IsUnterminated)
        {
            output.Report(Diagnostics.UnterminatedQuote, reader.Cell(reader.Count - 1).Span);
        }
        else if (header is null)
        {
            ReportUnknown(file, output);
        }
        else if (header.Missing.Any())
        {
            var missing = header.Missing.Select(column => '"' + column.Captions[0] + '"');
            output.Report(Diagnostics.MissingCaption, header.Span, header.Format.Name, string.Join(", ", missing));
        }
        else
        {
            header.Format.AddRows(new(reader, header, output), output);
        }
    }

    private static void ReportUnknown(SourceFile file, CodeSetOutput output)
    {
        var lines = TextLine.Of(file.Text).Where(line => !line.IsBlank).Take(1);
        var first = lines.Select(line => line.Cell(1)).DefaultIfEmpty(new("", new(0, 0, 1, 1))).First();
        var quote = first.Text.Length <= LongestQuote ? first.Text : first.Text.Substring(0, LongestQuote) + "\u2026";
        if (file.BadBytes is { } bad)
        {
            output.Report(Diagnostics.NotUtf8, bad.Span, bad.Encoding, CodeSetOutput.Text(bad.Offset));
            return;
        }

        output.Report(Diagnostics.UnknownCodeSet, first.Span, quote, string.Join("; ", CodeSetFormats.Descriptions));
    }

    // By the lines that hold the header: there are commas in texts, and seldom tabs.
    private static char DelimiterOf(string text)
    {
        var (tabs, commas) = (0, 0);
        foreach (var line in TextLine.Of(text).Take(LinesToKnowDelimiterBy))
        {
            foreach (var c in line.Text)
            {
                tabs += c == '\t' ? 1 : 0;
                commas += c == ',' ? 1 : 0;
            }
        }

        return tabs > commas ? '\t' : ',';
    }
}
