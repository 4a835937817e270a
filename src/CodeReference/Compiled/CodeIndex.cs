using System;

namespace CodeReference.Compiled;

/// <summary>
/// Where a key stands in an open-addressing table: a power of two of cells, each a key or 0, never more than half full.
/// Compiled into the library, which finds, and into the compiler, which fills.
/// </summary>
internal static class CodeIndex
{
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

    /// <summary>The cell that holds a key, or the bitwise complement of the empty cell where it would stand.</summary>
    public static int Find(ReadOnlySpan<ulong> cells, ulong key)
    {
        var mask = cells.Length - 1;
        var cell = Home(key, cells.Length);
        while (cells[cell] != key)
        {
            if (cells[cell] == 0)
            {
                return ~cell;
            }

            cell = (cell + 1) & mask;
        }

        return cell;
    }
}
