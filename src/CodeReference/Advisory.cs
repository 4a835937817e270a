using CodeReference.Format;

namespace CodeReference;

/// <summary>Something that the compiler found wrong with a text of the book. The text is served as published; this stands beside it.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no diagnostic: its texts are empty.</remarks>
public readonly struct Advisory
{
    private static readonly SectionKind[] Tables =
        [SectionKind.Modifiers, SectionKind.Taxonomies, SectionKind.Diagnoses, SectionKind.RelatedProcedures];

    private readonly BookRow _row;

    internal Advisory(BookReader book, int row) => _row = new(book, row);

    /// <summary>The id of its kind, "CR3010"; stable: a program may act on it.</summary>
    public BookText Id => _row.Cell(DiagnosticColumns.Id);

    /// <summary>How much it weighs by default, whatever the build that compiled the book made of it.</summary>
    public Severity Severity => _row.Cell(DiagnosticColumns.Severity).Utf8 switch
    {
        [(byte)'E', ..] => Severity.Error,
        [(byte)'W', ..] => Severity.Warning,
        _ => Severity.Info,
    };

    /// <summary>What is wrong: a sentence for a person.</summary>
    public BookText Message => _row.Cell(DiagnosticColumns.Message);

    /// <summary>What is published; empty when nothing official is contradicted.</summary>
    public BookText Published => _row.Cell(DiagnosticColumns.Published);

    /// <summary>What the official source says; empty when it says nothing.</summary>
    public BookText Official => _row.Cell(DiagnosticColumns.Official);

    /// <summary>The official source, by its name and edition; empty when none is concerned.</summary>
    public BookText Source => _row.Cell(DiagnosticColumns.Source);

    /// <summary>Where it stands: the very cell.</summary>
    public Citation Citation => _row.CitationWith(Published);

    /// <summary>The diagnostics about a row.</summary>
    internal static RowList<Advisory> AboutRow(BookReader book, int row) => new(book, book.AdvisoriesOf(row), static (book, index) => new(book, DiagnosticOf(book, index)));

    /// <summary>The diagnostics about the page of a publication that belong to no row of its tables.</summary>
    internal static List<Advisory> AboutPage(BookReader book, int publication)
    {
        var inTables = new HashSet<int>();
        foreach (var kind in Tables)
        {
            var (row, count) = book.RowsOf(publication, kind);
            for (var end = row + count; row < end; row++)
            {
                var (index, said) = book.AdvisoriesOf(row);
                for (; said > 0; said--)
                {
                    inTables.Add(DiagnosticOf(book, index++));
                }
            }
        }

        var (first, length) = book.DiagnosticsOf(publication);
        return [.. Enumerable.Range(first, length).Where(row => !inTables.Contains(row)).Select(row => new Advisory(book, row))];
    }

    private static int DiagnosticOf(BookReader book, int index) =>
        (int)book.Tables.Advisories[(index * BookFormat.Advisory.Size) + BookFormat.Advisory.Diagnostic];
}
