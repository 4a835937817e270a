using CodeReference.Compiled;

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

    private const int RankOfUnregistered = 5;

    internal static ModifierValidation Validate(BookReader book, ProcedureCode procedure, ReadOnlySpan<ModifierCode> modifiers, Payer payer)
    {
        ThrowIfTooMany(modifiers.Length, nameof(modifiers));
        var result = new ModifierValidation(book, procedure, modifiers, payer);
        var rules = book.Tables.ModifierRules;
        var (met, unchecked_) = RulesOf(book, procedure, out var publication);
        met &= payer.Rules(book);
        unchecked_ |= payer.IsKnown ? 0 : RuleSet.Of(book, RuleGroup.ByPayer);

        UInt128 named = 0;
        UInt128 namedTwice = 0;
        UInt128 namedWith = 0;
        UInt128 fired = 0;
        for (var i = 0; i < modifiers.Length; i++)
        {
            var isRepeated = !modifiers[i].IsEmpty && modifiers[..i].Contains(modifiers[i]);
            fired |= isRepeated ? RuleSet.Of(book, RuleKind.Repeated) : 0;
            var place = PlaceOf(book, modifiers[i]);
            if (place < 0)
            {
                fired |= Unplaced(book, modifiers[i], publication, ref result.VerdictAt(i), ref unchecked_);
                continue;
            }

            result.VerdictAt(i) = publication < 0 ? Verdict.NoData : IsListed(book, publication, place) ? Verdict.Listed : Verdict.NotListed;
            if (isRepeated)
            {
                continue;
            }

            var own = RuleSet.At(rules, place * 2);
            namedTwice |= named & own;
            named |= own;
            namedWith |= RuleSet.At(rules, (place * 2) + 1);
        }

        fired |= RuleSet.Of(book, RuleKind.Conflict) & named & namedWith;
        fired |= RuleSet.Of(book, RuleKind.Exclusive) & namedTwice;
        fired |= (RuleSet.Of(book, RuleKind.NotApplicable) | RuleSet.Of(book, RuleKind.PayerDependent)) & named;
        fired |= IsOutOfOrder(book, modifiers) ? RuleSet.Of(book, RuleKind.Order) : 0;
        fired |= payer is { IsGiven: true, IsKnown: false } ? RuleSet.Of(book, RuleKind.UnknownPayer) : 0;
        fired |= TooMany(book, modifiers.Length);

        result.Fired = fired & met;
        result.Unchecked = unchecked_;
        JudgeTogether(book, modifiers, ref result);
        result.Outcome = OutcomeOf(ref result, publication >= 0);
        return result;
    }

    internal static void ThrowIfTooMany(int count, string parameter)
    {
        if (count > MaxModifiers)
        {
            throw new ArgumentException($"There are {count} modifiers; expected at most {MaxModifiers}.", parameter);
        }
    }

    /// <summary>The rules whose condition a procedure meets, and those whose condition the book cannot decide for it.</summary>
    private static (UInt128 Met, UInt128 Unchecked) RulesOf(BookReader book, ProcedureCode procedure, out int publication)
    {
        var tables = book.Tables;
        var slot = book.SlotOf(procedure.Key);
        if (slot >= 0)
        {
            var place = slot - book.ProcedureStart;
            publication = (int)tables.ProcedurePublications[place] - 1;
            return (RuleSet.At(tables.ProcedureRules, place * 2), RuleSet.At(tables.ProcedureRules, (place * 2) + 1));
        }

        // A procedure that the book does not know has no indicators, but its class is in its code.
        publication = -1;
        var byIndicator = RuleSet.Of(book, RuleGroup.ByIndicator);
        var byClass = RuleSet.Of(book, RuleGroup.ByClass);
        var classes = tables.ProcedureClasses;
        for (var i = 0; i < classes.Length; i += 4)
        {
            if (ProcedureRange.Contains(classes[i], classes[i + 1], procedure.Key))
            {
                return (RuleSet.At(classes[(i + 2)..], 0), byIndicator);
            }
        }

        return (~(byIndicator | byClass), byIndicator | byClass);
    }

    private static int PlaceOf(BookReader book, ModifierCode modifier)
    {
        var place = modifier.IsEmpty ? -1 : book.PlaceOf(modifier);
        return place >= 0 && (book.Tables.ModifierRanks[place] > 0 || !book.HasRegistry) ? place : -1;
    }

    private static UInt128 Unplaced(BookReader book, ModifierCode modifier, int publication, ref Verdict verdict, ref UInt128 unchecked_)
    {
        if (modifier.IsEmpty)
        {
            verdict = Verdict.Malformed;
            return RuleSet.Of(book, RuleKind.Malformed);
        }

        var unrecognized = RuleSet.Of(book, RuleKind.Unrecognized);
        if (book.HasRegistry)
        {
            verdict = Verdict.Unrecognized;
            return unrecognized;
        }

        // Without a registry nobody can say that a modifier does not exist.
        verdict = publication < 0 ? Verdict.NoData : Verdict.NotListed;
        unchecked_ |= unrecognized;
        return 0;
    }

    /// <summary>Whether a publication lists the modifier of a place.</summary>
    internal static bool IsListed(BookReader book, int publication, int place)
    {
        var words = (book.Tables.ModifierRanks.Length + 63) / 64;
        return (book.Tables.ListedModifiers[(publication * words) + (place / 64)] >> (place % 64) & 1) != 0;
    }

    private static bool IsOutOfOrder(BookReader book, ReadOnlySpan<ModifierCode> modifiers)
    {
        var latest = 0;
        foreach (var modifier in modifiers)
        {
            var rank = RankOf(book, modifier);
            if (rank < latest && rank > 0)
            {
                return true;
            }

            latest = Math.Max(latest, rank);
        }

        return false;
    }

    /// <summary>The rank of a modifier: 1 comes first. 0 for one that is malformed or unknown, which has no place in the order.</summary>
    internal static int RankOf(BookReader book, ModifierCode modifier)
    {
        var place = PlaceOf(book, modifier);
        return place < 0 ? 0 : book.HasRegistry ? book.Tables.ModifierRanks[place] : RankOfUnregistered;
    }

    private static UInt128 TooMany(BookReader book, int count)
    {
        UInt128 fired = 0;
        var rules = RuleSet.Of(book, RuleKind.TooMany);
        while (RuleSet.TryTake(ref rules, out var rule))
        {
            if (count > new Rule(book, rule).Argument)
            {
                fired |= UInt128.One << rule;
            }
        }

        return fired;
    }

    // Rules that speak of a modifier beside others, or against it on this procedure, are known only when all have been read.
    private static void JudgeTogether(BookReader book, ReadOnlySpan<ModifierCode> modifiers, ref ModifierValidation result)
    {
        var together = RuleSet.Of(book, RuleKind.Conflict) | RuleSet.Of(book, RuleKind.Exclusive);
        var disputing = RuleSet.Of(book, RuleGroup.Disputing);
        var byPayer = RuleSet.Of(book, RuleGroup.ByPayer);
        if (((result.Fired & (together | disputing)) | (result.Unchecked & byPayer)) == 0)
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
            var own = RuleSet.At(book.Tables.ModifierRules, place * 2);
            var with = RuleSet.At(book.Tables.ModifierRules, (place * 2) + 1);
            if ((result.Fired & together & (own | with)) != 0)
            {
                verdict = Verdict.Conflict;
            }
            else if (verdict == Verdict.Listed && (result.Fired & disputing & own) != 0)
            {
                verdict = Verdict.Disputed;
            }
            else if (verdict == Verdict.Listed && (result.Unchecked & byPayer & own) != 0)
            {
                verdict = Verdict.Conditional;
            }
        }
    }

    private static Outcome OutcomeOf(ref ModifierValidation result, bool hasPublication)
    {
        var worst = Severity.None;
        var fired = result.Fired;
        while (RuleSet.TryTake(ref fired, out var rule))
        {
            var severity = result.SeverityOf(rule);
            worst = severity > worst ? severity : worst;
        }

        if (worst == Severity.Error)
        {
            return Outcome.Reject;
        }

        if (!hasPublication)
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
