using System.Security.Cryptography;
using System.Text;
using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>The fifth stage: rows to sorted keys, slots, masks and a text pool. The same text gives the same bytes.</summary>
internal static class BookLayouter
{
    public static BookLayout LayOut(SettledBook settled, EquatableArray<Diagnostic> diagnostics)
    {
        var book = settled.Model;
        var text = new TextPool();
        var rows = new RowLayout(book, diagnostics, text);
        var codes = new CodeLayout(settled, rows);
        var facts = new FactLayout(settled, rows, codes);
        var rules = new RuleLayout(settled, rows, codes);
        var selection = new SelectionLayout(rows, codes, text);
        var terms = new TermLayout(rows, selection, text);
        var edits = new EditLayout(book, codes, text);
        var search = new SearchLayout(settled, rows, codes, text);
        ConstantTable[] tables =
        [
            .. rows.Tables, .. codes.Tables(), Publications(rows), ProcedurePublications(codes),
            .. facts.Tables(), .. rules.Tables(), .. selection.Tables(), .. terms.Tables(), .. edits.Tables(), .. search.Tables(),
        ];
        Array.ForEach(tables, table => table.ThrowIfCut());
        return new(EditionOf(book), diagnostics.Count, text.Shards, tables.OrderBy(table => table.Table).ToEquatableArray());
    }

    // Files by name and content, in their order; nothing of the machine, the time or the place.
    public static string EditionOf(BookModel book)
    {
        using var sha = SHA256.Create();
        var inputs = string.Join("\n", book.Files.Select(file => file.Path + "\n" + file.ContentHash));
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(inputs)).Take(8).Select(value => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static ConstantTable Publications(RowLayout rows) =>
        ConstantTable.Of(BookTable.Publications, rows.Of(SectionKind.Title).Select(title => ConstantEntry.Of(CodeKey.ToText(title.Row.Key), title.Row.Key)));

    private static ConstantTable ProcedurePublications(CodeLayout codes) =>
        ConstantTable.Of(BookTable.ProcedurePublications, codes.Of(CodeSystem.Cpt).Select(key => ConstantEntry.Of(
            CodeKey.ToText(key),
            (ulong)(codes.Mentions(key).FirstOrDefault(row => row.Section == SectionKind.Title)?.Publication + 1 ?? 0))));
}
