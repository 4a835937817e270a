using System;

namespace CodeReference.Compiled;

/// <summary>
/// Where a key stands in an open-addressing table: a power of two of cells, never more than half of them full. A cell is
/// two numbers side by side, so that one access reads both: the key, 0 when the cell is empty, and the slot of its code.
/// Compiled into the library, which finds, and into the compiler, which fills.
/// </summary>
internal static class CodeIndex
{
    /// <summary>The numbers of a cell.</summary>
    public const int CellSize = 2;

    /// <summary>The cell at which the search for a key begins.</summary>
    /// <param name="key">A packed code.</param>
    /// <param name="cells">The number of cells, a power of two of at least two.</param>
    public static int Home(ulong key, int cells)
    {
        // A short code fills the upper bits of its key alone, and a product passes bits only upwards: without the fold all
        // modifiers would begin in one cell.
        var folded = key ^ (key >> 32);
        return (int)((folded * 0x9E37_79B9_7F4A_7C15UL) >> 32) & (cells - 1);
    }

    /// <summary>Where the cell of a key begins, or the bitwise complement of where the empty cell for it does.</summary>
    public static int Find(ReadOnlySpan<ulong> cells, ulong key)
    {
        var count = cells.Length / CellSize;
        var cell = Home(key, count);
        while (cells[cell * CellSize] != key)
        {
            if (cells[cell * CellSize] == 0)
            {
                return ~(cell * CellSize);
            }

            cell = (cell + 1) & (count - 1);
        }

        return cell * CellSize;
    }
}
