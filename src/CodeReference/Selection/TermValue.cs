using CodeReference.Format;

namespace CodeReference;

/// <summary>What one or several terms say of a criterion.</summary>
/// <param name="Meanings">A bit for each technique or site; 0 when nothing is said.</param>
/// <param name="Standing">How several are meant.</param>
/// <param name="IsAmbiguous">Whether two terms contradict each other, so that nothing counts.</param>
internal readonly record struct TermValue(ulong Meanings, TermStatus Standing, bool IsAmbiguous = false)
{
    public bool IsGiven => Meanings != 0;

    public static TermValue Of(BookReader book, int term) => new(Vocabulary.MeaningOf(book, term), Vocabulary.StandingOf(book, term));

    /// <summary>
    /// The value of two terms together. A more exact term narrows an open one that can mean it; "repair" and
    /// the like stand in every note, so that an open technique gives way to any exact one.
    /// </summary>
    public TermValue And(TermValue other, Criterion criterion)
    {
        if (IsAmbiguous || !other.IsGiven || this == other)
        {
            return this;
        }

        if (!IsGiven)
        {
            return other;
        }

        var (exact, open) = Standing == TermStatus.Open ? (other, this) : (this, other);
        if (open.Standing != TermStatus.Open)
        {
            return Ambiguous;
        }

        if (exact.Standing != TermStatus.Open)
        {
            return criterion == Criterion.Technique || (exact.Meanings & ~open.Meanings) == 0 ? exact : Ambiguous;
        }

        var both = exact.Meanings & open.Meanings;
        return both == 0 ? Ambiguous : new(both, (both & (both - 1)) == 0 ? TermStatus.Exact : TermStatus.Open);
    }

    private static TermValue Ambiguous => new(0, TermStatus.Exact, IsAmbiguous: true);
}
