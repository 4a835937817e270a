using CodeReference.Compiler.Checking;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Checking;

/// <summary>What is right is never reported: official names and titles, each held against its own code.</summary>
public sealed class OfficialNamesTests
{
    private static readonly FileModel[] Tables = [.. DefaultTexts.Tables.Select(PublicationCompiler.ReadAndModel)];

    [Fact]
    public void Check_EveryTaxonomyUnderItsOwnNames_IsSilent()
    {
        var book = Book();
        var checker = new TaxonomyChecker(PublicationCompiler.Settle(book).Taxonomies, new(book));
        var rows = book.Rows(SectionKind.OfficialTaxonomies).Select(placed => placed.Row).ToList();

        Assert.Equal(883, rows.Count);
        Assert.Empty(
            from row in rows
            from name in new[] { row[1], row[3] + " " + row[4] }
            let said = checker.Check(RowOf(row.Key, name, ""))
            where said is not null
            select string.Join(' ', said.Arguments));
    }

    [Fact]
    public void Check_EveryDiagnosisUnderItsOwnTitle_IsSilent()
    {
        var book = Book();
        var meanings = new MeaningWords(book);
        var checker = new DiagnosisChecker(PublicationCompiler.Settle(book).Diagnoses, meanings, new(book, meanings));
        var rows = book.Rows(SectionKind.OfficialDiagnoses).Select(placed => placed.Row).Where(row => row[2] == "yes" && row.Key != 0).ToList();

        Assert.True(rows.Count > 74_000);
        Assert.Empty(rows.Select(row => checker.Check(RowOf(row.Key, row[1], row[1]), null)).Where(said => said is not null).Take(10).Select(said => string.Join(' ', said!.Arguments)));
    }

    // Titles cut to sixty characters are worse than anything that a page has: "Unsp inj extn/abdr musc/fasc".
    [Fact]
    public void Check_EveryDiagnosisUnderItsShortTitle_IsSilentForNinetyEightOfAHundred()
    {
        var book = Book();
        var meanings = new MeaningWords(book);
        var checker = new DiagnosisChecker(PublicationCompiler.Settle(book).Diagnoses, meanings, new(book, meanings));
        var said = new List<bool>();
        foreach (var line in File.ReadLines(Path.Combine(OfficialFiles.Folder, "icd10cm_order_2026.txt")).Where(line => line.Length > 77 && line[14] == '1'))
        {
            if (CodeKey.TryPack(CodeSystem.Icd10Cm, line.AsSpan(6, 7), out var key))
            {
                said.Add(checker.Check(RowOf(key, line[16..76].Trim(), ""), null) is not null);
            }
        }

        Assert.InRange(said.Count(isSaid => isSaid), 0, said.Count / 50);
    }

    private static BookModel Book()
    {
        Assert.SkipUnless(Directory.Exists(OfficialFiles.Folder), "shared/codesets is not beside the repository.");
        return BookModel.Of([.. Tables, .. OfficialFiles.Real]);
    }

    private static Row RowOf(ulong key, string text, string note) => new(key, new([new("", default), new(text, default), new(note, default)]));
}
