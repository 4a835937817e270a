using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>An official file of fixed columns, known by the shape of its lines.</summary>
/// <param name="Name">The code set, as its owner calls it.</param>
/// <param name="EditionOf">What a release tells of its edition.</param>
/// <param name="Length">The columns that a line has at least.</param>
/// <param name="HasShape">Whether a line is one of the format's, whole or cut short.</param>
/// <param name="IsNotice">Whether a line says something of the file and holds no row.</param>
/// <param name="AddRows">Takes the rows to the model.</param>
internal sealed record FixedFormat(
    string Name, EditionFinder EditionOf, int Length, Func<TextLine, bool> HasShape, Func<TextLine, bool> IsNotice, Action<IEnumerable<TextLine>, CodeSetOutput> AddRows)
{
    /// <summary>Reads a file of the format.</summary>
    public void Read(SourceFile file, CodeSetOutput output)
    {
        output.Begin(Name, EditionOf, FirstLine(file).Span with { Length = 0 });
        AddRows(Rows(file, output), output);
    }

    private IEnumerable<TextLine> Rows(SourceFile file, CodeSetOutput output)
    {
        foreach (var line in TextLine.Of(file.Text))
        {
            if (IsNotice(line))
            {
                output.AddNotice(line.Cell(1));
            }
            else if (line.Length >= Length)
            {
                yield return line;
            }
            else if (!line.IsBlank)
            {
                output.Report(Diagnostics.TruncatedLine, line.Span, Name, CodeSetOutput.Text(line.Length), CodeSetOutput.Text(Length));
            }
        }
    }

    private static TextLine FirstLine(SourceFile file) => TextLine.Of(file.Text).First(line => !line.IsBlank);
}
