using CodeReference.Compiled;
using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Layout;

/// <summary>Gives every code of the book a slot, and lays out how a slot is found and which rows are about its code.</summary>
internal sealed class CodeLayout
{
    private readonly ulong[] _codes;
    private readonly ILookup<ulong, PlacedRow> _mentions;

    public CodeLayout(RowLayout rows)
    {
        _mentions = rows.Rows.Where(row => row.Row.Key != 0).ToLookup(row => row.Row.Key);
        // A book that names codes only in its rules still has to know them.
        var inRules = rows.Of(SectionKind.ModifierRules)
            .SelectMany(rule => new[] { rule.Row[RuleColumns.Modifiers], rule.Row[RuleColumns.With] })
            .SelectMany(text => Values.Keys(CodeSystem.Modifier, text));
        _codes = [.. _mentions.Select(mention => mention.Key).Concat(inRules).Distinct().OrderBy(key => key)];
    }

    /// <summary>The codes of a system, in order.</summary>
    public IEnumerable<ulong> Of(CodeSystem system) => _codes.Where(key => CodeKey.SystemOf(key) == system);

    /// <summary>The rows that are about a code.</summary>
    public IEnumerable<PlacedRow> Mentions(ulong key) => _mentions[key];

    /// <summary>A code's place among all.</summary>
    public int SlotOf(ulong key) => Array.BinarySearch(_codes, key);

    public IEnumerable<ConstantTable> Tables()
    {
        var cells = new ulong[CellCount()];
        var slots = new ulong[cells.Length];
        for (var slot = 0; slot < _codes.Length; slot++)
        {
            var cell = ~CodeIndex.Find(cells, _codes[slot]);
            cells[cell] = _codes[slot];
            slots[cell] = (ulong)slot;
        }

        var starts = new List<ConstantEntry>();
        var mentions = new List<ConstantEntry>();
        foreach (var key in _codes)
        {
            starts.Add(ConstantEntry.Of(CodeKey.ToText(key), (ulong)mentions.Count));
            mentions.AddRange(_mentions[key].Select(row => ConstantEntry.Of(CodeKey.ToText(key), (ulong)row.Id)));
        }

        starts.Add(ConstantEntry.Of("end", (ulong)mentions.Count));
        return
        [
            ConstantTable.Of("CodeCells", "ulong", cells.Select(key => ConstantEntry.Of(CodeKey.ToText(key), key))),
            ConstantTable.Of("CodeSlots", "uint", slots.Select((slot, cell) => ConstantEntry.Of(CodeKey.ToText(cells[cell]), slot))),
            ConstantTable.Of("Codes", "ulong", _codes.Select(key => ConstantEntry.Of(CodeKey.ToText(key), key))),
            ConstantTable.Of("MentionStarts", "uint", starts),
            ConstantTable.Of("Mentions", "uint", mentions),
            ModifierPlaces(),
        ];
    }

    // Never more than half full, so that a search ends soon and always.
    private int CellCount()
    {
        var count = 2;
        while (count < _codes.Length * 2)
        {
            count *= 2;
        }

        return count;
    }

    private ConstantTable ModifierPlaces()
    {
        var places = new ulong[ModifierPair.Characters * ModifierPair.Characters];
        var place = 0ul;
        foreach (var key in Of(CodeSystem.Modifier))
        {
            places[ModifierPair.IndexOf(key)] = ++place;
        }

        return ConstantTable.Of("ModifierPlaces", "ushort", Enumerable.Range(0, ModifierPair.Characters).Select(first =>
            ConstantEntry.Of(CodeKey.ToText(ModifierPair.KeyOf(first * ModifierPair.Characters)).Substring(0, 1) + "0 to Z", [.. places.Skip(first * ModifierPair.Characters).Take(ModifierPair.Characters)])));
    }
}
