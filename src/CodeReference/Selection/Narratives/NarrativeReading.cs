using System.Runtime.InteropServices;
using CodeReference.Format;

namespace CodeReference;

/// <summary>What a narrative gives: its mentions, and of each criterion the one value that they agree on, or that they do not.</summary>
internal sealed class NarrativeReading
{
    private readonly List<NarrativeMention> _mentions;

    public NarrativeReading(BookReader book, string narrative)
    {
        _mentions = NarrativeReader.Read(book, narrative, out var shown);
        Shown = shown;
        Technique = Settle(book, Criterion.Technique);
        Site = Settle(book, Criterion.Site);
        Length = new SizeSum(_mentions, SizeUnit.Centimeter).Settle();
        Area = new SizeSum(_mentions, SizeUnit.SquareCentimeter).Settle();
    }

    public IReadOnlyList<NarrativeMention> Mentions => _mentions;

    /// <summary>A bit for each documentation element whose cue stands in it.</summary>
    public ulong Shown { get; }

    public TermValue Technique { get; }

    public TermValue Site { get; }

    public SizeValue Length { get; }

    public SizeValue Area { get; }

    /// <summary>What it shows beyond words.</summary>
    public ElementFact Facts
    {
        get
        {
            var facts = ElementFact.None;
            foreach (var mention in _mentions)
            {
                var isSaid = mention.Use is TermUse.Taken or TermUse.LessExact or TermUse.Differs;
                var isSize = mention.Criterion == Criterion.Size;
                facts |= isSize && mention.Use != TermUse.Negated ? mention.Role switch
                {
                    SizeRole.Primary => ElementFact.PrimarySize | ElementFact.Size,
                    SizeRole.Secondary => ElementFact.SecondarySize,
                    SizeRole.Total => ElementFact.TotalSize | ElementFact.Size,
                    _ when isSaid => ElementFact.Size,
                    _ => ElementFact.None,
                } : !isSaid || isSize ? ElementFact.None
                : mention.Criterion == Criterion.Technique ? ElementFact.Technique
                : mention.Criterion == Criterion.Site ? ElementFact.Site
                : ElementFact.Side;
            }

            return facts;
        }
    }

    /// <summary>Whether one of the terms that differ has a value.</summary>
    public bool Names(BookReader book, Criterion criterion, TermValue value)
    {
        foreach (var mention in _mentions)
        {
            if (mention.Criterion == criterion && mention.Use == TermUse.Differs && TermValue.Of(book, mention.Term) == value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the sizes that differ, or all of them together, are a size.</summary>
    public bool Names(SizeUnit unit, decimal value)
    {
        var sum = 0m;
        foreach (var mention in _mentions)
        {
            if (mention.Criterion == Criterion.Size && mention.Unit == unit && mention.Use == TermUse.Differs)
            {
                if (mention.Value == value)
                {
                    return true;
                }

                sum += mention.Value;
            }
        }

        return sum == value;
    }

    /// <summary>Says of what was taken for a criterion that something outside differs from it.</summary>
    public void Differ(Criterion criterion, SizeUnit unit = SizeUnit.None)
    {
        foreach (ref var mention in CollectionsMarshal.AsSpan(_mentions))
        {
            if (mention.Criterion == criterion && mention.Use == TermUse.Taken && (unit == SizeUnit.None || mention.Unit == unit))
            {
                mention.Use = TermUse.Differs;
            }
        }
    }

    private TermValue Settle(BookReader book, Criterion criterion)
    {
        var value = default(TermValue);
        foreach (ref var mention in CollectionsMarshal.AsSpan(_mentions))
        {
            if (mention.Criterion == criterion && mention.Use == TermUse.Taken)
            {
                value = value.And(TermValue.Of(book, mention.Term), criterion);
            }
        }

        foreach (ref var mention in CollectionsMarshal.AsSpan(_mentions))
        {
            if (mention.Criterion == criterion && mention.Use == TermUse.Taken)
            {
                var own = TermValue.Of(book, mention.Term);
                mention.Use = own == value ? TermUse.Taken
                    : value.IsAmbiguous && !(criterion == Criterion.Technique && own.Standing == TermStatus.Open) ? TermUse.Differs
                    : TermUse.LessExact;
            }
        }

        return value;
    }
}
