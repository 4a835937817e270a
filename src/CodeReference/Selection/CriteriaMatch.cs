namespace CodeReference;

/// <summary>How what is given compares with a code.</summary>
internal readonly struct CriteriaMatch(CriterionOutcome technique, CriterionOutcome site, CriterionOutcome size)
{
    private readonly byte _technique = (byte)technique;
    private readonly byte _site = (byte)site;
    private readonly byte _size = (byte)size;

    public CriterionOutcome Technique => (CriterionOutcome)_technique;

    public CriterionOutcome Site => (CriterionOutcome)_site;

    public CriterionOutcome Size => (CriterionOutcome)_size;

    public Match Match => Has(CriterionOutcome.NotMet) ? Match.None : Has(CriterionOutcome.NotGiven) ? Match.Partial : Match.Full;

    public int Count(CriterionOutcome outcome) => (Technique == outcome ? 1 : 0) + (Site == outcome ? 1 : 0) + (Size == outcome ? 1 : 0);

    private bool Has(CriterionOutcome outcome) => Technique == outcome || Site == outcome || Size == outcome;

    /// <summary>A bit for each criterion that is not given, by its number.</summary>
    public int NotGiven =>
        (Technique == CriterionOutcome.NotGiven ? 1 << (int)Criterion.Technique : 0)
        | (Site == CriterionOutcome.NotGiven ? 1 << (int)Criterion.Site : 0)
        | (Size == CriterionOutcome.NotGiven ? 1 << (int)Criterion.Size : 0);
}
