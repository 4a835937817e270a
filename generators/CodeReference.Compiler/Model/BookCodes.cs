using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>The codes that a book knows.</summary>
internal static class BookCodes
{
    /// <summary>All of them: those that rows are about, and those that only rules or edits name.</summary>
    /// <param name="rows">The rows of the book.</param>
    /// <param name="book">The files, for their edits and rules.</param>
    public static HashSet<ulong> Of(IEnumerable<Row> rows, BookModel book)
    {
        var codes = new HashSet<ulong>(rows.Select(row => row.Key));
        foreach (var (_, rule) in book.Rows(SectionKind.ModifierRules))
        {
            codes.UnionWith(CellValues.Keys(CodeSystem.Modifier, rule[RuleColumns.Modifiers]));
            codes.UnionWith(CellValues.Keys(CodeSystem.Modifier, rule[RuleColumns.With]));
            codes.UnionWith(RuleCondition.Of(rule)
                .Where(condition => condition.Subject == RuleCondition.Procedure)
                .SelectMany(condition => condition.Values)
                .SelectMany(code => CellValues.Keys(CodeSystem.Cpt, code)));
        }

        foreach (var edit in book.Files.SelectMany(file => file.Edits))
        {
            codes.Add(edit.Column1);
            codes.Add(edit.Column2);
        }

        codes.Remove(0);
        return codes;
    }
}
