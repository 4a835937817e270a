using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>The rows below the header of a delimited file, one by one, their cells by the columns of its format.</summary>
internal sealed class DelimitedRows(DelimitedReader reader, CodeSetHeader header, CodeSetOutput output)
{
    private readonly int[] _order = [.. header.Order];
    private readonly int _width = header.Captions.ToList().FindLastIndex(caption => caption.Length > 0) + 1;
    private bool _isBelowHeader;

    /// <summary>The line of the row.</summary>
    public int Line => reader.Line;

    /// <summary>About how many lines follow.</summary>
    public int LinesLeft => reader.CountLinesLeft();

    /// <summary>What the file calls a column; empty when it has none.</summary>
    public string Caption(int column) => _order[column] < 0 ? "" : header.Captions[_order[column]];

    public bool Has(int column) => _order[column] >= 0;

    /// <summary>A cell as it stands.</summary>
    public ReadOnlySpan<char> Raw(int column) => Has(column) ? reader.Raw(_order[column]) : default;

    /// <summary>A cell; an empty one when the file has no such column.</summary>
    public Cell Cell(int column) => reader.Cell(Has(column) ? _order[column] : int.MaxValue);

    /// <summary>Moves to the next row, and skips lines that are not rows.</summary>
    public bool Read()
    {
        while (reader.Read())
        {
            if (reader.IsUnterminated)
            {
                output.Report(Diagnostics.UnterminatedQuote, reader.Cell(reader.Count - 1).Span);
                return false;
            }

            // Captions may go on below the header, and a code stands under none of them.
            if ((!_isBelowHeader && Raw(0).IsEmpty) || reader.IsBlank)
            {
                continue;
            }

            _isBelowHeader = true;
            if (HasWidth())
            {
                return true;
            }

            // Where cells have moved, a text may stand in the place of the code.
            var code = Raw(0).ToString();
            output.Report(
                Diagnostics.RaggedRow, reader.Span, header.Format.Name,
                Column.IsFigure(code) ? code : "", CodeSetOutput.Text(reader.Count), CodeSetOutput.Text(_width));
        }

        return false;
    }

    /// <summary>Adds every row to a section.</summary>
    /// <param name="kind">The section.</param>
    /// <param name="toRow">The cells of its schema from those of the format's columns; null to skip the row.</param>
    /// <param name="keyColumn">A column of the schema that tells rows of one code apart; 0 for none.</param>
    public void AddTo(SectionKind kind, Func<Cell[], Cell[]?> toRow, int keyColumn = 0)
    {
        var schema = TableSchema.Of(kind);
        while (Read())
        {
            var cells = new Cell[_order.Length];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Cell(i);
            }

            if (toRow(cells) is { } row)
            {
                output.Add(schema, row, keyColumn);
            }
        }
    }

    private bool HasWidth()
    {
        for (var i = _width; i < reader.Count; i++)
        {
            if (!reader.IsEmpty(i))
            {
                return false;
            }
        }

        return reader.Count >= _width;
    }
}
