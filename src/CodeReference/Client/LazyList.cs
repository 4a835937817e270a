using System.Collections;

namespace CodeReference.Client;

/// <summary>A list that is made when it is first read. Two threads that read it first may each make it; one of the two is kept.</summary>
internal sealed class LazyList<TItem>(Func<TItem[]> make) : IReadOnlyList<TItem>
{
    private TItem[]? _items;

    public int Count => Items.Length;

    public TItem this[int index] => Items[index];

    private TItem[] Items => _items ?? Interlocked.CompareExchange(ref _items, make(), null) ?? _items;

    public IEnumerator<TItem> GetEnumerator() => ((IEnumerable<TItem>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
