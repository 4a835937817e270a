using System.Runtime.InteropServices;

namespace CodeReference;

/// <summary>What sizes of one unit come to.</summary>
/// <param name="Value">The size; 0 when none is given.</param>
/// <param name="IsAmbiguous">Whether two sizes are given and nothing adds them up, so that none counts.</param>
internal readonly record struct SizeValue(decimal Value, bool IsAmbiguous = false);

/// <summary>
/// Adds up what a narrative says of one unit: the lengths of a list of wounds, a primary and a secondary defect; a total
/// counts for itself. The same size twice is one size. All else that differs is ambiguous.
/// </summary>
internal readonly ref struct SizeSum(List<NarrativeMention> mentions, SizeUnit unit)
{
    private readonly Span<NarrativeMention> _mentions = CollectionsMarshal.AsSpan(mentions);
    private readonly SizeUnit _unit = unit;

    public SizeValue Settle()
    {
        SumLists();
        var plain = One(SizeRole.Plain);
        var primary = One(SizeRole.Primary);
        var secondary = One(SizeRole.Secondary);
        var total = One(SizeRole.Total);
        if (total is { Value: > 0 })
        {
            return total;
        }

        if (secondary is { Value: > 0, IsAmbiguous: false } && primary is { Value: 0, IsAmbiguous: false } && plain is { Value: 0, IsAmbiguous: false })
        {
            // The half of an area is not the area.
            Mark(SizeRole.Secondary, TermUse.NotTheSize);
            return default;
        }

        var sum = primary.Value + secondary.Value;
        var isPlainKnown = plain.Value == 0 || primary.Value == 0 || plain.Value == sum || plain.Value == primary.Value;
        var isHalf = secondary.Value > 0 && primary.Value == 0;
        if (plain.IsAmbiguous || primary.IsAmbiguous || secondary.IsAmbiguous || total.IsAmbiguous || !isPlainKnown || isHalf)
        {
            MarkAll();
            return new(0, IsAmbiguous: true);
        }

        return sum > 0 ? new(sum) : plain;
    }

    // The one size of a role, where the sizes of a list of wounds are one.
    private SizeValue One(SizeRole role)
    {
        var value = 0m;
        for (var i = 0; i < _mentions.Length; i++)
        {
            if (!IsOf(i, role))
            {
                continue;
            }

            if (value != 0 && _mentions[i].CountsFor != value)
            {
                return new(0, IsAmbiguous: true);
            }

            value = _mentions[i].CountsFor;
        }

        return new(value);
    }

    // Of every size what it counts for: the sum of its list, when that is one of wounds; else itself.
    private void SumLists()
    {
        for (var first = 0; first < _mentions.Length;)
        {
            if (!IsTaken(_mentions[first]))
            {
                first++;
                continue;
            }

            var (sum, count, namesWounds, after) = (0m, 0, false, first);
            for (; after < _mentions.Length && (!IsTaken(_mentions[after]) || _mentions[after].List == _mentions[first].List); after++)
            {
                ref var mention = ref _mentions[after];
                if (IsTaken(mention))
                {
                    sum += mention.Value;
                    count++;
                    namesWounds |= mention.NamesWounds;
                }
            }

            // Areas of separate defects are separate procedures.
            var isSummed = count > 1 && namesWounds && _unit == SizeUnit.Centimeter;
            foreach (ref var mention in _mentions[first..after])
            {
                mention.CountsFor = isSummed ? sum : mention.Value;
            }

            first = after;
        }
    }

    private bool IsOf(int place, SizeRole role) => IsTaken(_mentions[place]) && _mentions[place].Role == role;

    private bool IsTaken(in NarrativeMention mention) => mention.Criterion == Criterion.Size && mention.Unit == _unit && mention.Use == TermUse.Taken;

    private void Mark(SizeRole role, TermUse use)
    {
        foreach (ref var mention in _mentions)
        {
            if (IsTaken(mention) && mention.Role == role)
            {
                mention.Use = use;
            }
        }
    }

    private void MarkAll()
    {
        foreach (ref var mention in _mentions)
        {
            mention.Use = IsTaken(mention) ? TermUse.Differs : mention.Use;
        }
    }
}
