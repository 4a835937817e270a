using CodeReference.Format;

namespace CodeReference;

/// <summary>A place in a publication that is about a code.</summary>
/// <remarks>An immutable handle. <c>default</c> is no appearance: do not read it.</remarks>
public readonly struct Appearance
{
    private readonly BookReader _book;
    private readonly int _row;
    private readonly int _section;

    internal Appearance(BookReader book, int row)
    {
        _book = book;
        _row = row;
        _section = book.SectionOf(row);
    }

    /// <summary>The procedure of the publication.</summary>
    public ProcedureCode Procedure => ProcedureCode.FromKey(_book.Tables.Publications[_book.PublicationOf(_section)]);

    /// <summary>What the code is to the publication.</summary>
    public Role Role => RoleOf(_book.KindOf(_section));

    /// <summary>What the publication calls the code: a description or a specialty; a subject's title.</summary>
    public BookText Description => _book.Cell(_row, Role == Role.Subject ? ProseColumns.Text : PublishedColumns.Description);

    /// <summary>When to use it, what it is relevant for, or how it is related; empty for a subject.</summary>
    public BookText Note => Role == Role.Subject ? default : _book.Cell(_row, PublishedColumns.Note);

    /// <summary>What the compiler found wrong with the row.</summary>
    public RowList<Advisory> Advisories => Advisory.AboutRow(_book, _row);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _book.CitationOf(_row);

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
