using System.Globalization;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Fuzzing;

/// <summary>
/// Mutates the files of <c>Corpus</c> and runs them through the compiler. FUZZ_RUNS and FUZZ_SEED choose how many and
/// which, as in <c>FUZZ_RUNS=1000000 FUZZ_SEED=7 dotnet run -c Release -- --filter-class '*ReaderFuzzTests'</c>; a failing
/// input is cut down and, where FUZZ_KEEP is set, kept as a file of the corpus.
/// </summary>
public sealed class ReaderFuzzTests
{
    private const int DefaultRuns = 3000;
    private const int RunsToFindABug = 3000;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CodeReference.Compiler.Tests", "Corpus");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_FileOfTheCorpus_BreaksNothing(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name));

        Assert.Null(ReaderTarget.Compiler.Run(new("file", SourceKind.Publication, text)));
        Assert.Null(ReaderTarget.Compiler.Run(new("file", SourceKind.ReferenceTable, text)));
    }

    [Fact]
    public void Run_MutatedCorpus_BreaksNothing()
    {
        var failure = Fuzz(ReaderTarget.Compiler, Setting("FUZZ_RUNS", DefaultRuns), Setting("FUZZ_SEED", 1));

        Assert.True(failure is null, failure);
    }

    [Fact]
    public void Run_ReaderThatDropsARowAfterAnEscapedPipe_IsCaught() =>
        Assert.StartsWith("Lost in reading", Fuzz(ReaderTarget.Compiler with { Read = WithoutRowsAfterAnEscapedPipe }, RunsToFindABug, 1), StringComparison.Ordinal);

    [Fact]
    public void Run_ReaderWhoseCellsAreAPlaceOff_IsCaught() =>
        Assert.Contains("does not stand at", Fuzz(ReaderTarget.Compiler with { Read = WithCellsAPlaceOff }, RunsToFindABug, 1), StringComparison.Ordinal);

    [Fact]
    public void Run_ModelWithoutOtherText_IsCaught() =>
        Assert.StartsWith("Lost in modelling", Fuzz(ReaderTarget.Compiler with { Model = WithoutOtherText }, RunsToFindABug, 1), StringComparison.Ordinal);

    private static string? Fuzz(ReaderTarget target, int runs, int seed)
    {
        var mutator = new Mutator([.. Directory.GetFiles(Folder).Order(StringComparer.Ordinal).Select(File.ReadAllText)], seed);
        for (var run = 0; run < runs; run++)
        {
            var file = new SourceFile("file", run % 4 == 3 ? SourceKind.ReferenceTable : SourceKind.Publication, mutator.Next());
            if (target.Run(file) is not null)
            {
                file = CutDown(target, file);
                Keep(file, seed, run);
                return $"{target.Run(file)}\nseed {seed}, run {run}, {file.Kind}:\n{file.Text}";
            }
        }

        return null;
    }

    private static SourceFile CutDown(ReaderTarget target, SourceFile file)
    {
        for (var size = file.Text.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= file.Text.Length;)
            {
                var shorter = file with { Text = file.Text.Remove(start, size) };
                if (target.Run(shorter) is not null)
                {
                    file = shorter;
                }
                else
                {
                    start += size;
                }
            }
        }

        return file;
    }

    private static void Keep(SourceFile file, int seed, int run)
    {
        if (Environment.GetEnvironmentVariable("FUZZ_KEEP") is { Length: > 0 })
        {
            File.WriteAllText(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"found-{seed}-{run}.txt")), file.Text);
        }
    }

    private static int Setting(string name, int absent) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : absent;

    private static Document WithoutRowsAfterAnEscapedPipe(SourceFile file) => WithTables(file, table =>
        table with { Rows = table.Rows.Where((_, row) => row == 0 || !table.Rows[row - 1].Cells.Any(cell => cell.Text.Contains('|'))).ToEquatableArray() });

    private static Document WithCellsAPlaceOff(SourceFile file) => WithTables(file, table => table with
    {
        Rows = table.Rows.Select(row => row with { Cells = row.Cells.Select(cell => cell with { Span = cell.Span with { Start = cell.Span.Start - 1 } }).ToEquatableArray() }).ToEquatableArray(),
    });

    private static Document WithTables(SourceFile file, Func<Table, Table> change)
    {
        var document = DocumentReader.Read(file);
        return document with { Blocks = document.Blocks.Select(block => block is Table table ? change(table) : block).ToEquatableArray() };
    }

    private static FileModel WithoutOtherText(SourceFile file, Document document)
    {
        var model = FileModeler.Model(file, document);
        return model with { Sections = model.Sections.Where(section => section.Kind != SectionKind.OtherText).ToEquatableArray() };
    }
}
