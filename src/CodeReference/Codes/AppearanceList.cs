using System.Collections;

namespace CodeReference;

/// <summary>The places in publications that are about a code.</summary>
/// <remarks>Immutable. <c>default</c> is empty. Enumerating with <c>foreach</c> allocates nothing.</remarks>
public readonly struct AppearanceList : IEnumerable<Appearance>
{
    private readonly BookReader? _book;
    private readonly int _slot;

    internal AppearanceList(BookReader book, int slot)
    {
        _book = book;
        _slot = slot;
    }

    /// <summary>Enumerates the appearances.</summary>
    public Enumerator GetEnumerator() => new(_book, _slot);

    IEnumerator<Appearance> IEnumerable<Appearance>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through appearances.</summary>
    public struct Enumerator : IEnumerator<Appearance>
    {
        private readonly BookReader? _book;
        private readonly int _slot;
        private int _next;

        internal Enumerator(BookReader? book, int slot)
        {
            _book = book;
            _slot = slot;
        }

        /// <inheritdoc/>
        public Appearance Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            var mentions = _book is null ? default : _book.MentionsOf(_slot);
            while (_next < mentions.Length)
            {
                Current = new(_book!, (int)mentions[_next++]);
                if (Current.Role != Role.None)
                {
                    return true;
                }
            }

            return false;
        }

        /// <inheritdoc/>
        public void Reset() => _next = 0;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
