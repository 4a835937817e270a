using CodeReference;

namespace ClaimLines;

/// <summary>The payers that the lines name, each looked up in the book once: a few names stand in millions of lines.</summary>
/// <param name="book">Where payers are found.</param>
internal sealed class PayerCache(ReferenceBook book)
{
    private const int Cells = 256;
    private const int MaxName = 64;

    private readonly byte[] _names = new byte[Cells * MaxName];
    private readonly int[] _lengths = new int[Cells];
    private readonly Payer[] _payers = new Payer[Cells];

    /// <summary>Finds a payer.</summary>
    /// <param name="name">As the line has it; empty for none.</param>
    /// <param name="payer">One that the book may not know.</param>
    /// <returns>True: any name is a payer's.</returns>
    public bool TryFind(ReadOnlySpan<byte> name, out Payer payer)
    {
        payer = default;
        if (name.IsEmpty)
        {
            return true;
        }

        if (name.Length > MaxName)
        {
            payer = book.FindPayer(name);
            return true;
        }

        // Length, first and last characters tell names apart well enough; another name of the same cell takes it over.
        var cell = ((name.Length * 31) + (name[0] * 7) + name[name.Length / 2] + (name[^1] * 13)) % Cells;
        var kept = _names.AsSpan(cell * MaxName, MaxName);
        if (_lengths[cell] != name.Length || !kept[..name.Length].SequenceEqual(name))
        {
            _payers[cell] = book.FindPayer(name);
            _lengths[cell] = name.Length;
            name.CopyTo(kept);
        }

        payer = _payers[cell];
        return true;
    }
}
