using System.Collections;

namespace CodeReference;

/// <summary>Rows of a publication, in published order.</summary>
/// <typeparam name="TRow">What a row says.</typeparam>
/// <remarks>Immutable. <c>default</c> is empty. Enumerating with <c>foreach</c> allocates nothing.</remarks>
public readonly struct RowList<TRow> : IReadOnlyList<TRow>
    where TRow : struct
{
    private readonly BookReader? _book;
    private readonly int _first;
    private readonly Func<BookReader, int, TRow>? _at;

    internal RowList(BookReader book, (int First, int Count) rows, Func<BookReader, int, TRow> at)
    {
        _book = book;
        _first = rows.First;
        Count = rows.Count;
        _at = at;
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>A row by its place, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public TRow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _at!(_book!, _first + index);
        }
    }

    /// <summary>Enumerates the rows.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<TRow> IEnumerable<TRow>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through rows.</summary>
    public struct Enumerator : IEnumerator<TRow>
    {
        private readonly RowList<TRow> _rows;
        private int _index;

        internal Enumerator(RowList<TRow> rows)
        {
            _rows = rows;
            _index = -1;
        }

        /// <inheritdoc/>
        public readonly TRow Current => _rows[_index];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_index < _rows.Count;

        /// <inheritdoc/>
        public void Reset() => _index = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
