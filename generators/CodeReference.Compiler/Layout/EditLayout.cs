using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>
/// Lays out the NCCI edits: for each procedure a run of the procedures that are not paid beside it, by their places among
/// procedures, sorted; data that many edits share is stored once.
/// </summary>
internal sealed class EditLayout(BookModel book, CodeLayout codes, TextPool text)
{
    private readonly Dictionary<(int File, int Effective, int Deleted, char Indicator, string Rationale), int> _details = [];
    private readonly Dictionary<string, ulong> _rationales = new(StringComparer.Ordinal);
    private readonly List<ConstantEntry> _entries = [];

    public IEnumerable<ConstantTable> Tables()
    {
        var procedures = codes.Of(CodeSystem.Cpt);
        var placed = Place(procedures);
        Array.Sort(placed, (left, right) => left.Order != right.Order ? left.Order.CompareTo(right.Order) : left.Line.CompareTo(right.Line));

        var starts = new ulong[placed.Length == 0 ? 0 : procedures.Count + 1];
        foreach (var edit in placed)
        {
            starts[(int)(edit.Order >> 32) + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        return
        [
            ConstantTable.Of(BookTable.EditStarts, starts),
            ConstantTable.Of(BookTable.EditProcedures, placed.Select(edit => edit.Order & uint.MaxValue)),
            ConstantTable.Of(BookTable.EditKinds, placed.Select(edit => (ulong)edit.Detail)),
            ConstantTable.Of(BookTable.EditLines, placed.Select(edit => (ulong)edit.Line)),
            ConstantTable.Of(BookTable.EditDetails, _entries),
        ];
    }

    private (ulong Order, int Detail, int Line)[] Place(IReadOnlyList<ulong> procedures)
    {
        var places = new Dictionary<ulong, uint>();
        foreach (var procedure in procedures)
        {
            places.Add(procedure, (uint)places.Count);
        }

        var placed = new (ulong, int, int)[book.Files.Sum(file => file.Edits.Count)];
        var count = 0;
        for (var file = 0; file < book.Files.Count; file++)
        {
            foreach (var edit in book.Files[file].Edits.AsSpan())
            {
                placed[count++] = (((ulong)places[edit.Column1] << 32) | places[edit.Column2], DetailOf(file, edit), edit.Line);
            }
        }

        return placed;
    }

    private int DetailOf(int file, NcciEditRow edit)
    {
        var key = (file, edit.Effective, edit.Deleted, edit.ModifierIndicator, edit.Rationale);
        if (!_details.TryGetValue(key, out var detail))
        {
            if (!_rationales.TryGetValue(edit.Rationale, out var rationale))
            {
                _rationales.Add(edit.Rationale, rationale = text.Add(edit.Rationale));
            }

            _details.Add(key, detail = _details.Count);
            _entries.Add(ConstantEntry.Of(edit.Rationale, (ulong)file, (ulong)edit.Effective, (ulong)edit.Deleted, edit.ModifierIndicator, rationale));
        }

        return detail;
    }
}
