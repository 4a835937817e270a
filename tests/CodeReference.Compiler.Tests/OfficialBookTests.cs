extern alias library;

using System.IO.Compression;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using library::CodeReference;
using LibraryStatus = library::CodeReference.CodeStatus;
using LibrarySystem = library::CodeReference.CodeSystem;
using NcciEdit = library::CodeReference.NcciEdit;

namespace CodeReference.Compiler.Tests;

/// <summary>One book of all official files that are at hand, asked for every row of them and compared with a naive reading.</summary>
public sealed class OfficialBookTests
{
    private const int Seed = 14020;

    private static readonly string AllEdits = Path.Combine(OfficialFiles.Folder, "ptp_practitioner_2024Q3_all_active.tsv.gz");

    private static readonly Lazy<ReferenceBook> Compiled = new(() =>
    {
        var names = Directory.GetFiles(OfficialFiles.Folder).Where(path => Path.GetExtension(path) is ".csv" or ".txt" or ".tsv" or ".gz");
        var sources = names.Select(path => new SourceFile(Path.GetFileName(path).Replace(".gz", ""), SourceKind.CodeSet, ReadText(path)));
        var book = PublicationCompiler.Settle(BookModel.Of(sources.Concat(DefaultTexts.Tables).Select(PublicationCompiler.ReadAndModel)));
        return CompiledBook.LoadImage(PublicationCompiler.LayOut(book, PublicationCompiler.Check(book)));
    });

    private readonly ReferenceBook _book;

    public OfficialBookTests()
    {
        Assert.SkipUnless(File.Exists(AllEdits), "shared/codesets is not beside the repository.");
        _book = Compiled.Value;
    }

    [Fact]
    public void CodeSets_OfficialBook_AreNamedWithTheirEditions() => Assert.Equal(
        [
            "HCPCS modifiers 2025 October", "ICD-10-CM FY2026", "Medically unlikely edits 2024Q3", "Medicare fee schedule 2025 October",
            "NCCI procedure-to-procedure edits 2024Q3", "NCCI procedure-to-procedure edits 2024Q3", "NCCI procedure-to-procedure edits 2024Q3", "NUCC taxonomy 25.1", "Places of service 2024",
        ],
        _book.CodeSets.Select(set => $"{set.Name} {set.Edition}").Order(StringComparer.Ordinal));

    [Fact]
    public void Diagnoses_OfficialBook_HaveTheirTitlesAndWhetherTheyMayBeBilled()
    {
        var lines = File.ReadAllLines(Path.Combine(OfficialFiles.Folder, "icd10cm_order_2026.txt"));

        Assert.Equal(98_186, lines.Length);
        Assert.All(lines, line =>
        {
            Assert.True(_book.Diagnoses.TryGet(line.AsSpan(6, 7), out var entry), line);
            Assert.Equal(line[77..].Trim(), entry.OfficialTitle.ToString());
            Assert.Equal(line[14] == '1' ? LibraryStatus.Valid : LibraryStatus.NotBillable, entry.Status);
        });
    }

    [Fact]
    public void TryGetNcciEdit_OfficialBook_FindsEveryEdit()
    {
        var lines = ReadText(AllEdits).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1_669_820, lines.Length - 1);
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].TrimEnd('\r').Split('\t');
            var isEdit = _book.TryGetNcciEdit(ProcedureCode.Parse(cells[0]), ProcedureCode.Parse(cells[1]), out var edit);
            if (!isEdit || edit.ModifierIndicator != cells[2][0] || edit.Deleted is not null || edit.Rationale.ToString() != cells[3])
            {
                Assert.Fail($"{lines[i]}: {(isEdit ? Said(edit) : "no edit")}");
            }
        }
    }

    [Fact]
    public void TryGetNcciEdit_AnyTwoProcedures_IsAnEditOnlyWhereAFileSaysSo()
    {
        var pairs = ReadText(AllEdits).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line[..11]).ToHashSet(StringComparer.Ordinal);
        var random = new Random(Seed);
        var wrong = 0;
        for (var i = 0; i < 1_000_000; i++)
        {
            var column1 = CodeAt(random.Next(_book.Procedures.Count));
            var column2 = CodeAt(random.Next(_book.Procedures.Count));
            var isEdit = _book.TryGetNcciEdit(column1, column2, out var edit) && edit.Deleted is null;
            // The file of one procedure holds edits that have ended, too.
            wrong += isEdit != pairs.Contains($"{column1}\t{column2}") ? 1 : 0;
        }

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void TryGetNcciEdit_OfTwoFiles_NamesTheOneInForceAndItsLine()
    {
        Assert.True(_book.TryGetNcciEdit(ProcedureCode.Parse("14020"), ProcedureCode.Parse("12001"), out var edit));
        Assert.Equal('1', edit.ModifierIndicator);
        Assert.Equal("12001", ReadLine(edit.Citation).Split('\t')[1]);

        Assert.True(_book.TryGetNcciEdit(ProcedureCode.Parse("14020"), ProcedureCode.Parse("01995"), out edit));
        Assert.Equal(new DateOnly(2006, 12, 31), edit.Deleted);
        Assert.Equal("ptp_practitioner_2024Q3_14020.tsv", edit.Citation.File);
    }

    [Fact]
    public void UnlikelyEdits_OfficialBook_AreThoseOfTheFile()
    {
        var lines = File.ReadAllLines(Path.Combine(OfficialFiles.Folder, "MCR_MUE_PractitionerServices_Eff_07-01-2024.reconstructed.csv")).Skip(1);

        Assert.All(lines.Select(line => line.Split(',')), cells =>
        {
            Assert.True(_book.Procedures.TryGet(cells[0], out var entry), cells[0]);
            Assert.Equal(cells[1], $"{Assert.Single(entry.UnlikelyEdits).Units}");
        });
    }

    [Fact]
    public void FeeSchedule_OfficialBook_HasTheRowsOfAProcedureAndItsParts()
    {
        Assert.True(_book.Procedures.TryGet("14020", out var transfer));
        var row = Assert.Single(transfer.FeeSchedule);
        Assert.Equal("A 090 2 0 1 0 0", $"{row.Status} {row.Global} {row.Multiple} {row.Bilateral} {row.Assistant} {row.CoSurgeon} {row.Team}");
        Assert.Equal(LibraryStatus.Valid, transfer.Status);

        Assert.True(_book.Procedures.TryGet("70450", out var imaging));
        Assert.Equal(["", "26", "TC"], imaging.FeeSchedule.Select(part => part.Modifier.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(19_090, Enumerable.Range(0, _book.Procedures.Count).Sum(place => _book.Procedures[place].FeeSchedule.Count));
    }

    [Fact]
    public void Taxonomies_OfficialBook_AreThoseOfTheFile()
    {
        // Two more are of the default tables: they have ended, and publications still name them.
        Assert.Equal(883, Enumerable.Range(0, _book.Taxonomies.Count).Count(place => _book.Taxonomies[place].Status == LibraryStatus.Valid));
        Assert.True(_book.Taxonomies.TryGet("207q00000x", out var entry));
        Assert.Equal("Family Medicine Physician", entry.OfficialTitle.ToString());
        Assert.Equal(LibraryStatus.Valid, entry.Status);
        Assert.False(_book.Taxonomies.TryGet("207Q00001X", out _));
    }

    [Fact]
    public void SearchCodes_OfficialBook_FindsByWordsAndByBeginnings()
    {
        Assert.Contains("S41.011A", _book.SearchCodes("laceration without foreign right shoulder initial", [LibrarySystem.Icd10Cm]).Select(hit => hit.Entry.Code));
        Assert.Equal("S41", _book.SearchCodes("s41", [LibrarySystem.Icd10Cm])[0].Entry.Code);
        Assert.Equal("207Q00000X", _book.SearchCodes("family medicine physician", [LibrarySystem.NuccTaxonomy])[0].Entry.Code);
    }

    private ProcedureCode CodeAt(int place) => ProcedureCode.FromKey(_book.Procedures[place].Key);

    private static string Said(NcciEdit edit) => $"{edit.ModifierIndicator} {edit.Deleted} {edit.Rationale}";

    private static string ReadLine(Citation citation)
    {
        var path = Directory.GetFiles(OfficialFiles.Folder, citation.File + "*").Single();
        return ReadText(path).Split('\n')[citation.Line - 1];
    }

    private static string ReadText(string path)
    {
        if (Path.GetExtension(path) != ".gz")
        {
            return File.ReadAllText(path);
        }

        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return text.ReadToEnd();
    }
}
