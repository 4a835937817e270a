using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Checking;

/// <summary>The publication as published, the same facts in other words, and the corrected page, against official sources.</summary>
public sealed class RealPageTests
{
    // The defects that the field has found on the page, by line and column, in the order of the file.
    private static readonly string[] Expected =
    [
        "4,155 CR2020", "4,171 CR2020",
        "27,1 CR3019", "28,1 CR3019", "29,1 CR3019", "34,1 CR3019", "40,1 CR3019",
        "43,16 CR3011", "44,14 CR3011", "45,1 CR3010", "46,14 CR3011", "47,1 CR3010",
        "51,12 CR3014", "52,12 CR3014", "53,87 CR3015", "54,1 CR3013", "55,11 CR3014",
        "59,52 CR3021", "60,9 CR3020", "61,9 CR3020", "62,9 CR3020", "63,81 CR3021", "64,9 CR3020",
    ];

    private static readonly FileModel[] Tables = [.. DefaultTexts.Tables.Select(PublicationCompiler.ReadAndModel)];

    [Fact]
    public void Check_RealPageWithTables_FindsItsDefectsAndNoOthers() => Assert.Equal(Expected, Places(Diagnose(RealPage())));

    [Fact]
    public void Check_RealPageWithOfficialFiles_FindsTheSame() => Assert.Equal(Expected, Places(Diagnose(RealPage(), Official())));

    [Fact]
    public void Check_RealPageWithOfficialFiles_NamesTheCodesThatWereMeant()
    {
        var messages = Diagnose(RealPage(), Official()).Select(diagnostic => diagnostic.ToString()).ToList();
        foreach (var code in new[] { "208200000X", "208600000X", "207N00000X", "204D00000X", "213E00000X", "S41.111A", "S61.511A", "S01.01XA", "T14.8XXA, T14.8XXD, T14.8XXS", "C44.722", "14061" })
        {
            Assert.Contains(code, string.Join("\n", messages), StringComparison.Ordinal);
        }

        Assert.Contains(messages, message => message.Contains("nearest are 207L00000X, 207LA0401X", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_RealPage_HasEvidenceForEveryContradiction() => Assert.All(
        Diagnose(RealPage(), Official()).Where(diagnostic => diagnostic.Rule != Diagnostics.PromisedAndAbsent),
        diagnostic =>
        {
            Assert.NotNull(diagnostic.Evidence);
            Assert.NotEmpty(diagnostic.Evidence.Published);
            Assert.NotEmpty(diagnostic.Evidence.Source);
        });

    [Fact]
    public void Check_TablesOfTheDefaultBook_DifferFromTheOfficialFilesOnlyInWhatIsNewer() =>
        // Of AC and JG the registry has what the release of October 2026 says, and the file is a year older.
        Assert.Empty(Check([.. Tables, .. Official()]));

    [Fact]
    public void Check_DefaultBook_HasTheDefectsOfTheRealPage()
    {
        var own = Diagnose(PublicationCompiler.ReadAndModel(Assert.Single(DefaultTexts.Publications)));

        Assert.Equal(Expected.Select(RowOf), Places(own).Select(RowOf));

        // The rows are those of the real page; in a row the words stand where the wording puts them.
        static string RowOf(string place) => place[..place.IndexOf(',', StringComparison.Ordinal)] + place[place.IndexOf(' ', StringComparison.Ordinal)..];
    }

    [Theory]
    [InlineData("corrected-14020.txt", false)]
    [InlineData("corrected-14020.txt", true)]
    [InlineData("corrected-12032.txt", false)]
    [InlineData("corrected-12032.txt", true)]
    [InlineData("corrected-15260.txt", false)]
    [InlineData("corrected-15260.txt", true)]
    public void Check_CorrectedPage_IsSilent(string name, bool withFiles)
    {
        var said = Diagnose(PublicationCompiler.ReadAndModel(Corrected(name)), withFiles ? Official() : []);

        // The page of 14020 is whole; the others have no more sections than it takes.
        Assert.Empty(said.Where(diagnostic => diagnostic.Rule != Diagnostics.AbsentSections || name == "corrected-14020.txt").Select(diagnostic => diagnostic.ToString()));
    }

    internal static SourceFile Corrected(string name) => new(name, SourceKind.Publication,
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "CodeReference.Compiler.Tests", "Pages", name)));

    private static FileModel RealPage() => PublicationCompiler.ReadAndModel(RealPublicationTests.Source);

    private static FileModel[] Official()
    {
        Assert.SkipUnless(Directory.Exists(OfficialFiles.Folder), "shared/codesets is not beside the repository.");
        return OfficialFiles.Real;
    }

    private static List<Diagnostic> Diagnose(FileModel page, params FileModel[] official) => [.. Check([page, .. Tables, .. official]).Where(diagnostic => diagnostic.Path == page.Path)];

    private static List<Diagnostic> Check(params IEnumerable<FileModel> files) => [.. PublicationCompiler.Check(PublicationCompiler.Settle(BookModel.Of(files)))];

    private static IEnumerable<string> Places(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(diagnostic => FormattableString.Invariant($"{diagnostic.Span.Line},{diagnostic.Span.Column} {diagnostic.Rule.Id}"));
}
