using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>Gives every code of the book a slot, and lays out how a slot is found and which rows are about its code.</summary>
internal sealed class CodeLayout
{
    private readonly SettledBook _settled;
    private readonly ulong[] _codes;
    private readonly Dictionary<ulong, List<PlacedRow>> _mentions = [];

    public CodeLayout(SettledBook settled, RowLayout rows)
    {
        _settled = settled;
        foreach (var row in rows.Rows.Where(row => row.Row.Key != 0))
        {
            if (!_mentions.TryGetValue(row.Row.Key, out var mentions))
            {
                _mentions.Add(row.Row.Key, mentions = []);
            }

            mentions.Add(row);
        }

        _codes = [.. BookCodes.Of(rows.Rows.Select(row => row.Row), settled.Model)];
        Array.Sort(_codes);
    }

    /// <summary>The codes of all systems: a code's slot is its place here.</summary>
    public IReadOnlyList<ulong> Keys => _codes;

    /// <summary>The codes of a system, in order.</summary>
    public ArraySegment<ulong> Of(CodeSystem system)
    {
        var first = FirstSlot(system);
        return new(_codes, first, FirstSlot(system + 1) - first);
    }

    /// <summary>The rows that are about a code.</summary>
    public IReadOnlyList<PlacedRow> Mentions(ulong key) => _mentions.TryGetValue(key, out var mentions) ? mentions : [];

    /// <summary>
    /// The row that says what a code is called: the title of its own publication, the registry, the first publication that
    /// mentions it, an official source. Null when none does.
    /// </summary>
    public PlacedRow? TitleRowOf(ulong key)
    {
        var mentions = Mentions(key);
        return mentions.FirstOrDefault(row => row.Section == SectionKind.Title)
            ?? mentions.FirstOrDefault(row => row.Section == SectionKind.ModifierRegistry)
            ?? mentions.FirstOrDefault(row => row.Publication >= 0)
            ?? (_settled.Of(CodeKey.SystemOf(key)).PeriodsOf(key) is { Count: > 0 } periods && periods[periods.Count - 1].Titled is { } titled
                ? mentions.First(row => ReferenceEquals(row.Row, titled.Row))
                : null);
    }

    /// <summary>A code's place among all.</summary>
    public int SlotOf(ulong key) => Array.BinarySearch(_codes, key);

    public IEnumerable<ConstantTable> Tables()
    {
        var starts = new List<ulong>();
        var mentions = new List<ulong>();
        foreach (var key in _codes)
        {
            starts.Add((ulong)mentions.Count);
            mentions.AddRange(Mentions(key).Select(row => (ulong)row.Id));
        }

        starts.Add((ulong)mentions.Count);
        return
        [
            ConstantTable.Of(BookTable.Codes, _codes.Select(key => ConstantEntry.Of(CodeKey.ToText(key), key))),
            Cells(),
            .. ProcedureTables(),
            ConstantTable.Of(BookTable.MentionStarts, starts),
            ConstantTable.Of(BookTable.Mentions, mentions),
            ModifierPlaces(),
        ];
    }

    private int FirstSlot(CodeSystem system)
    {
        var slot = Array.BinarySearch(_codes, CodeKey.First(system));
        return slot < 0 ? ~slot : slot;
    }

    // Procedures have tables of their own.
    private ConstantTable Cells()
    {
        var procedures = Of(CodeSystem.Cpt);
        var count = 2;
        // Never more than half full, so that a search ends soon and always.
        while (count < (_codes.Length - procedures.Count) * 2)
        {
            count *= 2;
        }

        var cells = new uint[count];
        for (var slot = 0; slot < _codes.Length; slot++)
        {
            if (CodeKey.SystemOf(_codes[slot]) != CodeSystem.Cpt)
            {
                cells[~CodeIndex.Find(cells, _codes, _codes[slot])] = (uint)slot + 1;
            }
        }

        return new(
            BookTable.CodeCells,
            BookSchema.Of(BookTable.CodeCells).Width,
            cells.Select(cell => (ulong)cell).ToEquatableArray(),
            cells.Select(cell => cell == 0 ? "" : CodeKey.ToText(_codes[cell - 1])).ToEquatableArray());
    }

    private IEnumerable<ConstantTable> ProcedureTables()
    {
        var blocks = new ulong[ProcedureSpace.Blocks];
        var words = new List<ulong>();
        var rank = 0ul;
        foreach (var block in Of(CodeSystem.Cpt).GroupBy(ProcedureSpace.BlockOf))
        {
            var byWord = block.ToLookup(ProcedureSpace.WordOf);
            for (var word = 0; word < ProcedureSpace.WordsPerBlock; word++)
            {
                words.Add(byWord[word].Aggregate(rank << ProcedureSpace.RankShift, (bits, key) => bits | ProcedureSpace.BitOf(key)));
                rank += (ulong)byWord[word].Count();
            }

            blocks[block.Key] = (ulong)(words.Count / ProcedureSpace.WordsPerBlock);
        }

        return [ConstantTable.Of(BookTable.ProcedureBlocks, blocks), ConstantTable.Of(BookTable.ProcedureWords, words)];
    }

    private ConstantTable ModifierPlaces()
    {
        var places = new ulong[ModifierPair.Characters * ModifierPair.Characters];
        var place = 0ul;
        foreach (var key in Of(CodeSystem.Modifier))
        {
            places[ModifierPair.IndexOf(key)] = ++place;
        }

        return new(
            BookTable.ModifierPlaces,
            BookSchema.Of(BookTable.ModifierPlaces).Width,
            new(places),
            Enumerable.Range(0, ModifierPair.Characters)
                .Select(first => CodeKey.ToText(ModifierPair.KeyOf(first * ModifierPair.Characters)).Substring(0, 1) + "0 to Z").ToEquatableArray());
    }
}
