using CodeReference.Compiled;

namespace CodeReference;

/// <summary>What the book knows of a code: what it is called, what became of it, and where it appears.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no entry: do not read it.</remarks>
public readonly struct CodeEntry
{
    private const int RegistryTitle = 2;
    private const int RegistryEnded = 4;
    private const int PlaceName = 1;
    private const int OfficialTitleColumn = 2;
    private const int OfficialStatus = 3;

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
            if (TryGetRow(SectionKind.Title, out var row))
            {
                return _book.Cell(row, 0);
            }

            if (TryGetRow(SectionKind.ModifierRegistry, out row))
            {
                return _book.Cell(row, RegistryTitle);
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
            if (TryGetRow(SectionKind.OfficialTitles, out var row))
            {
                var title = _book.Cell(row, OfficialTitleColumn);
                return title.Utf8.SequenceEqual("none"u8) ? default : title;
            }

            if (TryGetRow(SectionKind.PlacesOfService, out row))
            {
                return _book.Cell(row, PlaceName);
            }

            return TryGetRow(SectionKind.ModifierRegistry, out row) && _book.Cell(row, 1).Utf8.SequenceEqual("HCPCS"u8)
                ? _book.Cell(row, RegistryTitle)
                : default;
        }
    }

    /// <summary>What the official source that the book holds says of the code.</summary>
    public CodeStatus Status
    {
        get
        {
            if (TryGetRow(SectionKind.OfficialTitles, out var row))
            {
                var status = _book.Cell(row, OfficialStatus).Utf8;
                return status.SequenceEqual("valid"u8) ? CodeStatus.Valid
                    : status.SequenceEqual("not billable"u8) ? CodeStatus.NotBillable
                    : CodeStatus.NotInCodeSet;
            }

            if (TryGetRow(SectionKind.ModifierRegistry, out row))
            {
                return _book.Cell(row, RegistryEnded).IsEmpty ? CodeStatus.Valid : CodeStatus.Ended;
            }

            return TryGetRow(SectionKind.PlacesOfService, out _) || TryGetRow(SectionKind.FeeScheduleIndicators, out _)
                ? CodeStatus.Valid
                : CodeStatus.Unknown;
        }
    }

    /// <summary>The rows of publications that are about the code, by procedure and then in published order.</summary>
    public AppearanceList Appearances => new(_book, _slot);

    private bool TryGetRow(SectionKind kind, out int row)
    {
        foreach (var mention in _book.MentionsOf(_slot))
        {
            row = (int)mention;
            if (_book.KindOf(_book.SectionOf(row)) == kind)
            {
                return true;
            }
        }

        row = -1;
        return false;
    }
}
