using System.Globalization;
using System.Text;
using CodeReference.Compiler.Reading;
using CsCheck;

namespace CodeReference.Compiler.Tests;

/// <summary>A page that a property writes, and which has to come back as it was written.</summary>
internal sealed record Page(string Procedure, string Title, string Overview, string[][] Modifiers, string[][] Taxonomies, string[][] Diagnoses, string[][] RelatedProcedures, int Seed)
{
    private static readonly string[] Headers =
    [
        "Modifier|Description|When to Use", "Taxonomy Code|Specialty|Notes",
        "ICD-10 Code|Description|Clinical Relevance", "CPT Code|Description|Relationship to This Procedure",
    ];

    /// <summary>Texts of words alone.</summary>
    public static readonly Gen<string> PlainText = Gen.Char[" abcXYZ0189.,;:()/-#*≤’é"].Array[0, 12].Select(text => new string(text).Trim());

    /// <summary>Texts that could break a table, a string literal, a comment or a documentation comment.</summary>
    public static readonly Gen<string> AnyText = Gen.OneOf(
            "|", "\\", "\\|", "\"", "\"\"\"", "*/", "/*", "//", "{", "}", "{0}", "<", ">", "&", "</summary>", "]]>", "\u2028", "\u2029", "\u0085",
            "\u200B", "\u202E", "\uFEFF", "\uFFFE", "\0", "\u001B", "\t", "😀", "é", "e\u0301", "≤", "---", "#", "- ", "CPT 1", "\\u000a", "\\n", "a", "1", " ", "'", "$", "@", "#if")
        .Array[0, 10].Select(parts => string.Concat(parts).Trim());

    public static Gen<Page> Of(string procedure, Gen<string> text) =>
        from title in text
        from overview in text
        from modifiers in Rows(CodeOf(CodeSystem.Modifier), text)
        from taxonomies in Rows(CodeOf(CodeSystem.NuccTaxonomy), text)
        from diagnoses in Rows(CodeOf(CodeSystem.Icd10Cm), text)
        from related in Rows(CodeOf(CodeSystem.Cpt), text)
        from seed in Gen.Int
        select new Page(procedure, "T" + title, "It " + overview + ".", modifiers, taxonomies, diagnoses, related, seed);

    /// <summary>Codes of a system in their canonical form.</summary>
    public static Gen<string> CodeOf(CodeSystem system)
    {
        var digit = Gen.Char['0', '9'];
        var letter = Gen.Char['A', 'Z'];
        var either = Gen.OneOf(digit, letter);
        var digits = digit.Array[4].Select(text => new string(text));
        return system switch
        {
            CodeSystem.Cpt => Gen.OneOf(
                Gen.Select(digits, digit, (four, last) => four + last),
                Gen.Select(digits, letter, (four, last) => four + last),
                Gen.Select(letter, digits, (first, four) => first + four)),
            CodeSystem.Modifier => either.Array[2].Select(text => new string(text)),
            CodeSystem.NuccTaxonomy => either.Array[9].Select(text => new string(text) + "X"),
            CodeSystem.Icd10Cm => Gen.Select(letter, digit, either, either.Array[0, 4], (a, b, c, rest) =>
                string.Create(CultureInfo.InvariantCulture, $"{a}{b}{c}") + (rest.Length > 0 ? "." + new string(rest) : "")),
            _ => digit.Array[2].Select(text => new string(text)),
        };
    }

    public string[][][] Tables => [Modifiers, Taxonomies, Diagnoses, RelatedProcedures];

    /// <summary>The page as a file: tables right below one another, outer pipes there or not.</summary>
    public SourceFile Write()
    {
        var random = new Random(Seed);
        var text = new StringBuilder("CPT " + Procedure + ": " + Title + "\nBilling Code Overview\n" + Overview + "\n");
        for (var table = 0; table < Headers.Length; table++)
        {
            text.Append(Row(Headers[table].Split('|'), random)).Append(random.Next(2) == 0 ? "|---|---|---|\n" : "---|---|---\n");
            text.AppendJoin("", Tables[table].Select(row => Row(row, random)));
        }

        return new(Procedure + ".txt", SourceKind.Publication, text.ToString());
    }

    private static Gen<string[][]> Rows(Gen<string> code, Gen<string> text) =>
        Gen.Select(code, text, text, (first, second, third) => new[] { first, second, third }).Array[0, 12]
            .Select(rows => rows.DistinctBy(row => row[0]).ToArray());

    // An empty cell at the end needs the pipe after it.
    private static string Row(string[] cells, Random random)
    {
        var row = string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)));
        return (random.Next(2) == 0 ? "| " : "") + row + (random.Next(2) == 0 || cells[^1].Length == 0 ? " |" : "") + "\n";
    }
}
