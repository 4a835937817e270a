using CodeReference.Format;

namespace CodeReference;

/// <summary>What the book knows of a code: what it is called, what became of it, and where it appears.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no entry: do not read it.</remarks>
public readonly struct CodeEntry
{
    private const int Billable = 2;

    // An official file before a table that quotes it.
    private static readonly (SectionKind Kind, int Column)[] OfficialTitles =
    [
        (SectionKind.OfficialTaxonomies, 1), (SectionKind.OfficialDiagnoses, 1), (SectionKind.OfficialModifiers, 1),
        (SectionKind.OfficialPlacesOfService, 1), (SectionKind.OfficialTitles, 2), (SectionKind.PlacesOfService, 1),
    ];

    private readonly BookReader _book;
    private readonly int _slot;

    internal CodeEntry(BookReader book, int slot)
    {
        _book = book;
        _slot = slot;
    }

    /// <summary>The system of the code.</summary>
    public CodeSystem System => CodeKey.SystemOf(Key);

    /// <summary>The packed code, which a typed code can be made from.</summary>
    public ulong Key => _book.Tables.Codes[_slot];

    /// <summary>The canonical code: upper case, a diagnosis with its dot.</summary>
    public string Code => CodeKey.ToText(Key);

    /// <summary>
    /// What the code is called: a procedure's own publication first, then a registry, then the first publication that
    /// mentions it; empty when none does.
    /// </summary>
    public BookText Title
    {
        get
        {
            if (System == CodeSystem.Cpt && _book.Tables.ProcedurePublications[_slot - _book.ProcedureStart] is > 0 and var publication)
            {
                return _book.Cell(_book.RowsOf((int)publication - 1, SectionKind.Title).First, 0);
            }

            if (TryGetRow(SectionKind.ModifierRegistry, out var row))
            {
                return _book.Cell(row, RegistryColumns.Title);
            }

            foreach (var mention in _book.MentionsOf(_slot))
            {
                if (Appearance.RoleOf(_book.KindOf(_book.SectionOf((int)mention))) != Role.None)
                {
                    return _book.Cell((int)mention, 1);
                }
            }

            return OfficialTitle;
        }
    }

    /// <summary>The title in the official source that the book holds; empty when it holds none.</summary>
    public BookText OfficialTitle
    {
        get
        {
            foreach (var (kind, column) in OfficialTitles)
            {
                if (TryGetRow(kind, out var row))
                {
                    var title = _book.Cell(row, column);
                    return title.Utf8.SequenceEqual("none"u8) ? default : title;
                }
            }

            return TryGetRow(SectionKind.ModifierRegistry, out var registered) && _book.Cell(registered, 1).Utf8.SequenceEqual("HCPCS"u8)
                ? _book.Cell(registered, RegistryColumns.Title)
                : default;
        }
    }

    /// <summary>What the official source that the book holds says of the code.</summary>
    public CodeStatus Status => System switch
    {
        CodeSystem.Cpt when HasRow(SectionKind.FeeSchedule) || HasRow(SectionKind.FeeScheduleIndicators) => CodeStatus.Valid,
        CodeSystem.Modifier => StatusOfModifier(),
        CodeSystem.NuccTaxonomy when _book.Has(SectionKind.OfficialTaxonomies) =>
            HasRow(SectionKind.OfficialTaxonomies) ? CodeStatus.Valid : CodeStatus.NotInCodeSet,
        CodeSystem.Icd10Cm when _book.Has(SectionKind.OfficialDiagnoses) =>
            !TryGetRow(SectionKind.OfficialDiagnoses, out var row) ? CodeStatus.NotInCodeSet
            : _book.Cell(row, Billable).Utf8.SequenceEqual("yes"u8) ? CodeStatus.Valid
            : CodeStatus.NotBillable,
        CodeSystem.PlaceOfService when HasRow(SectionKind.OfficialPlacesOfService) || HasRow(SectionKind.PlacesOfService) => CodeStatus.Valid,
        _ => StatusInTable(),
    };

    /// <summary>The rows of Medicare's fee schedule: the procedure as a whole, then its parts; none without that file.</summary>
    public RowList<FeeScheduleRow> FeeSchedule => new(_book, MentionsOf(SectionKind.FeeSchedule), static (book, mention) => new(book, (int)book.Tables.Mentions[mention]));

    /// <summary>The medically unlikely edits of the procedure, one for each file that has one; without such a file that of a table.</summary>
    public RowList<UnlikelyEdit> UnlikelyEdits => new(_book, MentionsOf(HasRow(SectionKind.UnlikelyEdits) ? SectionKind.UnlikelyEdits : SectionKind.UnitLimits), static (book, mention) => new(book, (int)book.Tables.Mentions[mention]));

    /// <summary>The rows of publications that are about the code, by procedure and then in published order.</summary>
    public AppearanceList Appearances => new(_book, _slot);

    private CodeStatus StatusOfModifier()
    {
        var isOfficial = TryGetRow(SectionKind.OfficialModifiers, out var official);
        var isRegistered = TryGetRow(SectionKind.ModifierRegistry, out var registered);
        var ended = isOfficial ? _book.Cell(official, OfficialModifierColumns.Ended) : isRegistered ? _book.Cell(registered, RegistryColumns.Ended) : default;
        return !isOfficial && !isRegistered ? CodeStatus.Unknown : ended.IsEmpty ? CodeStatus.Valid : CodeStatus.Ended;
    }

    private CodeStatus StatusInTable()
    {
        if (!TryGetRow(SectionKind.OfficialTitles, out var row))
        {
            return CodeStatus.Unknown;
        }

        var status = _book.Cell(row, OfficialTitleColumns.Status).Utf8;
        return status.SequenceEqual("valid"u8) ? CodeStatus.Valid
            : status.SequenceEqual("not billable"u8) ? CodeStatus.NotBillable
            : CodeStatus.NotInCodeSet;
    }

    private bool HasRow(SectionKind kind) => TryGetRow(kind, out _);

    private bool TryGetRow(SectionKind kind, out int row)
    {
        var (first, count) = MentionsOf(kind);
        row = count == 0 ? -1 : (int)_book.Tables.Mentions[first];
        return count > 0;
    }

    // Sections are laid out by file, so that the rows of one kind need not stand together: the first run of them counts.
    private (int First, int Count) MentionsOf(SectionKind kind)
    {
        var first = (int)_book.Tables.MentionStarts[_slot];
        var mentions = _book.MentionsOf(_slot);
        var isOfPublications = (int)kind < BookFormat.SectionsPerPublication;
        var (start, count) = (0, 0);
        for (var i = 0; i < mentions.Length && (isOfPublications || mentions[i] < _book.FirstPublicationRow); i++)
        {
            if (_book.KindOf(_book.SectionOf((int)mentions[i])) == kind)
            {
                start = count == 0 ? i : start;
                count++;
            }
            else if (count > 0)
            {
                break;
            }
        }

        return (first + start, count);
    }
}
