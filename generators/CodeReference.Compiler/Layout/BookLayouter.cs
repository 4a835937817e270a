using System.Security.Cryptography;
using System.Text;
using CodeReference.Compiled;
using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Layout;

/// <summary>The fourth stage: rows to sorted keys, slots, masks and a text pool. The same text gives the same bytes.</summary>
internal static class BookLayouter
{
    public static BookLayout LayOut(BookModel book, int diagnosticCount)
    {
        var text = new TextPool();
        var rows = new RowLayout(book, text);
        var codes = new CodeLayout(rows);
        var rules = new RuleLayout(rows, codes);
        var selection = new SelectionLayout(rows, codes, text);
        var publications = ConstantTable.Of("ProcedurePublications", "uint", codes.Of(CodeSystem.Cpt).Select(key => ConstantEntry.Of(
            CodeKey.ToText(key),
            (ulong)(codes.Mentions(key).FirstOrDefault(row => row.Section == SectionKind.Title)?.Publication + 1 ?? 0))));

        var pages = ConstantTable.Of("Publications", "ulong", rows.Of(SectionKind.Title).Select(title => ConstantEntry.Of(CodeKey.ToText(title.Row.Key), title.Row.Key)));

        ConstantTable[] tables = [.. rows.Tables, .. codes.Tables(), pages, publications, .. rules.Tables(), .. selection.Tables()];
        return new(
            Edition(book),
            diagnosticCount,
            text.Shards,
            new(tables),
            CodeNames.Of(codes).ToEquatableArray());
    }

    // Files by name and content, in their order; nothing of the machine, the time or the place.
    private static string Edition(BookModel book)
    {
        using var sha = SHA256.Create();
        var inputs = string.Join("\n", book.Files.Select(file => file.Path + "\n" + file.ContentHash));
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(inputs)).Take(8).Select(value => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
