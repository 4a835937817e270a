using CodeReference.Format;

namespace CodeReference;

/// <summary>
/// What makes the modifiers of a claim line valid. A rule is a bit: what the modifiers, the procedure and the payer do to
/// all rules at once are masks that the compiler has laid out, and the rules that fire are what is left when the masks
/// are combined. The kinds of rule are here; the rules are rows of a table.
/// </summary>
public static class ModifierRules
{
    /// <summary>The most modifiers that one question may hold; a claim line carries four.</summary>
    public const int MaxModifiers = 20;

    internal static ModifierValidation Validate(BookReader book, in ClaimLine line)
    {
        var modifiers = line.Modifiers;
        var conditions = RuleConditions.Of(book, line);
        var result = new ModifierValidation(book, line, conditions);
        var masks = book.RuleMasks;
        var rules = book.Tables.ModifierRules;
        var ranks = line.Payer.Ranks(book);
        var met = conditions.Met.Modifiers;
        var movingFirst = masks[RuleGroup.MovingFirst] & met;

        RuleSet named = default;
        RuleSet namedTwice = default;
        RuleSet namedWith = default;
        RuleSet namedFirst = default;
        RuleSet fired = default;
        var highest = 0;
        var isOutOfOrder = false;
        var hasRepeats = false;
        for (var i = 0; i < modifiers.Length; i++)
        {
            var isRepeated = !modifiers[i].IsEmpty && modifiers[..i].Contains(modifiers[i]);
            hasRepeats |= isRepeated;
            fired |= masks[RuleKind.Repeated].If(isRepeated);
            var place = PlaceOf(book, modifiers[i]);
            if (place < 0)
            {
                fired |= Unplaced(book, modifiers[i], result.Publication, ref result.VerdictAt(i));
                continue;
            }

            result.VerdictAt(i) = result.Publication < 0 ? Verdict.NoData : IsListed(book, result.Publication, place) ? Verdict.Listed : Verdict.NotListed;
            var start = place * BookFormat.ModifierRules.Size;
            var own = RuleSet.At(rules, start + BookFormat.ModifierRules.Own);
            // What a rule puts in front of all others has no place in the order of the others.
            if ((own & movingFirst).IsEmpty)
            {
                var rank = ranks[place];
                isOutOfOrder |= rank < highest;
                highest = Math.Max(highest, rank);
            }

            if (isRepeated)
            {
                continue;
            }

            namedFirst = i == 0 ? own : namedFirst;
            namedTwice |= named & own;
            named |= own;
            namedWith |= RuleSet.At(rules, start + BookFormat.ModifierRules.With);
            fired |= masks[RuleKind.NotInForce].If(line.ServiceDate is { } date && !IsInForce(book, place, date));
        }

        fired |= masks[RuleKind.Conflict] & named & namedWith;
        fired |= masks[RuleKind.Exclusive] & namedTwice;
        fired |= (masks[RuleKind.NotApplicable] | masks[RuleKind.PayerDependent] | masks[RuleKind.Noted]) & named;
        fired |= masks[RuleKind.NotFirst] & named & ~namedFirst;
        fired |= masks[line.Payer.HasOrder ? RuleKind.PayerOrder : RuleKind.Order].If(isOutOfOrder);
        fired |= TooMany(book, modifiers.Length);

        result.MovingFirst = movingFirst;
        result.MayHaveFix = hasRepeats | isOutOfOrder | !((fired & masks[RuleGroup.Dropping]) | (named & movingFirst)).IsEmpty;
        fired &= met;
        var firedByLine = FiredByLine(line, masks, result.MaxUnits);
        result.Fired = new RuleMask(fired, firedByLine) & conditions.Met;
        result.Unchecked = conditions.Possible & ~conditions.Met;
        JudgeTogether(book, modifiers, named, fired, conditions.Possible.Modifiers & ~met, ref result);
        result.Outcome = OutcomeOf(ref result);
        return result;
    }

    // Rules about the line beside its modifiers.
    private static RuleSet FiredByLine(in ClaimLine line, RuleMasks masks, int maxUnits)
    {
        var fired = masks[RuleKind.UnknownPayer].If(line.Payer is { IsGiven: true, IsKnown: false });
        fired |= masks[RuleKind.SharedPayer].If(line.Payer.IsShared);
        return fired | masks[RuleKind.TooManyUnits].If(line.Units > maxUnits);
    }

    internal static void ThrowIfTooMany(int count, string parameter)
    {
        if (count > MaxModifiers)
        {
            throw new ArgumentException($"There are {count} modifiers; expected at most {MaxModifiers}.", parameter);
        }
    }

    private static int PlaceOf(BookReader book, ModifierCode modifier)
    {
        var place = modifier.IsEmpty ? -1 : book.PlaceOf(modifier);
        return place >= 0 && book.Tables.ModifierRanks[place] > 0 ? place : -1;
    }

    private static RuleSet Unplaced(BookReader book, ModifierCode modifier, int publication, ref Verdict verdict)
    {
        if (modifier.IsEmpty)
        {
            verdict = Verdict.Malformed;
            return book.RuleMasks[RuleKind.Malformed];
        }

        if (book.IsComplete(CodeSetKinds.Of(modifier.Key)))
        {
            verdict = Verdict.Unrecognized;
            return book.RuleMasks[RuleKind.Unrecognized];
        }

        // Without a source of all modifiers none can be called unknown.
        verdict = publication < 0 ? Verdict.NoData : Verdict.NotListed;
        return default;
    }

    /// <summary>Whether a modifier was in force on a day; a modifier without stated days always was.</summary>
    internal static bool IsInForce(BookReader book, ModifierCode modifier, DateOnly day) =>
        PlaceOf(book, modifier) is var place && (place < 0 || IsInForce(book, place, day));

    private static bool IsInForce(BookReader book, int place, DateOnly day) =>
        book.Periods.StatusOn(book.ModifierStart + place, day) is not (CodeStatus.Ended or CodeStatus.NotYetValid);

    /// <summary>Whether a publication lists the modifier of a place.</summary>
    internal static bool IsListed(BookReader book, int publication, int place)
    {
        var words = (book.Tables.ModifierRanks.Length + 63) / 64;
        return (book.Tables.ListedModifiers[(publication * words) + (place / 64)] >> (place % 64) & 1) != 0;
    }

    /// <summary>The rank of a modifier: 1 comes first. 0 for one that is malformed or unknown, which has no place in the order.</summary>
    internal static int RankOf(BookReader book, Payer payer, ModifierCode modifier)
    {
        var place = PlaceOf(book, modifier);
        return place < 0 ? 0 : payer.Ranks(book)[place];
    }

    private static RuleSet TooMany(BookReader book, int count)
    {
        RuleSet fired = default;
        var rules = book.RuleMasks[RuleKind.TooMany];
        while (RuleSet.TryTake(ref rules, out var rule))
        {
            if (count > new Rule(book, rule).Argument)
            {
                fired |= RuleSet.Of(rule);
            }
        }

        return fired;
    }

    // Rules that speak of a modifier beside others, or against it on this procedure, are known only when all have been read.
    private static void JudgeTogether(BookReader book, ReadOnlySpan<ModifierCode> modifiers, RuleSet named, RuleSet fired, RuleSet open, ref ModifierValidation result)
    {
        var masks = book.RuleMasks;
        var together = masks[RuleGroup.Contradicting];
        var disputing = masks[RuleGroup.Disputing];
        var byPayer = masks.AskingPayer;
        if (((fired & (together | disputing)) | (open & byPayer & named)).IsEmpty)
        {
            return;
        }

        for (var i = 0; i < modifiers.Length; i++)
        {
            ref var verdict = ref result.VerdictAt(i);
            if (verdict >= Verdict.Unrecognized)
            {
                continue;
            }

            var place = book.PlaceOf(modifiers[i]);
            var start = place * BookFormat.ModifierRules.Size;
            var own = RuleSet.At(book.Tables.ModifierRules, start + BookFormat.ModifierRules.Own);
            var with = RuleSet.At(book.Tables.ModifierRules, start + BookFormat.ModifierRules.With);
            var isEnded = !(fired & disputing & masks[RuleKind.NotInForce]).IsEmpty && !IsInForce(book, place, result.ServiceDate!.Value);
            if (!(fired & together & (own | with)).IsEmpty)
            {
                verdict = Verdict.Conflict;
            }
            else if (verdict == Verdict.Listed && (isEnded || !(fired & disputing & own).IsEmpty))
            {
                verdict = Verdict.Disputed;
            }
            else if (verdict == Verdict.Listed && !(open & byPayer & own).IsEmpty)
            {
                verdict = Verdict.Conditional;
            }
        }
    }

    private static Outcome OutcomeOf(ref ModifierValidation result)
    {
        var worst = Severity.None;
        var fired = result.Fired;
        while (!fired.IsEmpty && RuleMask.TryTake(ref fired, out var rule))
        {
            var severity = result.SeverityOf(rule);
            worst = severity > worst ? severity : worst;
        }

        if (worst == Severity.Error)
        {
            return Outcome.Reject;
        }

        if (result.Publication < 0)
        {
            return Outcome.NoData;
        }

        var review = worst == Severity.Warning;
        for (var i = 0; i < result.Count; i++)
        {
            review |= result.VerdictAt(i) > Verdict.Listed;
        }

        return review ? Outcome.Review : Outcome.Accept;
    }
}
