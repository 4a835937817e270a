using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests;

/// <summary>
/// Runs the folders of <c>Cases</c>: publications (<c>*.txt</c>), reference tables (<c>*.md</c>) and official files of
/// delimited (<c>*.csv</c>, <c>*.tsv</c>) or fixed columns (<c>*.dat</c>), and what the compiler says of them
/// (<c>expected.txt</c>, empty when silent). UPDATE_CASES=1 rewrites what is expected.
/// </summary>
public sealed class CaseTests
{
    private const string Expected = "expected.txt";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CodeReference.Compiler.Tests", "Cases");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Compile_Case_SaysWhatIsExpected(string name)
    {
        var expected = Path.Combine(Folder, name, Expected);
        var actual = string.Concat(Diagnose(name).Select(diagnostic => diagnostic + "\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            File.WriteAllText(expected, actual);
        }

        Assert.Equal(File.ReadAllText(expected), actual);
    }

    [Fact]
    public void Cases_AllOfThem_TriggerEveryDiagnosticThatAFileCan()
    {
        var triggered = Names.SelectMany(row => Diagnose(row.Data)).Select(diagnostic => diagnostic.Rule.Id).Distinct();
        // CR1001 depends on bytes that the compiler no longer sees, CR2031 and CR3004 on more rows than a case should have.
        Assert.Equal(Diagnostics.All.Select(rule => rule.Id).Except(["CR1001", "CR2031", "CR3004"]), triggered.Order(StringComparer.Ordinal));
    }

    private static EquatableArray<Diagnostic> Diagnose(string name)
    {
        var sources = Directory.GetFiles(Path.Combine(Folder, name)).Where(path => Path.GetFileName(path) != Expected).Select(path => new SourceFile(
            Path.GetFileName(path), KindOf(Path.GetExtension(path)), File.ReadAllText(path)));
        return PublicationCompiler.Compile(sources, CompiledBook.Options).Diagnostics;
    }

    private static SourceKind KindOf(string extension) => extension switch
    {
        ".md" => SourceKind.ReferenceTable,
        ".csv" or ".tsv" or ".dat" => SourceKind.CodeSet,
        _ => SourceKind.Publication,
    };
}
