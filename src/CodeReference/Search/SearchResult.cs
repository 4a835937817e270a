namespace CodeReference;

/// <summary>A code that a search found.</summary>
/// <remarks>An immutable handle. <c>default</c> is no result: its entry is empty.</remarks>
public readonly struct SearchResult
{
    internal SearchResult(BookReader book, int slot, SearchMatch match)
    {
        Entry = new(book, slot);
        Match = match;
    }

    /// <summary>What the book knows of the code.</summary>
    public CodeEntry Entry { get; }

    /// <summary>What of it matches: the best, when several do.</summary>
    public SearchMatch Match { get; }
}
