using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>A row of an official source, and the source by its name and edition.</summary>
internal sealed record OfficialRow(Row Row, string Source);

/// <summary>
/// All official facts of a book, made once: of each system the official file where the book has one, else the reference
/// table.
/// </summary>
internal sealed class OfficialSources
{
    private const int FeeScheduleModifier = 9;
    private const int CodeSetEffective = 2;

    private readonly Dictionary<ulong, OfficialRow> _indicators = [];
    private readonly Dictionary<ulong, OfficialRow> _registry = [];
    private readonly Dictionary<ulong, (string LastDay, string Effective, string Source)> _lastDays = [];

    public OfficialSources(BookModel book)
    {
        Taxonomies = new(book, CodeSystem.NuccTaxonomy, SectionKind.OfficialTaxonomies, Taxonomy);
        Diagnoses = new(book, CodeSystem.Icd10Cm, SectionKind.OfficialDiagnoses, (row, source) =>
            new(row.Key, row[1], new([row[1]]), row[2] == "yes", source));
        Modifiers = new(book, CodeSystem.Modifier, SectionKind.OfficialModifiers, (row, source) =>
            new(row.Key, row[1], new([row[1]]), true, source));
        foreach (var file in book.Files)
        {
            AddFile(file);
        }

        foreach (var (_, row) in book.Rows(SectionKind.FeeScheduleIndicators))
        {
            // Complete is what a file is: a procedure that it lacks has no indicators.
            if (!HasFeeSchedule)
            {
                TryAdd(_indicators, row, row[row.Cells.Count - 1]);
            }
        }

        foreach (var (_, row) in book.Rows(SectionKind.ModifierRegistry))
        {
            TryAdd(_registry, row, row[row.Cells.Count - 1]);
        }
    }

    public OfficialCodeSet Taxonomies { get; }

    public OfficialCodeSet Diagnoses { get; }

    /// <summary>The modifiers of HCPCS Level II, where the book has their file; those of CPT are in the registry alone.</summary>
    public OfficialCodeSet Modifiers { get; }

    /// <summary>Whether the book has the fee schedule itself.</summary>
    public bool HasFeeSchedule { get; private set; }

    /// <summary>The name of the fee schedule, when the book has it.</summary>
    public string FeeScheduleSource { get; private set; } = "";

    /// <summary>Whether the book has a registry, of the modifiers of both code sets.</summary>
    public bool HasRegistry => _registry.Count > 0;

    /// <summary>The fee-schedule row of a whole procedure, whose cells up to Team are those of the table of indicators.</summary>
    public OfficialRow? TryGetIndicators(ulong procedure) => _indicators.TryGetValue(procedure, out var row) ? row : null;

    /// <summary>The row of a modifier in the registry.</summary>
    public OfficialRow? TryGetRegistered(ulong modifier) => _registry.TryGetValue(modifier, out var row) ? row : null;

    /// <summary>The last day of a modifier that has ended, and who says so; empty while it is in force.</summary>
    public (string Ended, string Source) EndOf(ulong modifier) =>
        // A last day that the edition has still to see is no end.
        _lastDays.TryGetValue(modifier, out var official) ? (official.Effective.Length == 0 || string.CompareOrdinal(official.LastDay, official.Effective) < 0 ? official.LastDay : "", official.Source)
        : TryGetRegistered(modifier) is { } registered ? (registered.Row[RegistryColumns.Ended], registered.Source)
        : ("", "");

    /// <summary>The last day of a modifier in its official file, past or to come; empty when the file states none.</summary>
    public string LastDayOf(ulong modifier) => _lastDays.TryGetValue(modifier, out var official) ? official.LastDay : "";

    private void AddFile(FileModel file)
    {
        var source = OfficialCodeSet.SourceOf(file);
        foreach (var row in file.Rows(SectionKind.FeeSchedule))
        {
            HasFeeSchedule = true;
            FeeScheduleSource = FeeScheduleSource.Length == 0 ? source : FeeScheduleSource;
            // A row with a modifier is of a part of the procedure.
            if (row[FeeScheduleModifier].Length == 0)
            {
                TryAdd(_indicators, row, source);
            }
        }

        var effective = file.Rows(SectionKind.CodeSets) is { Count: > 0 } sets ? sets[0][CodeSetEffective] : "";
        foreach (var row in file.Rows(SectionKind.OfficialModifiers))
        {
            if (!_lastDays.ContainsKey(row.Key))
            {
                _lastDays.Add(row.Key, (row[OfficialModifierColumns.Ended], effective, source));
            }
        }
    }

    private static void TryAdd(Dictionary<ulong, OfficialRow> rows, Row row, string source)
    {
        if (!rows.ContainsKey(row.Key))
        {
            rows.Add(row.Key, new(row, source));
        }
    }

    // The most exact name first: what the code is called, its class, both parts of its class, its specialization.
    private static OfficialCode Taxonomy(Row row, string source)
    {
        string[] names = row[4].Length == 0 ? [row[1], row[3]] : [row[1], row[3] + " " + row[4], row[4]];
        return new(row.Key, row[1], names.Where(name => name.Length > 0).ToEquatableArray(), true, source);
    }
}
