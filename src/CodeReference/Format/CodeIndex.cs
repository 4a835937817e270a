using System;

namespace CodeReference.Format;

/// <summary>
/// Where a key stands in an open-addressing table: a power of two of cells, never more than half of them full. A cell is
/// one more than the slot of its code, whose key is compared where all keys stand, or 0 when it is empty: small enough
/// that the cells of a national book and its keys stay in the cache of a core.
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

    /// <summary>The slot of a key.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="codes">The keys of all slots.</param>
    /// <param name="key">A packed code.</param>
    /// <returns>The bitwise complement of the empty cell that it would have, when the table does not hold it.</returns>
    public static int Find(ReadOnlySpan<uint> cells, ReadOnlySpan<ulong> codes, ulong key)
    {
        var cell = Home(key, cells.Length);
        while (true)
        {
            var slot = (int)cells[cell] - 1;
            if (slot < 0)
            {
                return ~cell;
            }

            if (codes[slot] == key)
            {
                return slot;
            }

            cell = (cell + 1) & (cells.Length - 1);
        }
    }
}
