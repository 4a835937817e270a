using CodeReference.Compiler.Checking;
using CodeReference.Compiler.Checking.Vocabularies;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Checking;

/// <summary>What is right is never reported: official names and titles, each held against its own code.</summary>
public sealed class OfficialNamesTests
{
    private static readonly FileModel[] Tables = [.. DefaultTexts.Tables.Select(PublicationCompiler.ReadAndModel)];

    public static TheoryData<bool> Extents => OfficialFiles.Extents;

    [Theory]
    [MemberData(nameof(Extents))]
    public void Check_EveryTaxonomyUnderItsOwnNames_IsSilent(bool isWhole)
    {
        var book = Book(isWhole);
        var checker = new TaxonomyChecker(PublicationCompiler.Settle(book).Taxonomies, new(book));
        var rows = book.Rows(SectionKind.OfficialTaxonomies).Select(placed => placed.Row).ToList();

        Assert.Equal(isWhole ? 883 : 15, rows.Count);
        Assert.Empty(
            from row in rows
            from name in new[] { row[1], row[3] + " " + row[4] }
            let said = checker.Check(RowOf(row.Key, name, ""))
            where said is not null
            select string.Join(' ', said.Arguments));
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void Check_EveryDiagnosisUnderItsOwnTitle_IsSilent(bool isWhole)
    {
        var book = Book(isWhole);
        var meanings = new MeaningWords(book);
        var checker = new DiagnosisChecker(PublicationCompiler.Settle(book).Diagnoses, meanings, new(book, meanings));
        var rows = book.Rows(SectionKind.OfficialDiagnoses).Select(placed => placed.Row).Where(row => row[2] == "yes" && row.Key != 0).ToList();

        Assert.True(rows.Count > (isWhole ? 74_000 : 15));
        Assert.Empty(rows.Select(row => checker.Check(RowOf(row.Key, row[1], row[1]), null)).Where(said => said is not null).Take(10).Select(said => string.Join(' ', said!.Arguments)));
    }

    // Titles cut to sixty characters are worse than anything that a page has: "Unsp inj extn/abdr musc/fasc".
    [Theory]
    [MemberData(nameof(Extents))]
    public void Check_EveryDiagnosisUnderItsShortTitle_IsSilentForNinetyEightOfAHundred(bool isWhole)
    {
        var book = Book(isWhole);
        var meanings = new MeaningWords(book);
        var checker = new DiagnosisChecker(PublicationCompiler.Settle(book).Diagnoses, meanings, new(book, meanings));
        var said = new List<bool>();
        foreach (var line in OfficialFiles.ReadText("icd10cm_order_2026.txt", isWhole).Split("\r\n").Where(line => line.Length > 77 && line[14] == '1'))
        {
            if (CodeKey.TryPack(CodeSystem.Icd10Cm, line.AsSpan(6, 7), out var key))
            {
                said.Add(checker.Check(RowOf(key, line[16..76].Trim(), ""), null) is not null);
            }
        }

        Assert.InRange(said.Count(isSaid => isSaid), 0, said.Count / 50);
    }

    private static BookModel Book(bool isWhole) => BookModel.Of([.. Tables, .. OfficialFiles.OneOfEach(isWhole)]);

    private static Row RowOf(ulong key, string text, string note) => new(key, new([new("", default), new(text, default), new(note, default)]));
}
