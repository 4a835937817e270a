using CodeReference.Format;

namespace CodeReference;

/// <summary>A row of Medicare's physician fee schedule, without the descriptor, which is the AMA's. Figures are as the file writes them.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no row: its texts are empty.</remarks>
public readonly struct FeeScheduleRow
{
    private readonly BookRow _row;

    internal FeeScheduleRow(BookReader book, int row) => _row = new(book, row);

    /// <summary>The procedure.</summary>
    public ProcedureCode Procedure => _row.Procedure(FeeScheduleColumns.Procedure);

    /// <summary>The part of the procedure that the row is about: "26", "TC", "53"; empty for the whole.</summary>
    public BookText Modifier => _row.Cell(FeeScheduleColumns.Modifier);

    /// <summary>Whether and how Medicare pays it: "A" is active.</summary>
    public BookText Status => _row.Cell(FeeScheduleColumns.Status);

    /// <summary>Whether professional and technical component are told apart.</summary>
    public BookText ProfessionalTechnical => _row.Cell(FeeScheduleColumns.PcTc);

    /// <summary>The global period: "000", "010", "090", "MMM", "XXX", "YYY", "ZZZ".</summary>
    public BookText Global => _row.Cell(FeeScheduleColumns.Global);

    /// <summary>The multiple procedure indicator.</summary>
    public BookText Multiple => _row.Cell(FeeScheduleColumns.Multiple);

    /// <summary>The bilateral surgery indicator.</summary>
    public BookText Bilateral => _row.Cell(FeeScheduleColumns.Bilateral);

    /// <summary>The assistant at surgery indicator.</summary>
    public BookText Assistant => _row.Cell(FeeScheduleColumns.Assistant);

    /// <summary>The co-surgeon indicator.</summary>
    public BookText CoSurgeon => _row.Cell(FeeScheduleColumns.CoSurgeon);

    /// <summary>The team surgery indicator.</summary>
    public BookText Team => _row.Cell(FeeScheduleColumns.Team);

    /// <summary>The relative value units of the physician's work.</summary>
    public BookText WorkRvu => _row.Cell(FeeScheduleColumns.WorkRvu);

    /// <summary>All relative value units outside a facility.</summary>
    public BookText NonFacilityTotal => _row.Cell(FeeScheduleColumns.NonFacilityTotal);

    /// <summary>All relative value units in a facility.</summary>
    public BookText FacilityTotal => _row.Cell(FeeScheduleColumns.FacilityTotal);

    /// <summary>Where the row stands.</summary>
    public Citation Citation => _row.Citation;
}
