using System.Diagnostics;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Fuzzing;

/// <summary>Runs a file through the compiler and says what is wrong with the outcome. Its stages may be replaced by ones with a bug.</summary>
internal sealed record ReaderTarget(Func<SourceFile, Document> Read, Func<SourceFile, Document, FileModel> Model)
{
    private const string Marks = "#*_+-\u2013\u2014\u2022\u2023\u25AA\u25CF\u25E6\u00B7";
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    public static readonly ReaderTarget Compiler = new(DocumentReader.Read, FileModeler.Model);

    /// <summary>The first invariant that the file breaks; null when all hold.</summary>
    public string? Run(SourceFile file)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            var document = Read(file);
            var model = Model(file, document);
            var book = PublicationCompiler.Settle(BookModel.Of([model]));
            var diagnostics = PublicationCompiler.Check(book);
            var emitted = PublicationCompiler.EmitBook(PublicationCompiler.LayOut(book, diagnostics), CompiledBook.Options);
            var time = watch.Elapsed;
            return time > MaxTime ? $"It took {time}."
                : emitted.Count == 0 ? "Nothing is emitted."
                : Violations(file, document, model, diagnostics).FirstOrDefault();
        }
#pragma warning disable CA1031 // Any exception is what the target looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }
    }

    private static IEnumerable<string> Violations(SourceFile file, Document document, FileModel model, EquatableArray<Diagnostic> diagnostics)
    {
        var places = new Places(file.Text);
        return Spans(places, document, model)
            .Concat(Order(places, diagnostics))
            .Concat(Structure(places, document))
            .Concat(ReadLosses(places, document))
            .Concat(ModelLosses(places, document, model));
    }

    private static IEnumerable<string> Spans(Places places, Document document, FileModel model)
    {
        foreach (var (text, span) in document.Blocks.SelectMany(TextsOf))
        {
            if (!places.Has(span) || !IsPublished(text, places.TextOf(span)))
            {
                yield return $"\"{text}\" does not stand at {span}.";
            }
        }

        foreach (var section in model.Sections)
        {
            foreach (var cell in section.Rows.SelectMany(row => row.Cells))
            {
                if (!places.Has(cell.Span) || !IsSaid(section.Kind, cell.Text, places.TextOf(cell.Span)))
                {
                    yield return $"{section.Kind} \"{cell.Text}\" does not stand at {cell.Span}.";
                }
            }
        }
    }

    // A title stands after its code, a missing section before its last word, and a row that is kept as text without its outer pipes.
    private static bool IsSaid(SectionKind kind, string text, string published) => kind switch
    {
        SectionKind.Title => published.EndsWith(text, StringComparison.Ordinal),
        SectionKind.MissingSections => text == published + " benchmarks",
        SectionKind.OtherText => Bare(text) == Bare(published),
        _ => IsPublished(text, published),
    };

    // Prose as it stands; a cell with its pipes escaped.
    private static bool IsPublished(string text, string published) => text == published || text == published.Replace("\\|", "|", StringComparison.Ordinal);

    private static string Bare(string text) => string.Concat(text.Where(c => c is not ('|' or '\\') && !char.IsWhiteSpace(c)));

    private static IEnumerable<string> Order(Places places, EquatableArray<Diagnostic> diagnostics)
    {
        var previous = 0;
        foreach (var diagnostic in diagnostics)
        {
            if (!places.Has(diagnostic.Span) || diagnostic.Span.Start < previous)
            {
                yield return $"Out of the file or of its order: {diagnostic} at {diagnostic.Span}.";
            }

            previous = diagnostic.Span.Start;
        }
    }

    // Between two cells stand one pipe and white space.
    private static IEnumerable<string> Structure(Places places, Document document)
    {
        foreach (var row in document.Blocks.OfType<Table>().SelectMany(table => table.Rows.Prepend(table.Header)))
        {
            for (var i = 1; i < row.Cells.Count; i++)
            {
                var end = row.Cells[i - 1].Span.Start + row.Cells[i - 1].Span.Length;
                if (row.Cells[i].Span.Start < end || places.Text[end..row.Cells[i].Span.Start].Trim() != "|")
                {
                    yield return $"Cells {i} and {i + 1} of line {row.Span.Line} are not told apart by a pipe.";
                }
            }
        }
    }

    // Every character is in a block, or is a mark that made it one.
    private static IEnumerable<string> ReadLosses(Places places, Document document)
    {
        var covered = Covered(places, document.Blocks.SelectMany(TextsOf).Select(text => text.Span));
        var rows = document.Blocks.OfType<Table>().SelectMany(table => table.Rows.Prepend(table.Header)).Select(row => row.Span.Line).ToHashSet();
        var said = document.Diagnostics.Where(diagnostic => diagnostic.Rule.Severity == Severity.Error).Select(diagnostic => diagnostic.Span.Line).ToHashSet();
        for (var line = 0; line < places.Lines.Count; line++)
        {
            var (start, end) = places.Lines[line];
            if (said.Contains(line + 1) || IsMarksAlone(places.Text[start..end]))
            {
                continue;
            }

            var first = Array.IndexOf(covered, true, start, end - start);
            var last = Array.LastIndexOf(covered, true, end - 1, end - start);
            for (var i = start; i < end; i++)
            {
                var c = places.Text[i];
                var isMark = (c == '|' && rows.Contains(line + 1)) || (Marks.Contains(c) && (i < first || i > last));
                if (!covered[i] && !char.IsWhiteSpace(c) && !isMark)
                {
                    yield return $"Lost in reading: U+{(int)c:X4} of line {line + 1}.";
                }
            }
        }
    }

    // A rule, an underline, a dash for the line below.
    private static bool IsMarksAlone(string line) => line.All(c => c is '|' or ':' or '=' || Marks.Contains(c) || char.IsWhiteSpace(c));

    // What a block says is in a row, or is said to be left out.
    private static IEnumerable<string> ModelLosses(Places places, Document document, FileModel model)
    {
        var covered = Covered(places, model.Sections.SelectMany(section => section.Rows).SelectMany(row => row.Cells).Select(cell => cell.Span));
        var said = model.Diagnostics.Where(diagnostic => diagnostic.Rule != Diagnostics.AbsentSections).ToLookup(diagnostic => diagnostic.Span.Line, diagnostic => diagnostic.Rule.Id);
        var types = model.Rows(SectionKind.ServiceType).Select(row => row.Span.Line).ToHashSet();
        foreach (var block in document.Blocks)
        {
            var texts = block switch
            {
                Table table when model.Kind == SourceKind.Publication || !said[table.Span.Line].Any() => table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Span),
                Heading heading when Headings.IsKnown(heading.Text) => [],
                Bullet bullet when types.Contains(bullet.Span.Line) => [],
                Table => [],
                _ when model.Kind == SourceKind.Publication => [block.Span],
                _ => [],
            };
            foreach (var span in texts.Where(span => !IsSaidOf(said[span.Line])))
            {
                for (var i = span.Start; i < span.Start + span.Length; i++)
                {
                    if (!covered[i] && !char.IsWhiteSpace(places.Text[i]))
                    {
                        yield return $"Lost in modelling: \"{places.TextOf(span)}\" at {span}.";
                        break;
                    }
                }
            }
        }
    }

    // Left out and said; what is said of text that is kept excuses nothing.
    private static bool IsSaidOf(IEnumerable<string> ids) => ids.Any(id => id is "CR2002" or "CR2004" or "CR2005" or "CR2006" or "CR2007" or "CR2010");

    private static bool[] Covered(Places places, IEnumerable<SourceSpan> spans)
    {
        var covered = new bool[places.Text.Length];
        foreach (var span in spans)
        {
            Array.Fill(covered, true, span.Start, span.Length);
        }

        return covered;
    }

    private static IEnumerable<(string Text, SourceSpan Span)> TextsOf(Block block) => block switch
    {
        Table table => table.Rows.Prepend(table.Header).SelectMany(row => row.Cells).Select(cell => (cell.Text, cell.Span)),
        Heading heading => [(heading.Text, heading.Span)],
        Bullet bullet => [(bullet.Text, bullet.Span)],
        _ => [(((Paragraph)block).Text, block.Span)],
    };
}
