namespace CodeReference;

/// <summary>A technique, a site, a size or a side that a narrative names.</summary>
internal struct NarrativeMention
{
    /// <summary>What it speaks of; none for a side.</summary>
    public Criterion Criterion;

    /// <summary>The side; none for all else.</summary>
    public Side Side;

    /// <summary>The term; for a size that of its unit.</summary>
    public int Term;

    /// <summary>The first word, and the one after the last.</summary>
    public int First;
    public int After;

    /// <summary>Where it begins in the text, and ends.</summary>
    public int Start;
    public int End;

    public TermUse Use;

    /// <summary>For a size: the number in its unit, 0 for a range; and whose size it is.</summary>
    public decimal Value;
    public SizeUnit Unit;
    public SizeRole Role;

    /// <summary>For a size: the first word of the list that it stands in, and whether several wounds are named beside it.</summary>
    public int List;
    public bool NamesWounds;

    /// <summary>For a size: the sum of its list, or itself.</summary>
    public decimal CountsFor;
}

/// <summary>Whose size a size is, by the words beside it.</summary>
internal enum SizeRole
{
    Plain,
    Primary,
    Secondary,
    Total,
}
