extern alias library;

using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using library::CodeReference;
using LibraryStatus = library::CodeReference.CodeStatus;
using LibrarySystem = library::CodeReference.CodeSystem;
using NcciEdit = library::CodeReference.NcciEdit;

namespace CodeReference.Compiler.Tests;

/// <summary>
/// One book of official files of all kinds, asked for every row of them and compared with a naive reading: of the excerpts,
/// and of the whole files where they are beside the repository.
/// </summary>
public sealed class OfficialBookTests
{
    private const int Seed = 14020;
    private const string AllEdits = "ptp_practitioner_2024Q3_all_active.tsv";
    private const string UnlikelyEdits = "MCR_MUE_PractitionerServices_Eff_07-01-2024.reconstructed.csv";

    private static readonly string[] Names =
    [
        "nucc_taxonomy_251.csv", "icd10cm_order_2026.txt", "hcpcs_level2_modifiers_2025OCT.csv", "PPRRVU2025_Oct.csv", UnlikelyEdits,
        "cms_place_of_service_2024.csv", AllEdits, "ptp_practitioner_2024Q3_14020.tsv",
    ];

    private static readonly Lazy<ReferenceBook> OfExcerpts = new(() => Compile(isWhole: false));
    private static readonly Lazy<ReferenceBook> OfWholeFiles = new(() => Compile(isWhole: true));

    public static TheoryData<bool> Extents => OfficialFiles.Extents;

    [Theory]
    [MemberData(nameof(Extents))]
    public void CodeSets_OfficialBook_AreNamedWithTheirEditions(bool isWhole) => Assert.Equal(
        [
            "HCPCS modifiers 2025 October", "ICD-10-CM FY2026", "Medically unlikely edits 2024Q3", "Medicare fee schedule 2025 October",
            "NCCI procedure-to-procedure edits 2024Q3", "NCCI procedure-to-procedure edits 2024Q3", "NUCC taxonomy 25.1", "Places of service 2024",
        ],
        Book(isWhole).CodeSets.Select(set => $"{set.Name} {set.Edition}").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Extents))]
    public void Diagnoses_OfficialBook_HaveTheirTitlesAndWhetherTheyMayBeBilled(bool isWhole)
    {
        var book = Book(isWhole);
        var lines = ReadLines("icd10cm_order_2026.txt", isWhole);

        Assert.Equal(isWhole ? 98_186 : 22, lines.Length);
        Assert.All(lines, line =>
        {
            Assert.True(book.Diagnoses.TryGet(line.AsSpan(6, 7), out var entry), line);
            Assert.Equal(line[77..].Trim(), entry.OfficialTitle.ToString());
            Assert.Equal(line[14] == '1' ? LibraryStatus.Valid : LibraryStatus.NotBillable, entry.Status);
        });
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void TryGetNcciEdit_OfficialBook_FindsEveryEdit(bool isWhole)
    {
        var book = Book(isWhole);
        var lines = ReadLines(AllEdits, isWhole);

        Assert.Equal(isWhole ? 1_669_820 : 14, lines.Length - 1);
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t');
            var isEdit = book.TryGetNcciEdit(ProcedureCode.Parse(cells[0]), ProcedureCode.Parse(cells[1]), out var edit);
            if (!isEdit || edit.ModifierIndicator != cells[2][0] || edit.Deleted is not null || edit.Rationale.ToString() != cells[3])
            {
                Assert.Fail($"{lines[i]}: {(isEdit ? Said(edit) : "no edit")}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void TryGetNcciEdit_AnyTwoProcedures_IsAnEditOnlyWhereAFileSaysSo(bool isWhole)
    {
        var book = Book(isWhole);
        var pairs = ReadLines(AllEdits, isWhole).Skip(1).Select(line => line[..11]).ToHashSet(StringComparer.Ordinal);
        var random = new Random(Seed);
        var wrong = 0;
        for (var i = 0; i < 1_000_000; i++)
        {
            var column1 = CodeAt(book, random.Next(book.Procedures.Count));
            var column2 = CodeAt(book, random.Next(book.Procedures.Count));
            var isEdit = book.TryGetNcciEdit(column1, column2, out var edit) && edit.Deleted is null;
            // The file of one procedure holds edits that have ended, too.
            wrong += isEdit != pairs.Contains($"{column1}\t{column2}") ? 1 : 0;
        }

        Assert.Equal(0, wrong);
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void TryGetNcciEdit_OfTwoFiles_NamesTheOneInForceAndItsLine(bool isWhole)
    {
        var book = Book(isWhole);
        Assert.True(book.TryGetNcciEdit(ProcedureCode.Parse("14020"), ProcedureCode.Parse("12001"), out var edit));
        Assert.Equal('1', edit.ModifierIndicator);
        Assert.Equal("12001", OfficialFiles.ReadText(edit.Citation.File, isWhole).Split('\n')[edit.Citation.Line - 1].Split('\t')[1]);

        Assert.True(book.TryGetNcciEdit(ProcedureCode.Parse("14020"), ProcedureCode.Parse("01995"), out edit));
        Assert.Equal(new DateOnly(2006, 12, 31), edit.Deleted);
        Assert.Equal("ptp_practitioner_2024Q3_14020.tsv", edit.Citation.File);
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void UnlikelyEdits_OfficialBook_AreThoseOfTheFile(bool isWhole)
    {
        var book = Book(isWhole);
        var lines = ReadLines(UnlikelyEdits, isWhole).Skip(1);

        Assert.All(lines.Select(line => line.Split(',')), cells =>
        {
            Assert.True(book.Procedures.TryGet(cells[0], out var entry), cells[0]);
            Assert.Equal(cells[1], $"{Assert.Single(entry.UnlikelyEdits).Units}");
        });
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void FeeSchedule_OfficialBook_HasTheRowsOfAProcedureAndItsParts(bool isWhole)
    {
        var book = Book(isWhole);
        Assert.True(book.Procedures.TryGet("14020", out var transfer));
        var row = Assert.Single(transfer.FeeSchedule);
        Assert.Equal("A 090 2 0 1 0 0", $"{row.Status} {row.Global} {row.Multiple} {row.Bilateral} {row.Assistant} {row.CoSurgeon} {row.Team}");
        Assert.Equal(LibraryStatus.Valid, transfer.Status);

        Assert.True(book.Procedures.TryGet("70450", out var imaging));
        Assert.Equal(["", "26", "TC"], imaging.FeeSchedule.Select(part => part.Modifier.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(isWhole ? 19_090 : 14, Enumerable.Range(0, book.Procedures.Count).Sum(place => book.Procedures[place].FeeSchedule.Count));
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void Taxonomies_OfficialBook_AreThoseOfTheFile(bool isWhole)
    {
        var book = Book(isWhole);
        // Two more are of the default tables: they have ended, and publications still name them.
        Assert.Equal(isWhole ? 883 : 15, Enumerable.Range(0, book.Taxonomies.Count).Count(place => book.Taxonomies[place].Status == LibraryStatus.Valid));
        Assert.True(book.Taxonomies.TryGet("207q00000x", out var entry));
        Assert.Equal("Family Medicine Physician", entry.OfficialTitle.ToString());
        Assert.Equal(LibraryStatus.Valid, entry.Status);
        Assert.False(book.Taxonomies.TryGet("207Q00001X", out _));
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void SearchCodes_OfficialBook_FindsByWordsAndByBeginnings(bool isWhole)
    {
        var book = Book(isWhole);
        Assert.Contains("S41.011A", book.SearchCodes("laceration without foreign right shoulder initial", [LibrarySystem.Icd10Cm]).Select(hit => hit.Entry.Code));
        Assert.Equal("S41", book.SearchCodes("s41", [LibrarySystem.Icd10Cm])[0].Entry.Code);
        Assert.Equal("207Q00000X", book.SearchCodes("family medicine physician", [LibrarySystem.NuccTaxonomy])[0].Entry.Code);
    }

    private static ReferenceBook Book(bool isWhole) => (isWhole ? OfWholeFiles : OfExcerpts).Value;

    private static ReferenceBook Compile(bool isWhole)
    {
        var sources = Names.Select(name => new SourceFile(name, SourceKind.CodeSet, OfficialFiles.ReadText(name, isWhole)));
        var book = PublicationCompiler.Settle(BookModel.Of(sources.Concat(DefaultTexts.Tables).Select(PublicationCompiler.ReadAndModel)));
        return CompiledBook.LoadImage(PublicationCompiler.LayOut(book, PublicationCompiler.Check(book)));
    }

    private static string[] ReadLines(string name, bool isWhole) =>
        OfficialFiles.ReadText(name, isWhole).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static ProcedureCode CodeAt(ReferenceBook book, int place) => ProcedureCode.FromKey(book.Procedures[place].Key);

    private static string Said(NcciEdit edit) => $"{edit.ModifierIndicator} {edit.Deleted} {edit.Rationale}";
}
