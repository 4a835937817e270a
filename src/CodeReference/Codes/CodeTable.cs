namespace CodeReference;

/// <summary>The codes of one system that the book knows.</summary>
/// <remarks>An immutable handle. <c>default</c> holds no code. Lookups allocate nothing.</remarks>
public readonly struct CodeTable
{
    private const int Neighbors = 3;

    // Two codes are alike when they share a system and two characters.
    private const int AlikeShift = 48;

    // Null in a default handle.
    private readonly BookReader? _book;
    private readonly int _first;

    internal CodeTable(BookReader book, CodeSystem system)
    {
        _book = book;
        System = system;
        _first = book.FirstSlot(system);
        Count = book.FirstSlot(system + 1) - _first;
    }

    /// <summary>The system.</summary>
    public CodeSystem System { get; }

    /// <summary>How many codes there are.</summary>
    public int Count { get; }

    /// <summary>A code by its place, from 0, in the order of codes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such code.</exception>
    public CodeEntry this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new(_book!, _first + index);
        }
    }

    /// <summary>Finds a code.</summary>
    /// <param name="code">Any case, spaces around it; a diagnosis with or without its dot: "14020", "lt", "S41011A".</param>
    /// <param name="entry">What the book knows of it.</param>
    /// <returns>False when the book does not know the code, or the text does not match the system's format.</returns>
    public bool TryGet(ReadOnlySpan<char> code, out CodeEntry entry)
    {
        CodeKey.TryPack(System, code, out var key);
        return TryGetKey(key, out entry);
    }

    /// <inheritdoc cref="TryGet(ReadOnlySpan{char}, out CodeEntry)"/>
    public bool TryGet(ReadOnlySpan<byte> code, out CodeEntry entry)
    {
        CodeKey.TryPack(System, code, out var key);
        return TryGetKey(key, out entry);
    }

    /// <summary>Finds a code by its key.</summary>
    /// <param name="key">The key of a typed code.</param>
    /// <param name="entry">What the book knows of it.</param>
    /// <returns>False when the book does not know the code.</returns>
    public bool TryGetKey(ulong key, out CodeEntry entry)
    {
        var slot = CodeKey.SystemOf(key) == System && _book is not null ? _book.SlotOf(key) : -1;
        entry = slot < 0 ? default : new(_book!, slot);
        return slot >= 0;
    }

    /// <summary>The codes of the book that are most like a code: those that share the longest beginning with it, two characters at least.</summary>
    /// <param name="code">A code of this system, known or not.</param>
    /// <returns>At most three, the most alike first; empty when the text does not match the system's format.</returns>
    public string[] Nearest(ReadOnlySpan<char> code)
    {
        if (_book is null || !CodeKey.TryPack(System, code, out var key))
        {
            return [];
        }

        return Nearest(_book.Tables.Codes.Slice(_first, Count), key);
    }

    /// <summary>The codes of a sorted table that share the longest beginning with one, the most alike first.</summary>
    internal static string[] Nearest(ReadOnlySpan<ulong> sorted, ulong key)
    {
        var place = sorted.BinarySearch(key);
        place = place < 0 ? ~place : place;
        var nearest = sorted[Math.Max(0, place - Neighbors)..Math.Min(sorted.Length, place + Neighbors)].ToArray();
        // The higher the first bit in which two keys differ, the earlier the first character in which their codes do.
        Array.Sort(nearest, (left, right) => (left ^ key).CompareTo(right ^ key));
        return [.. nearest.Where(near => (near ^ key) >> AlikeShift == 0).Take(Neighbors).Select(CodeKey.ToText)];
    }
}
