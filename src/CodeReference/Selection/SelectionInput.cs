using CodeReference.Format;

namespace CodeReference;

/// <summary>What a query gives for each criterion, of its fields and its narrative together. Where they contradict each other nothing counts.</summary>
internal struct SelectionInput
{
    /// <summary>The terms of the fields, or -1; whether they are among what differs.</summary>
    public int TechniqueTerm;
    public int SiteTerm;

    public TermValue Technique;
    public TermValue Site;
    public WoundSize Length;
    public WoundSize Area;

    /// <summary>What of the fields, or of a field and the narrative, differs: bits of <see cref="BitOf(Criterion)"/> and <see cref="BitOf(SizeUnit)"/>.</summary>
    public int Differing;

    /// <summary>What the narrative names several values of: the same bits.</summary>
    public int Ambiguous;

    /// <summary>Whether a length is given several ways, and none counts; the same for an area.</summary>
    public bool IsLengthOpen;
    public bool IsAreaOpen;

    public NarrativeReading? Narrative;
    public List<NarrativeMention>? TechniqueSides;
    public List<NarrativeMention>? SiteSides;

    public static SelectionInput Of(BookReader book, SelectionQuery query)
    {
        var input = new SelectionInput();
        input.TechniqueTerm = Find(book, query.Technique, TermKind.Technique, Criterion.Technique, out input.TechniqueSides);
        input.SiteTerm = Find(book, query.AnatomicSite, TermKind.AnatomicSite, Criterion.Site, out input.SiteSides);
        input.Technique = input.TechniqueTerm < 0 ? default : TermValue.Of(book, input.TechniqueTerm);
        input.Site = input.SiteTerm < 0 ? default : TermValue.Of(book, input.SiteTerm);
        var (length, area) = SizesOf(query, ref input);
        if (!string.IsNullOrWhiteSpace(query.Narrative))
        {
            var narrative = input.Narrative = new(book, query.Narrative);
            input.Technique = input.Join(book, narrative, Criterion.Technique, input.Technique, narrative.Technique);
            input.Site = input.Join(book, narrative, Criterion.Site, input.Site, narrative.Site);
            length = input.Join(narrative, SizeUnit.Centimeter, length, narrative.Length, ref input.IsLengthOpen);
            area = input.Join(narrative, SizeUnit.SquareCentimeter, area, narrative.Area, ref input.IsAreaOpen);
        }

        input.Length = length > 0 && !input.IsLengthOpen ? WoundSize.Of(length) : default;
        input.Area = area > 0 && !input.IsAreaOpen ? WoundSize.Of(area) : default;
        return input;
    }

    /// <summary>The bit of a technique or a site.</summary>
    public static int BitOf(Criterion criterion) => 1 << (int)criterion;

    /// <summary>The bit of a length or an area.</summary>
    public static int BitOf(SizeUnit unit) => BitOf(Criterion.Size) << (int)unit;

    /// <summary>The size that is given in a unit.</summary>
    public readonly WoundSize SizeIn(SizeUnit unit) => unit == SizeUnit.Centimeter ? Length : Area;

    /// <summary>Whether sizes are given in a unit that differ.</summary>
    public readonly bool IsOpen(SizeUnit unit) => unit == SizeUnit.Centimeter ? IsLengthOpen : IsAreaOpen;

    private static int Find(BookReader book, string text, TermKind kind, Criterion criterion, out List<NarrativeMention>? sides)
    {
        sides = null;
        return Vocabulary.TryFind(book, kind, text, out var term) || string.IsNullOrWhiteSpace(text) || text.Length > Term.MaxLength
            ? term
            : NarrativeReader.ReadField(book, text, criterion, out sides);
    }

    private static (decimal Length, decimal Area) SizesOf(SelectionQuery query, ref SelectionInput input)
    {
        var (length, area) = (0m, 0m);
        var isArea = query.Wounds.Count > 0;
        foreach (var wound in query.Wounds)
        {
            length += WoundSize.Of(wound.Length).Value;
            isArea &= wound.Width > 0;
            area += wound.Width > 0 ? WoundSize.Of(wound.Length).Value * WoundSize.Of(wound.Width).Value : 0;
        }

        area = isArea ? area : 0;
        if (query.Size is not { } size)
        {
            return (length, area);
        }

        var stated = WoundSize.Of(size).Value;
        return query.Unit == SizeUnit.Centimeter
            ? (input.Join(query.Unit, length, stated, ref input.IsLengthOpen), area)
            : (length, input.Join(query.Unit, area, stated, ref input.IsAreaOpen));
    }

    private decimal Join(SizeUnit unit, decimal one, decimal other, ref bool isOpen)
    {
        if (one == 0 || one == other)
        {
            return other;
        }

        isOpen = true;
        Differing |= BitOf(unit);
        return one;
    }

    private TermValue Join(BookReader book, NarrativeReading narrative, Criterion criterion, TermValue field, TermValue read)
    {
        Ambiguous |= read.IsAmbiguous ? BitOf(criterion) : 0;
        if (!field.IsGiven || (read.IsAmbiguous && narrative.Names(book, criterion, field)))
        {
            return field.IsGiven ? field : read;
        }

        var both = read.IsAmbiguous ? read : field.And(read, criterion);
        if (both.IsAmbiguous)
        {
            narrative.Differ(criterion);
            Differing |= BitOf(criterion);
        }

        return both;
    }

    private decimal Join(NarrativeReading narrative, SizeUnit unit, decimal field, SizeValue read, ref bool isOpen)
    {
        if (field == 0)
        {
            isOpen |= read.IsAmbiguous;
            Ambiguous |= read.IsAmbiguous ? BitOf(unit) : 0;
            return read.Value;
        }

        if (read.IsAmbiguous ? !narrative.Names(unit, field) : read.Value != 0 && read.Value != field)
        {
            narrative.Differ(Criterion.Size, unit);
            Differing |= BitOf(unit);
            isOpen = true;
        }

        Ambiguous |= read.IsAmbiguous ? BitOf(unit) : 0;
        return field;
    }
}
