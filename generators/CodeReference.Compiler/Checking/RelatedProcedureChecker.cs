using CodeReference.Compiler.Checking.Vocabularies;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>Holds related procedures against the code selection table: the description, and when that is right the relationship.</summary>
internal sealed class RelatedProcedureChecker(SelectionFacts facts, ProcedureText text)
{
    public Contradiction? Check(Row row, SelectionFact? page)
    {
        if (facts.TryGet(row.Key) is not { } fact)
        {
            return null;
        }

        if (text.Compare(row[PublishedColumns.Description], fact, isProse: false) is { } described)
        {
            return new(
                Diagnostics.OtherProcedure, PublishedColumns.Description, new(row[PublishedColumns.Description], described.Official, fact.Source),
                fact.Code, described.Published, fact.Source, described.Official, described.Other);
        }

        return text.CompareRelationship(row[PublishedColumns.Note], fact, page) is { } related
            ? new(
                Diagnostics.OtherRelationship, PublishedColumns.Note, new(row[PublishedColumns.Note], related.Official, fact.Source),
                fact.Code, related.Published, fact.Source, related.Official)
            : null;
    }

    /// <summary>What is wrong with the title or the overview of the procedure's own page.</summary>
    public Contradiction? CheckPage(Row row, SelectionFact page, bool isProse) =>
        text.Compare(row[ProseColumns.Text], page, isProse) is { } difference
            ? new(
                Diagnostics.OtherSubject, ProseColumns.Text, new(row[ProseColumns.Text], difference.Official, page.Source),
                page.Code, difference.Published, page.Source, difference.Official, difference.Other)
            : null;
}
