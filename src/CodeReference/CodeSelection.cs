namespace CodeReference;

/// <summary>What decides between codes.</summary>
public enum Criterion
{
    /// <summary>None: the default.</summary>
    None = 0,

    /// <summary>How the wound was closed.</summary>
    Technique = 1,

    /// <summary>Where on the body.</summary>
    Site = 2,

    /// <summary>How long or how large.</summary>
    Size = 3,
}

/// <summary>Whether a code's criterion holds.</summary>
public enum CriterionOutcome
{
    /// <summary>None: the default.</summary>
    None = 0,

    /// <summary>What is given fits what the code requires.</summary>
    Met = 1,

    /// <summary>What is given rules the code out.</summary>
    NotMet = 2,

    /// <summary>The code does not depend on it.</summary>
    NotStated = 3,

    /// <summary>It is not given, or not so that it decides.</summary>
    NotGiven = 4,
}

/// <summary>How well a code fits.</summary>
public enum Match
{
    /// <summary>At least one criterion is not met.</summary>
    None = 0,

    /// <summary>None is unmet, and at least one is not given.</summary>
    Partial = 1,

    /// <summary>All that the code requires is met.</summary>
    Full = 2,
}

/// <summary>One criterion of a candidate.</summary>
/// <param name="Criterion">Which one.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Stated">What the code requires; empty when it requires nothing.</param>
/// <param name="Given">What the query gives; empty when nothing.</param>
public sealed record CriterionResult(Criterion Criterion, CriterionOutcome Outcome, string Stated, string Given);

/// <summary>A code that is reported in addition, for the part of a size above what the first code covers.</summary>
/// <param name="Procedure">The add-on code.</param>
/// <param name="Units">How many times.</param>
/// <param name="Citation">The row that says so.</param>
public sealed record AddOn(ProcedureCode Procedure, int Units, Citation Citation);

/// <summary>A code that may be the one sought.</summary>
/// <param name="Procedure">The code.</param>
/// <param name="Match">How well it fits.</param>
/// <param name="Criteria">Technique, site and size, in this order.</param>
/// <param name="AddOns">What is reported with it.</param>
/// <param name="Description">What the first publication that mentions it says it is; empty when none does.</param>
/// <param name="Relationship">How that publication relates it to its own procedure; empty for its own.</param>
/// <param name="Citation">The row of the selection table.</param>
public sealed record Candidate(
    ProcedureCode Procedure,
    Match Match,
    IReadOnlyList<CriterionResult> Criteria,
    IReadOnlyList<AddOn> AddOns,
    BookText Description,
    BookText Relationship,
    Citation Citation);

/// <summary>A term of the query that the book knows.</summary>
/// <param name="Criterion">What it speaks of.</param>
/// <param name="Term">As given.</param>
/// <param name="Meanings">What it can mean; more than one leaves the question open.</param>
/// <param name="Citation">The row that says so.</param>
public sealed record ResolvedTerm(Criterion Criterion, string Term, IReadOnlyList<string> Meanings, Citation Citation);

/// <summary>The codes that a query selects, and why.</summary>
/// <param name="Candidates">Best first. Codes that a criterion rules out stand here only when nothing fits better.</param>
/// <param name="Recommended">The one code that meets every criterion; none when there is not exactly one.</param>
/// <param name="ResolvedTerms">The terms that the book knows.</param>
/// <param name="UnresolvedTerms">The terms that it does not know, as given.</param>
/// <param name="Needed">The criteria that are not given and would decide between the candidates.</param>
/// <param name="DocumentationElements">What the operative report should hold, by the publication of the first candidate that has one.</param>
/// <param name="Findings">What is to be said of the question itself.</param>
public sealed record CodeSelection(
    IReadOnlyList<Candidate> Candidates,
    ProcedureCode Recommended,
    IReadOnlyList<ResolvedTerm> ResolvedTerms,
    IReadOnlyList<string> UnresolvedTerms,
    IReadOnlyList<Criterion> Needed,
    IReadOnlyList<BookText> DocumentationElements,
    IReadOnlyList<Finding> Findings);
