using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using Microsoft.CodeAnalysis.Text;

namespace CodeReference.Compiler.Tests;

/// <summary>
/// Runs the folders of <c>Cases</c>: publications (<c>*.txt</c>), reference tables (<c>*.md</c>) and official files of
/// delimited (<c>*.csv</c>, <c>*.tsv</c>) or fixed columns (<c>*.dat</c>), what the compiler says of them
/// (<c>expected.txt</c>, empty when silent), and for those that hold one, what it makes of them
/// (<c>expected-model.txt</c>). A case called <c>page-</c> stands beside the tables of the default book. UPDATE_CASES=1
/// rewrites what is expected.
/// </summary>
public sealed class CaseTests
{
    private const string Expected = "expected.txt";
    private const string ExpectedModel = "expected-model.txt";

    // Of a file that is gone no case can be made, and of the limits none that anyone would want to read.
    private static readonly string[] NotInCases = ["CR1002", "CR1005", "CR1006", "CR1007", "CR1008", "CR1009", "CR3004"];

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CodeReference.Compiler.Tests", "Cases");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Compile_Case_SaysWhatIsExpected(string name)
    {
        AssertHolds(Path.Combine(Folder, name, Expected), string.Concat(Diagnose(name).Select(diagnostic => diagnostic + "\n")));
        if (Path.Combine(Folder, name, ExpectedModel) is var model && File.Exists(model))
        {
            AssertHolds(model, ModelDump.Of(BookModel.Of(Sources(name).Select(PublicationCompiler.ReadAndModel)).Files));
        }
    }

    [Fact]
    public void Cases_AllOfThem_TriggerEveryDiagnosticThatAFileCan()
    {
        var triggered = Names.SelectMany(row => Diagnose(row.Data)).Select(diagnostic => diagnostic.Rule.Id).Distinct();

        Assert.Equal(Diagnostics.All.Select(rule => rule.Id).Except(NotInCases), triggered.Order(StringComparer.Ordinal));
    }

    private static void AssertHolds(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static EquatableArray<Diagnostic> Diagnose(string name) =>
        PublicationCompiler.Compile([.. Sources(name), .. name.StartsWith("page-", StringComparison.Ordinal) ? DefaultTexts.Tables : []], CompiledBook.Options).Diagnostics;

    private static IEnumerable<SourceFile> Sources(string name) =>
        Directory.GetFiles(Path.Combine(Folder, name)).Where(path => Path.GetFileName(path) is not (Expected or ExpectedModel)).Select(Read);

    // As a build decodes it.
    private static SourceFile Read(string path)
    {
        using var stream = File.OpenRead(path);
        var (text, bad) = SourceBytes.Decode(SourceText.From(stream, checksumAlgorithm: SourceHashAlgorithm.Sha256));
        return new(Path.GetFileName(path), KindOf(Path.GetExtension(path)), text, bad);
    }

    private static SourceKind KindOf(string extension) => extension switch
    {
        ".md" => SourceKind.ReferenceTable,
        ".csv" or ".tsv" or ".dat" => SourceKind.CodeSet,
        _ => SourceKind.Publication,
    };
}
