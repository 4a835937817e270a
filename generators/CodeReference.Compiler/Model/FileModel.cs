using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>What one file says, as typed rows, and what is wrong with it. Knows nothing of any other file.</summary>
/// <param name="Path">The name that citations carry; in a book, no other file's.</param>
/// <param name="Origin">Where the build found it; see <see cref="SourceFile.Origin"/>.</param>
/// <param name="Kind">What the file holds.</param>
/// <param name="ContentHash">SHA-256 of its lines, in hexadecimal; the same for every kind of line ending.</param>
/// <param name="Procedure">The key of the procedure that a publication is about; 0 for a reference table, or when no title gives it.</param>
/// <param name="Sections">Its rows by what they say; a kind that it lacks is absent.</param>
/// <param name="Edits">The pairs of procedures of an NCCI file; too many to be rows.</param>
/// <param name="Diagnostics">What is wrong, in the order of the file.</param>
internal sealed record FileModel(
    string Path,
    string Origin,
    SourceKind Kind,
    string ContentHash,
    ulong Procedure,
    EquatableArray<Section> Sections,
    EquatableArray<NcciEditRow> Edits,
    EquatableArray<Diagnostic> Diagnostics)
{
    /// <summary>The same file under another name.</summary>
    public FileModel At(string path) =>
        this with { Path = path, Diagnostics = Diagnostics.Select(diagnostic => diagnostic with { Path = path }).ToEquatableArray() };

    /// <summary>The rows of a kind; none when the file has no such section.</summary>
    public EquatableArray<Row> Rows(SectionKind kind)
    {
        foreach (var section in Sections)
        {
            if (section.Kind == kind)
            {
                return section.Rows;
            }
        }

        return EquatableArray<Row>.Empty;
    }

    /// <summary>Whether the file has a table of a kind and says that it is complete.</summary>
    public bool IsComplete(SectionKind kind) => Sections.Any(section => section.Kind == kind && section.IsComplete);
}

/// <summary>The rows of one kind that a file has.</summary>
/// <param name="Kind">What they say.</param>
/// <param name="Rows">The rows.</param>
/// <param name="IsComplete">Whether the file says that its table is complete: a code that the table lacks does not exist.</param>
internal sealed record Section(SectionKind Kind, EquatableArray<Row> Rows, bool IsComplete = false);

/// <summary>A row, or a statement of the prose.</summary>
/// <param name="Key">The code that it is about, packed; 0 when it is about none.</param>
/// <param name="Cells">Its cells, in the order of the schema's columns; a statement has one.</param>
internal sealed record Row(ulong Key, EquatableArray<Cell> Cells)
{
    /// <summary>The text of a cell.</summary>
    public string this[int column] => Cells[column].Text;

    /// <summary>What messages call the row, whatever its table: its first cell.</summary>
    public string Label => Cells[0].Text;

    /// <summary>Where the row is cited: at its first cell.</summary>
    public SourceSpan Span => Cells[0].Span;
}
