using System.Collections;

namespace CodeReference.Client;

/// <summary>A list of a message, whose items are made when one is first read. Two threads that read it first may each make them; those of one are kept.</summary>
internal sealed class MappedList<TMessage, TItem>(IReadOnlyList<TMessage> messages, Func<TMessage, TItem> make) : IReadOnlyList<TItem>
{
    public static readonly MappedList<TMessage, TItem> Empty = new([], _ => throw new InvalidOperationException("An empty list has no items."));

    private TItem[]? _items;

    public int Count => messages.Count;

    public TItem this[int index] => Items[index];

    private TItem[] Items => _items ?? Interlocked.CompareExchange(ref _items, [.. messages.Select(make)], null) ?? _items;

    public IEnumerator<TItem> GetEnumerator() => ((IEnumerable<TItem>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
