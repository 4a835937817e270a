using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Checking;

/// <summary>
/// The publication, and the same facts in other and in right words, against official sources: the page of the default book
/// and excerpts, and the published page and the whole files where they are beside the repository.
/// </summary>
public sealed class RealPageTests
{
    // The defects that the field has found on the page, by line and column, in the order of the file.
    private static readonly string[] OfPublishedPage =
    [
        "4,155 CR2020", "4,171 CR2020",
        "27,1 CR3019", "28,1 CR3019", "29,1 CR3019", "34,1 CR3019", "40,1 CR3019",
        "43,16 CR3011", "44,14 CR3011", "45,1 CR3010", "46,14 CR3011", "47,1 CR3010",
        "51,12 CR3014", "52,12 CR3014", "53,87 CR3015", "54,1 CR3013", "55,11 CR3014",
        "59,52 CR3021", "60,9 CR3020", "61,9 CR3020", "62,9 CR3020", "63,81 CR3021", "64,9 CR3020",
    ];

    // The same defects of the same lines; in a line the words stand where the wording puts them.
    private static readonly string[] OfOwnPage =
    [
        "4,155 CR2020", "4,171 CR2020",
        "27,1 CR3019", "28,1 CR3019", "29,1 CR3019", "34,1 CR3019", "40,1 CR3019",
        "43,16 CR3011", "44,14 CR3011", "45,1 CR3010", "46,14 CR3011", "47,1 CR3010",
        "51,12 CR3014", "52,12 CR3014", "53,87 CR3015", "54,1 CR3013", "55,11 CR3014",
        "59,53 CR3021", "60,9 CR3020", "61,9 CR3020", "62,9 CR3020", "63,82 CR3021", "64,9 CR3020",
    ];

    private static readonly FileModel[] Tables = [.. DefaultTexts.Tables.Select(PublicationCompiler.ReadAndModel)];

    public static TheoryData<bool> Pages => RealPublicationTests.Pages;

    public static TheoryData<bool> Extents => OfficialFiles.Extents;

    /// <summary>Each page with each extent of the official files.</summary>
    public static TheoryData<bool, bool> PagesAndExtents => new(
        from page in RealPublicationTests.Pages
        from extent in OfficialFiles.Extents
        select (page.Data, extent.Data));

    /// <summary>Corrected pages alone, and with each extent of the official files.</summary>
    public static TheoryData<string, bool?> CorrectedPages => new(
        from name in new[] { "corrected-14020.txt", "corrected-12032.txt", "corrected-15260.txt" }
        from extent in new bool?[] { null }.Concat(OfficialFiles.Extents.Select(row => (bool?)row.Data))
        select (name, extent));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Check_PageWithTables_FindsItsDefectsAndNoOthers(bool isPublished) =>
        Assert.Equal(Expected(isPublished), Places(Diagnose(RealPage(isPublished))));

    [Theory]
    [MemberData(nameof(PagesAndExtents))]
    public void Check_PageWithOfficialFiles_FindsTheSame(bool isPublished, bool isWhole) =>
        Assert.Equal(Expected(isPublished), Places(Diagnose(RealPage(isPublished), OfficialFiles.OneOfEach(isWhole))));

    [Theory]
    [MemberData(nameof(PagesAndExtents))]
    public void Check_PageWithOfficialFiles_NamesTheCodesThatWereMeant(bool isPublished, bool isWhole)
    {
        var messages = Diagnose(RealPage(isPublished), OfficialFiles.OneOfEach(isWhole)).Select(diagnostic => diagnostic.ToString()).ToList();
        foreach (var code in new[] { "208200000X", "208600000X", "207N00000X", "204D00000X", "213E00000X", "S41.111A", "S61.511A", "S01.01XA", "T14.8XXA, T14.8XXD, T14.8XXS", "C44.722", "14061" })
        {
            Assert.Contains(code, string.Join("\n", messages), StringComparison.Ordinal);
        }

        var nearest = isWhole ? "nearest are 207L00000X, 207LA0401X" : "nearest are 207L00000X";
        Assert.Contains(messages, message => message.Contains(nearest, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PagesAndExtents))]
    public void Check_Page_HasEvidenceForEveryContradiction(bool isPublished, bool isWhole) => Assert.All(
        Diagnose(RealPage(isPublished), OfficialFiles.OneOfEach(isWhole)).Where(diagnostic => diagnostic.Rule != Diagnostics.PromisedAndAbsent),
        diagnostic =>
        {
            Assert.NotNull(diagnostic.Evidence);
            Assert.NotEmpty(diagnostic.Evidence.Published);
            Assert.NotEmpty(diagnostic.Evidence.Source);
        });

    [Theory]
    [MemberData(nameof(Extents))]
    public void Check_TablesOfTheDefaultBook_DifferFromTheOfficialFilesOnlyInWhatIsNewer(bool isWhole)
    {
        var official = OfficialFiles.OneOfEach(isWhole);
        var codes = official.SelectMany(file => file.Sections).SelectMany(section => section.Rows).Select(row => CodeKey.ToText(row.Key)).ToHashSet();
        var different = Check([.. Tables, .. official]).Select(diagnostic => diagnostic.Arguments[0]);

        // Of AC and JG the registry has what the release of October 2026 says, and the file is a year older. That a code is
        // missing says something of a whole file alone.
        Assert.DoesNotContain(different, code => isWhole || codes.Contains(code));
    }

    [Fact]
    public void Defects_OfBothPages_AreInTheSameLines()
    {
        Assert.Equal(OfPublishedPage.Select(LineOf), OfOwnPage.Select(LineOf));

        static string LineOf(string place) => place[..place.IndexOf(',', StringComparison.Ordinal)] + place[place.IndexOf(' ', StringComparison.Ordinal)..];
    }

    [Theory]
    [MemberData(nameof(CorrectedPages))]
    public void Check_CorrectedPage_IsSilent(string name, bool? isWhole)
    {
        var said = Diagnose(PublicationCompiler.ReadAndModel(Corrected(name)), isWhole is { } extent ? OfficialFiles.OneOfEach(extent) : []);

        // The page of 14020 is whole; the others have no more sections than it takes.
        Assert.Empty(said.Where(diagnostic => diagnostic.Rule != Diagnostics.AbsentSections || name == "corrected-14020.txt").Select(diagnostic => diagnostic.ToString()));
    }

    internal static SourceFile Corrected(string name) => new(name, SourceKind.Publication,
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "CodeReference.Compiler.Tests", "Pages", name)));

    private static string[] Expected(bool isPublished) => isPublished ? OfPublishedPage : OfOwnPage;

    private static FileModel RealPage(bool isPublished) => PublicationCompiler.ReadAndModel(RealPublicationTests.Source(isPublished));

    private static List<Diagnostic> Diagnose(FileModel page, params FileModel[] official) => [.. Check([page, .. Tables, .. official]).Where(diagnostic => diagnostic.Path == page.Path)];

    private static List<Diagnostic> Check(params IEnumerable<FileModel> files) => [.. PublicationCompiler.Check(PublicationCompiler.Settle(BookModel.Of(files)))];

    private static IEnumerable<string> Places(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(diagnostic => FormattableString.Invariant($"{diagnostic.Span.Line},{diagnostic.Span.Column} {diagnostic.Rule.Id}"));
}
