using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>The header of a delimited file: which format it is, and where its columns stand.</summary>
/// <param name="Format">The format that has the most of its columns here.</param>
/// <param name="Captions">The captions of all columns, in their order and normal form; words over a caption belong to it.</param>
/// <param name="Order">For each column of the format where it stands; -1 for one that is absent.</param>
/// <param name="Span">Where the record of the header begins.</param>
internal sealed record CodeSetHeader(DelimitedFormat Format, EquatableArray<string> Captions, EquatableArray<int> Order, SourceSpan Span)
{
    // The longest preamble that is known takes nine records.
    private const int RecordsToKnowItBy = 30;

    /// <summary>The columns that a file has to have and this one has not.</summary>
    public IEnumerable<HeaderColumn> Missing => Format.Columns.Where((column, i) => Order[i] < 0 && !column.IsOptional);

    private int Found => Order.Count(index => index >= 0);

    // Two columns could be another table's; half of the columns are this one's.
    private bool IsLikely => Found >= 2 && Found * 2 >= Order.Count;

    /// <summary>Reads up to the header.</summary>
    /// <param name="reader">Stands behind the header after one that lacks nothing.</param>
    /// <param name="notices">Receives the single-cell lines above it.</param>
    /// <returns>The header, or one that lacks columns, or null when none is like that of a known format.</returns>
    public static CodeSetHeader? TryRead(DelimitedReader reader, ICollection<Cell> notices)
    {
        var captions = new List<string>();
        CodeSetHeader? best = null;
        for (var i = 0; i < RecordsToKnowItBy && reader.Read() && !reader.IsUnterminated; i++)
        {
            var cells = Enumerable.Range(0, reader.Count).Select(reader.Cell).ToList();
            if (cells.Count(cell => cell.Text.Length > 0) <= 1)
            {
                notices.Add(cells.Find(cell => cell.Text.Length > 0));
                continue;
            }

            AddTo(captions, cells);
            foreach (var format in CodeSetFormats.Delimited)
            {
                var order = format.Columns.Select(column => column.FindIn(captions)).ToEquatableArray();
                var header = new CodeSetHeader(format, captions.ToEquatableArray(), order, reader.Span);
                if (!header.Missing.Any())
                {
                    return header;
                }

                best = header.IsLikely && header.Found * (best?.Order.Count ?? 1) > (best?.Found ?? 0) * header.Order.Count ? header : best;
            }
        }

        return best;
    }

    // A caption may be stacked over several records: "MULT" above "PROC".
    private static void AddTo(List<string> captions, List<Cell> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var caption = HeaderColumn.Normalize(cells[i].Text);
            if (i == captions.Count)
            {
                captions.Add(caption);
            }
            else
            {
                captions[i] = (captions[i] + " " + caption).Trim();
            }
        }
    }
}
