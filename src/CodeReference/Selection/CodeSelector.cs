using CodeReference.Format;

namespace CodeReference;

/// <summary>
/// Finds the codes that a technique, a site and a size select. Ranges are (end of the one before, own end], so that no
/// size falls between two codes; what cannot be decided is asked for, never guessed.
/// </summary>
internal readonly ref struct CodeSelector
{
    private const int MostOnStack = 256;

    // A rank: the match, how many criteria are met, the slot, the entry; each the better the smaller.
    private const int MatchShift = 60;
    private const int MetShift = 56;
    private const int SlotShift = 28;
    private const ulong EntryMask = (1ul << SlotShift) - 1;
    private const int Criteria = 3;

    private readonly ReadOnlySpan<uint> _entries;
    private readonly ReadOnlySpan<ulong> _sites;
    private readonly ref readonly SelectionInput _input;

    private CodeSelector(BookReader book, in SelectionInput input)
    {
        _entries = book.Tables.Selection;
        _sites = book.Tables.SelectionSites;
        _input = ref input;
    }

    public static CodeSelection Select(BookReader book, SelectionQuery query)
    {
        SelectionQuery.ThrowIfInvalid(query);
        var input = SelectionInput.Of(book, query);
        var selector = new CodeSelector(book, in input);
        var count = selector._sites.Length;
        Span<ulong> ranks = count <= MostOnStack ? stackalloc ulong[MostOnStack] : new ulong[count];
        ranks = ranks[..selector.Rank(ranks)];
        var facts = selector.Summarize(ranks);
        var selection = new CodeSelection(book, query, input, facts, ProcedureOf(book, facts.Recommended), Math.Min(ranks.Length, query.MaxCandidates));
        for (var i = 0; i < selection.Candidates.Count; i++)
        {
            var entry = EntryOf(ranks[i]);
            selection.Set(i, new(selection, entry, selector.Judge(entry)));
        }

        return selection;
    }

    // The codes that nothing rules out, or, when there are none, those that one criterion does and most others meet; the best first.
    private int Rank(Span<ulong> ranks)
    {
        var (fitting, near, mostMet) = (0, 0, 0);
        for (var entry = 0; entry < _sites.Length; entry++)
        {
            // An add-on is never reported alone: it stands beside the code that it continues.
            if (Value(entry, BookFormat.Selection.EachAdditional) != 0)
            {
                continue;
            }

            var technique = JudgeTechnique(entry);
            var site = JudgeSite(entry);
            // Most codes of a book are ruled out twice: look no further.
            if (technique == CriterionOutcome.NotMet && (site == CriterionOutcome.NotMet || fitting > 0))
            {
                continue;
            }

            var criteria = new CriteriaMatch(technique, site, JudgeSize(entry, technique));
            var match = criteria.Match;
            var met = criteria.Count(CriterionOutcome.Met);
            if (match == Match.None && (fitting > 0 || met < mostMet || criteria.Count(CriterionOutcome.NotMet) > 1))
            {
                continue;
            }

            var rank = ((ulong)(match - Match.Full) << MatchShift)
                | ((ulong)(Criteria - met) << MetShift)
                | ((ulong)Value(entry, BookFormat.Selection.Slot) << SlotShift)
                | (uint)entry;
            if (match != Match.None)
            {
                ranks[fitting++] = rank;
                continue;
            }

            near = met > mostMet ? 0 : near;
            mostMet = met;
            ranks[near++] = rank;
        }

        var found = fitting > 0 ? fitting : near;
        ranks[..found].Sort();
        return found;
    }

    private CandidateSummary Summarize(ReadOnlySpan<ulong> ranks)
    {
        var facts = new CandidateSummary();
        var full = 0;
        foreach (var rank in ranks)
        {
            var entry = EntryOf(rank);
            var criteria = Judge(entry);
            var match = criteria.Match;
            full += match == Match.Full ? 1 : 0;
            facts.Recommended = full == 1 && match == Match.Full ? entry : facts.Recommended;
            facts.Needed |= match == Match.Partial ? criteria.NotGiven : 0;
            facts.Techniques |= match != Match.None ? 1ul << (int)Value(entry, BookFormat.Selection.Technique) : 0;
            Look(entry, criteria, ref facts);
        }

        facts.Recommended = full == 1 ? facts.Recommended : -1;
        facts.Needed = full == 1 ? 0 : facts.Needed;
        facts.Below = full == 0 ? SmallestAbove() : -1;
        return facts;
    }

    // What is to be said of the size, by the first candidate of which it is to be said.
    private void Look(int entry, CriteriaMatch criteria, ref CandidateSummary facts)
    {
        var above = Value(entry, BookFormat.Selection.Above);
        if (above == BookFormat.None || criteria.Technique == CriterionOutcome.NotMet)
        {
            return;
        }

        var unit = UnitOf(entry);
        facts.Units |= SelectionInput.BitOf(unit);
        if (criteria.Size == CriterionOutcome.Met)
        {
            var isBetween = above > 0 && _input.SizeIn(unit).IsLessThan(above + CodeSelection.PublishedStep);
            facts.Between = isBetween && facts.Between < 0 ? entry : facts.Between;
        }
        else if (IsInOtherUnit(unit) && facts.OtherUnit < 0)
        {
            facts.OtherUnit = entry;
        }
    }

    // The code of the technique and site that begins lowest, when the size is not even above that.
    private int SmallestAbove()
    {
        var smallest = -1;
        for (var entry = 0; entry < _sites.Length; entry++)
        {
            if (Value(entry, BookFormat.Selection.Above) is var above && above != BookFormat.None && JudgeTechnique(entry) == CriterionOutcome.Met
                && JudgeSite(entry) != CriterionOutcome.NotMet && (smallest < 0 || above < Value(smallest, BookFormat.Selection.Above)))
            {
                smallest = entry;
            }
        }

        return smallest >= 0 && _input.SizeIn(UnitOf(smallest)) is { IsGiven: true } size && size.Ceiling <= Value(smallest, BookFormat.Selection.Above) ? smallest : -1;
    }

    private CriteriaMatch Judge(int entry)
    {
        var technique = JudgeTechnique(entry);
        return new(technique, JudgeSite(entry), JudgeSize(entry, technique));
    }

    private CriterionOutcome JudgeTechnique(int entry)
    {
        var technique = 1ul << (int)Value(entry, BookFormat.Selection.Technique);
        var meanings = _input.Technique.Meanings;
        return meanings == 0 ? CriterionOutcome.NotGiven
            : (meanings & technique) == 0 ? CriterionOutcome.NotMet
            : meanings == technique ? CriterionOutcome.Met
            : CriterionOutcome.NotGiven;
    }

    private CriterionOutcome JudgeSite(int entry)
    {
        var group = _sites[entry];
        var meanings = _input.Site.Meanings;
        // "Any area" is met wherever the site is, said or not.
        return group == ulong.MaxValue ? CriterionOutcome.Met
            : meanings == 0 ? CriterionOutcome.NotGiven
            : (meanings & group) == 0 ? CriterionOutcome.NotMet
            : (meanings & ~group) == 0 ? CriterionOutcome.Met
            : CriterionOutcome.NotGiven;
    }

    private CriterionOutcome JudgeSize(int entry, CriterionOutcome technique)
    {
        var above = Value(entry, BookFormat.Selection.Above);
        if (above == BookFormat.None)
        {
            return CriterionOutcome.NotStated;
        }

        var unit = UnitOf(entry);
        var size = _input.SizeIn(unit).Ceiling;
        if (size == 0)
        {
            // With the technique known the unit is a slip to be asked about; without it the unit tells the techniques apart.
            return IsInOtherUnit(unit) && technique == CriterionOutcome.NotGiven ? CriterionOutcome.NotMet : CriterionOutcome.NotGiven;
        }

        var upTo = Value(entry, BookFormat.Selection.UpTo);
        var isContinued = Value(entry, BookFormat.Selection.AddOn) != BookFormat.None;
        return size > above && (upTo == BookFormat.None || isContinued || size <= upTo) ? CriterionOutcome.Met : CriterionOutcome.NotMet;
    }

    // Sizes that contradict each other are sizes in the unit, too.
    private bool IsInOtherUnit(SizeUnit unit) =>
        !_input.IsOpen(unit) && !_input.SizeIn(unit).IsGiven
        && (unit == SizeUnit.Centimeter ? _input.Area.IsGiven : _input.Length.IsGiven);

    private SizeUnit UnitOf(int entry) => (SizeUnit)Value(entry, BookFormat.Selection.Unit);

    private static int EntryOf(ulong rank) => (int)(rank & EntryMask);

    private static ProcedureCode ProcedureOf(BookReader book, int entry) =>
        entry < 0 ? default : ProcedureCode.FromKey(book.Tables.Codes[(int)book.Tables.Selection[(entry * BookFormat.Selection.Size) + BookFormat.Selection.Slot]]);

    private uint Value(int entry, int field) => _entries[(entry * BookFormat.Selection.Size) + field];
}

/// <summary>What holds of all candidates together, whether or not they are returned.</summary>
internal struct CandidateSummary()
{
    /// <summary>The entry of the one code that meets every criterion, or -1.</summary>
    public int Recommended = -1;

    /// <summary>A bit for each criterion that would still decide.</summary>
    public int Needed;

    /// <summary>A bit for each technique of a code that nothing rules out.</summary>
    public ulong Techniques;

    /// <summary>A bit for each unit of a code that the technique does not rule out; see <see cref="SelectionInput.BitOf(SizeUnit)"/>.</summary>
    public int Units;

    /// <summary>The entry above whose lower bound the size lies by less than a published step; one that is measured in another unit; the lowest one, when the size is below it; or -1.</summary>
    public int Between = -1;
    public int OtherUnit = -1;
    public int Below = -1;
}
