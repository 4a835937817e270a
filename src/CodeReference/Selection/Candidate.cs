using CodeReference.Format;

namespace CodeReference;

/// <summary>A code that is reported in addition, for the part of a size above what the first code covers.</summary>
/// <remarks>Immutable.</remarks>
public sealed record AddOn
{
    /// <summary>The add-on code.</summary>
    public required ProcedureCode Procedure { get; init; }

    /// <summary>How many times.</summary>
    public required int Units { get; init; }

    /// <summary>The row that says so.</summary>
    public required Citation Citation { get; init; }
}

/// <summary>A code that may be the one sought. Its texts are read from the book when they are asked for.</summary>
/// <remarks>An immutable handle. <c>default</c> is no candidate: its codes, texts and lists are empty.</remarks>
public readonly struct Candidate
{
    // Null in a default handle.
    private readonly CodeSelection? _selection;
    private readonly int _entry;
    private readonly CriteriaMatch _criteria;

    internal Candidate(CodeSelection selection, int entry, CriteriaMatch criteria)
    {
        _selection = selection;
        _entry = entry;
        _criteria = criteria;
    }

    /// <summary>The code.</summary>
    public ProcedureCode Procedure => _selection is null ? default : ProcedureOf(_entry);

    /// <summary>How well it fits.</summary>
    public Match Match => _criteria.Match;

    /// <summary>Technique, site and size, in this order. A new array at each call.</summary>
    public IReadOnlyList<CriterionResult> Criteria => _selection is null ? [] :
    [
        new()
        {
            Criterion = Criterion.Technique,
            Outcome = _criteria.Technique,
            Stated = Book.Cell(Row, SelectionColumns.Technique).ToString(),
            Given = _selection.GivenTechnique,
            Citation = Citation,
        },
        new()
        {
            Criterion = Criterion.Site,
            Outcome = _criteria.Site,
            Stated = Book.Cell(Row, SelectionColumns.SiteGroup).ToString(),
            Given = _selection.GivenSite,
            Citation = SiteCitation,
        },
        new()
        {
            Criterion = Criterion.Size,
            Outcome = _criteria.Size,
            Stated = RangeOf(Book, Row),
            Given = _selection.GivenSize((SizeUnit)Value(_entry, BookFormat.Selection.Unit)),
            Citation = Citation,
        },
    ];

    /// <summary>What is reported with it for the rest of the size; a new array at each call.</summary>
    public IReadOnlyList<AddOn> AddOns
    {
        get
        {
            if (_selection is null)
            {
                return [];
            }

            var addOn = Value(_entry, BookFormat.Selection.AddOn);
            var size = _selection.Input.SizeIn((SizeUnit)Value(_entry, BookFormat.Selection.Unit)).Ceiling;
            if (_criteria.Size != CriterionOutcome.Met || addOn == BookFormat.None || size <= Value((int)addOn, BookFormat.Selection.Above))
            {
                return [];
            }

            var each = Value((int)addOn, BookFormat.Selection.EachAdditional);
            var beyond = size - Value((int)addOn, BookFormat.Selection.Above);
            return
            [
                new()
                {
                    Procedure = ProcedureOf((int)addOn),
                    Units = (int)((beyond + each - 1) / each),
                    Citation = Book.CitationOf((int)Value((int)addOn, BookFormat.Selection.Row)),
                },
            ];
        }
    }

    /// <summary>What the first publication that mentions it says it is; empty when none does.</summary>
    public BookText Description => TryGetMention(out var mention) ? mention.Description : default;

    /// <summary>How that publication relates it to its own procedure; empty for its own.</summary>
    public BookText Relationship => TryGetMention(out var mention) ? mention.Note : default;

    /// <summary>What the compiler found wrong with what that publication says of it.</summary>
    public RowList<Advisory> Advisories => TryGetMention(out var mention) ? mention.Advisories : default;

    /// <summary>The row of that publication; null when none mentions the code.</summary>
    public Citation? MentionedIn => TryGetMention(out var mention) ? mention.Citation : null;

    /// <summary>The row of the selection table.</summary>
    public Citation Citation => _selection is null ? Citation.None : Book.CitationOf(Row);

    private BookReader Book => _selection!.Book;

    private int Row => (int)Value(_entry, BookFormat.Selection.Row);

    private Citation SiteCitation => Value(_entry, BookFormat.Selection.SiteGroupRow) is not BookFormat.None and var row ? Book.CitationOf((int)row) : Citation;

    /// <summary>What a row says of the size: "above 10.0 up to 30.0 sq cm"; empty when it says nothing.</summary>
    internal static string RangeOf(BookReader book, int row)
    {
        var unit = book.Cell(row, SelectionColumns.Unit);
        var above = book.Cell(row, SelectionColumns.Above);
        var upTo = book.Cell(row, SelectionColumns.UpTo);
        return unit.IsEmpty ? ""
            : upTo.IsEmpty ? $"above {above} {unit}"
            : $"above {above} up to {upTo} {unit}";
    }

    private bool TryGetMention(out Appearance mention)
    {
        if (_selection is null)
        {
            mention = default;
            return false;
        }

        var mentions = new CodeEntry(Book, (int)Value(_entry, BookFormat.Selection.Slot)).Appearances.GetEnumerator();
        var isMentioned = mentions.MoveNext();
        mention = mentions.Current;
        return isMentioned;
    }

    private ProcedureCode ProcedureOf(int entry) => ProcedureCode.FromKey(Book.Tables.Codes[(int)Value(entry, BookFormat.Selection.Slot)]);

    private uint Value(int entry, int field) => Book.Tables.Selection[(entry * BookFormat.Selection.Size) + field];
}
