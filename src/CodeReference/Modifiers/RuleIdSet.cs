using System.Collections;

namespace CodeReference;

/// <summary>The ids of some rules, each once, those about modifiers first, in the order of the table: "LAT-01".</summary>
/// <remarks>
/// Immutable. <c>default</c> is empty. Reading them in a loop allocates nothing. Two are equal when they come from the same
/// rows of the same book, so that what was made of one serves for all that are equal.
/// </remarks>
public readonly struct RuleIdSet : IReadOnlyCollection<string>, IEquatable<RuleIdSet>
{
    private readonly BookReader? _book;
    private readonly RuleMask _rules;

    internal RuleIdSet(BookReader book, RuleMask rules)
    {
        _book = book;
        _rules = rules;
    }

    /// <summary>How many ids there are.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in this)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _rules.IsEmpty;

    /// <summary>Whether two are of the same rows of the same book.</summary>
    public static bool operator ==(RuleIdSet left, RuleIdSet right) => left.Equals(right);

    /// <summary>Whether two are not of the same rows of the same book.</summary>
    public static bool operator !=(RuleIdSet left, RuleIdSet right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(RuleIdSet other) => _rules == other._rules && (_rules.IsEmpty || _book == other._book);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RuleIdSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _rules.GetHashCode();

    /// <summary>The ids, separated by spaces.</summary>
    public override string ToString() => string.Join(' ', this);

    /// <summary>Reads the ids one after another.</summary>
    public Enumerator GetEnumerator() => new(_book, _rules);

    IEnumerator<string> IEnumerable<string>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads ids one after another.</summary>
    public struct Enumerator : IEnumerator<string>
    {
        private readonly BookReader? _book;
        private readonly RuleMask _rules;
        private RuleMask _rest;

        internal Enumerator(BookReader? book, RuleMask rules)
        {
            _book = book;
            _rules = rules;
            _rest = rules;
        }

        /// <inheritdoc/>
        public string Current { get; private set; } = "";

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            while (RuleMask.TryTake(ref _rest, out var rule))
            {
                Current = new Rule(_book!, rule).Id;
                if (!HasEarlierRow(rule))
                {
                    return true;
                }
            }

            return false;
        }

        /// <inheritdoc/>
        public void Reset() => _rest = _rules;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }

        // Several rows may share an id.
        private readonly bool HasEarlierRow(int rule)
        {
            var earlier = _rules.Before(rule);
            while (RuleMask.TryTake(ref earlier, out var other))
            {
                if (new Rule(_book!, other).Id == Current)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
