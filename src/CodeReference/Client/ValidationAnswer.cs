namespace CodeReference.Client;

/// <summary>Whether the modifiers of a claim line may stand there.</summary>
/// <remarks>Immutable. Lists may be made when they are first read.</remarks>
public sealed record ValidationAnswer
{
    /// <summary>The procedure of the line.</summary>
    public required ProcedureCode Procedure { get; init; }

    /// <summary>What is to be done with the line. A value that this version does not name is no pass.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The verdict on each modifier, in the order of the line.</summary>
    public required IReadOnlyList<ModifierVerdict> Modifiers { get; init; }

    /// <summary>What the rules have to say.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The line with every fix applied that is certain; empty when there is none.</summary>
    public required IReadOnlyList<ModifierCode> SuggestedModifiers { get; init; }

    /// <summary>The ids of the rules that could not run for want of an input. They were not passed.</summary>
    public required IReadOnlyList<string> UncheckedRules { get; init; }

    /// <summary>What those rules lack; <see cref="View.Full"/> only.</summary>
    public required IReadOnlyList<MissingInput> MissingInputs { get; init; }

    /// <summary>The id of the edition that answered: 16 hexadecimal digits.</summary>
    public required string Edition { get; init; }

    /// <param name="book">The book.</param>
    /// <param name="validation">What it says.</param>
    /// <param name="modifiers">The modifiers as sent: a malformed one is given back as it came.</param>
    /// <param name="full">Whether texts go with it.</param>
    internal static ValidationAnswer Of(ReferenceBook book, ModifierValidation validation, IReadOnlyList<string> modifiers, bool full)
    {
        return new()
        {
            Procedure = validation.Procedure,
            Outcome = validation.Outcome,
            Modifiers = ViewRule.List(() => Enumerable.Range(0, validation.Count).Select(Modifier)),
            Findings = ViewRule.List(() => validation.GetFindings().Select(finding => ViewRule.Finding(finding, full))),
            SuggestedModifiers = ViewRule.List(validation.GetSuggestedModifiers),
            UncheckedRules = ViewRule.List<string>(() => validation.UncheckedRules),
            MissingInputs = full ? ViewRule.List(validation.GetMissingInputs) : [],
            Edition = book.Edition.Id,
        };

        ModifierVerdict Modifier(int i) => new()
        {
            Modifier = validation.Modifiers[i].IsEmpty ? modifiers[i] : validation.Modifiers[i].ToString(),
            Verdict = validation.Verdicts[i],
            Description = ViewRule.Text(validation.GetDescription(i), full),
            WhenToUse = ViewRule.Text(validation.GetWhenToUse(i), full),
            Citation = validation.GetCitation(i) is { } citation ? ViewRule.Citation(citation, full) : null,
        };
    }
}

/// <summary>What is known of one modifier of a claim line.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ModifierVerdict
{
    /// <summary>The modifier, canonical; as sent when it is malformed.</summary>
    public required string Modifier { get; init; }

    /// <summary>The verdict. A value that this version does not name is no pass.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What it means; empty when the book does not say. <see cref="View.Full"/> only.</summary>
    public required string Description { get; init; }

    /// <summary>When the publication says to use it; empty when it is not listed. <see cref="View.Full"/> only.</summary>
    public required string WhenToUse { get; init; }

    /// <summary>The row that the description comes from; null when there is none.</summary>
    public required Citation? Citation { get; init; }
}
