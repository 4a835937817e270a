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
    public required IReadOnlyList<ModifierAnswer> Modifiers { get; init; }

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
}

/// <summary>What is known of one modifier of a claim line.</summary>
/// <param name="Modifier">The modifier, canonical; as sent when it is malformed.</param>
/// <param name="Verdict">The verdict. A value that this version does not name is no pass.</param>
/// <param name="Description">What it means; empty when the book does not say. <see cref="View.Full"/> only.</param>
/// <param name="WhenToUse">When the publication says to use it; empty when it is not listed. <see cref="View.Full"/> only.</param>
/// <param name="Citation">The row that the description comes from; null when there is none.</param>
public sealed record ModifierAnswer(string Modifier, Verdict Verdict, string Description, string WhenToUse, Citation? Citation);
