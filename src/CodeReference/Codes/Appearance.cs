using CodeReference.Format;

namespace CodeReference;

/// <summary>A place in a publication that is about a code.</summary>
/// <remarks>An immutable handle. <c>default</c> is no appearance: its codes and texts are empty.</remarks>
public readonly struct Appearance
{
    // Null in a default handle.
    private readonly BookReader? _book;
    private readonly BookRow _row;
    private readonly int _section;

    internal Appearance(BookReader book, int row)
    {
        _book = book;
        _row = new(book, row);
        _section = book.SectionOf(row);
    }

    /// <summary>The procedure of the publication.</summary>
    public ProcedureCode Procedure => _book is null ? default : ProcedureCode.FromKey(_book.Tables.Publications[_book.PublicationOf(_section)]);

    /// <summary>What the code is to the publication.</summary>
    public Role Role => _book is null ? default : RoleOf(_book.KindOf(_section));

    /// <summary>What the publication calls the code: a description or a specialty; a subject's title.</summary>
    public BookText Description => _row.Cell(Role == Role.Subject ? ProseColumns.Text : PublishedColumns.Description);

    /// <summary>When to use it, what it is relevant for, or how it is related; empty for a subject.</summary>
    public BookText Note => Role == Role.Subject ? default : _row.Cell(PublishedColumns.Note);

    /// <summary>What the compiler found wrong with the row.</summary>
    public RowList<Advisory> Advisories => _row.Advisories;

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _row.Citation;

    internal static Role RoleOf(SectionKind kind) => kind switch
    {
        SectionKind.Title => Role.Subject,
        SectionKind.Modifiers => Role.Modifier,
        SectionKind.Taxonomies => Role.Taxonomy,
        SectionKind.Diagnoses => Role.Diagnosis,
        SectionKind.RelatedProcedures => Role.RelatedProcedure,
        _ => Role.None,
    };
}
