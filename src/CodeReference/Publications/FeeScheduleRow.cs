using CodeReference.Format;

namespace CodeReference;

/// <summary>A row of Medicare's physician fee schedule, without the descriptor, which is the AMA's. Figures are as the file writes them.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: do not read it.</remarks>
public readonly struct FeeScheduleRow
{
    private readonly BookReader _book;
    private readonly int _row;

    internal FeeScheduleRow(BookReader book, int row)
    {
        _book = book;
        _row = row;
    }

    /// <summary>The procedure.</summary>
    public ProcedureCode Procedure => ProcedureCode.TryParse(_book.Cell(_row, FeeScheduleColumns.Procedure).Utf8, out var code) ? code : default;

    /// <summary>The part of the procedure that the row is about: "26", "TC", "53"; empty for the whole.</summary>
    public BookText Modifier => _book.Cell(_row, FeeScheduleColumns.Modifier);

    /// <summary>Whether and how Medicare pays it: "A" is active.</summary>
    public BookText Status => _book.Cell(_row, FeeScheduleColumns.Status);

    /// <summary>Whether professional and technical component are told apart.</summary>
    public BookText ProfessionalTechnical => _book.Cell(_row, FeeScheduleColumns.PcTc);

    /// <summary>The global period: "000", "010", "090", "MMM", "XXX", "YYY", "ZZZ".</summary>
    public BookText Global => _book.Cell(_row, FeeScheduleColumns.Global);

    /// <summary>The multiple procedure indicator.</summary>
    public BookText Multiple => _book.Cell(_row, FeeScheduleColumns.Multiple);

    /// <summary>The bilateral surgery indicator.</summary>
    public BookText Bilateral => _book.Cell(_row, FeeScheduleColumns.Bilateral);

    /// <summary>The assistant at surgery indicator.</summary>
    public BookText Assistant => _book.Cell(_row, FeeScheduleColumns.Assistant);

    /// <summary>The co-surgeon indicator.</summary>
    public BookText CoSurgeon => _book.Cell(_row, FeeScheduleColumns.CoSurgeon);

    /// <summary>The team surgery indicator.</summary>
    public BookText Team => _book.Cell(_row, FeeScheduleColumns.Team);

    /// <summary>The relative value units of the physician's work.</summary>
    public BookText WorkRvu => _book.Cell(_row, FeeScheduleColumns.WorkRvu);

    /// <summary>All relative value units outside a facility.</summary>
    public BookText NonFacilityTotal => _book.Cell(_row, FeeScheduleColumns.NonFacilityTotal);

    /// <summary>All relative value units in a facility.</summary>
    public BookText FacilityTotal => _book.Cell(_row, FeeScheduleColumns.FacilityTotal);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _book.CitationOf(_row);
}
