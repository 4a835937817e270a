using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>Holds related procedures against the code selection table: the description, and when that is right the relationship.</summary>
internal sealed class RelatedProcedureChecker(SelectionFacts facts, ProcedureText text)
{
    private const int Description = 1;
    private const int Relationship = 2;

    public Contradiction? Check(Row row, SelectionFact? page)
    {
        if (facts.TryGet(row.Key) is not { } fact)
        {
            return null;
        }

        if (text.Compare(row[Description], fact, isProse: false) is { } described)
        {
            return new(
                Diagnostics.OtherProcedure, Description, new(row[Description], described.Official, fact.Source),
                fact.Code, described.Published, fact.Source, described.Official, described.Other);
        }

        return text.CompareRelationship(row[Relationship], fact, page) is { } related
            ? new(
                Diagnostics.OtherRelationship, Relationship, new(row[Relationship], related.Official, fact.Source),
                fact.Code, related.Published, fact.Source, related.Official)
            : null;
    }

    /// <summary>What is wrong with the title or the overview of the procedure's own page.</summary>
    public Contradiction? CheckPage(Row row, SelectionFact page, bool isProse) =>
        text.Compare(row[0], page, isProse) is { } difference
            ? new(
                Diagnostics.OtherSubject, 0, new(row[0], difference.Official, page.Source),
                page.Code, difference.Published, page.Source, difference.Official, difference.Other)
            : null;
}
