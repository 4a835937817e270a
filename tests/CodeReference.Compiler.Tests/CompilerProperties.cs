extern alias library;
using CodeReference.Compiler.Reading;
using CodeReference.Format;
using CsCheck;
using library::CodeReference;

namespace CodeReference.Compiler.Tests;

/// <summary>What holds for any file.</summary>
public sealed class CompilerProperties
{
    private const int Cases = 1000;

    private static readonly SectionKind[] Tables = [SectionKind.Modifiers, SectionKind.Taxonomies, SectionKind.Diagnoses, SectionKind.RelatedProcedures];

    // What the reader decides by, far denser than any page has it.
    private static readonly Gen<string> Text = Gen.OneOf(
            "|", "|", "|", "-", "-", "---", "|---|---|---|\n", "#", "# ", "\n", "\n", "\n", "\r", "\r\n", "\uFEFF", " ", "\t", "\\", "\\|", ":", ",", ".", " and ", " or ",
            "0", "14020", "25", "LT", "S41.011A", "207Q00000X", "\0", "\uD800", "\uDC00", "\uFFFF", "\u2028", "٣", "２", "e\u0301", "😀", "CPT ", "CPT 14020: ", "CPT :",
            "Summary & Overview\n", "Billing Code Overview\n", "Clinical Context\n", "Typical site of service\n", "Typical service type\n", "Related Diagnoses\n",
            "Service type:", "Typical site of service:", "Key payers covered in this analysis include ", "documented in the operative report, including ", "benchmarks for ", " patterns",
            "| Modifier | Description | When to Use |\n|---|---|---|\n", "ICD-10 Code | Description | Clinical Relevance\n---|---|---\n", "| CPT Code | Description | Relationship to This Procedure |\n|---|---|---|\n",
            "| Modifier | Origin | Title | Rank | Ended | Source |\n|---|---|---|---|---|---|\n", "25 | CPT | Visit | 3 | 2025-01-01 | Test |\n",
            "| Rule | Kind | Modifiers | With | Condition | Severity | Binding Severity | Certain Fix | Message | Fix | Source |\n|---|---|---|---|---|---|---|---|---|---|---|\n",
            "R1 | conflict | 25 | LT | Bilateral is 0 | error | info | drop modifiers | M | F | S\n", "R2 | too many |  |  | more than 4 | error |  |  | M | F | S\n", "R3 | order | | | class is not ,| error | | | M | F | S\n",
            "| Procedure | Technique | Site Group | Unit | Above | Up To | Each Additional | Add-on To | Source |\n|---|---|---|---|---|---|---|---|---|\n", "14020 | flap | all | sq cm | 0 | 10.0 |  | 14020 | S\n", "14021 | flap | all |  | 1e3 | -1 | 99999999999 |  | S\n",
            "| Technique | Site Group | Sites | Source |\n|---|---|---|---|\n", "flap | all | any; scalp | S\n", "| Terms | Sites | Standing | Source |\n|---|---|---|---|\n", "scalp; ; x | scalp | | S\n", "| Role | Phrases | Source |\n|---|---|---|\n", "left | lt; l | S\n", "| Element | Techniques | Cues | Source |\n|---|---|---|---|\n", "The site | flap | {site}; {nothing}; at | S\n", "| Class | From | To | Source |\n|---|---|---|---|\n", "c | 99999 | 0001F | S\n",
            "| Place of Service | Name | Terms | Source |\n|---|---|---|---|\n", "11 | Office | office | S\n", "| System | Code | Official Title | Status | Source |\n|---|---|---|---|---|\n", "NUCC | T14.8 | none | valid | S\n")
        .Array[0, 40].Select(parts => string.Concat(parts));

    [Theory]
    [InlineData(SourceKind.Publication)]
    [InlineData(SourceKind.ReferenceTable)]
    internal void Compile_AnyText_GivesAResult(SourceKind kind) =>
        Text.Sample(text => PublicationCompiler.Compile([new("file", kind, text)], CompiledBook.Options).Files.Count > 0, iter: Cases);

    [Fact]
    public void Compile_AnyTwoFiles_GiveTheSameInEitherOrder() => Gen.Select(Text, Text).Sample((first, second) =>
    {
        SourceFile[] files = [new("a", SourceKind.Publication, first), new("b", SourceKind.ReferenceTable, second)];
        return PublicationCompiler.Compile(files, CompiledBook.Options).Equals(PublicationCompiler.Compile(files.Reverse(), CompiledBook.Options));
    }, iter: Cases);

    [Fact]
    public void Read_AnyText_GivesSpansThatHoldTheirText() => Text.Sample(text =>
    {
        var cells = DocumentReader.Read(new("", SourceKind.Publication, text)).Blocks.OfType<Table>()
            .SelectMany(table => table.Rows.Prepend(table.Header)).SelectMany(row => row.Cells);
        return cells.All(cell => text.Substring(cell.Span.Start, cell.Span.Length).Replace("\\|", "|", StringComparison.Ordinal) == cell.Text);
    }, iter: Cases);

    [Fact]
    public void Compile_AnyText_PutsDiagnosticsInsideTheFileAndInItsOrder() => Text.Sample(text =>
    {
        var spans = PublicationCompiler.Compile([new("file", SourceKind.ReferenceTable, text)], CompiledBook.Options).Diagnostics.Select(diagnostic => diagnostic.Span).ToList();
        return spans.All(span => span.Start + span.Length <= text.Length && span is { Line: > 0, Column: > 0 }) && spans.SequenceEqual(spans.OrderBy(span => span.Start));
    }, iter: Cases);

    [Fact]
    public void Tables_OfAnyPage_EqualANaiveReading() => Page.Of("14020", Page.PlainText).Sample(page =>
    {
        var source = page.Write();
        var model = PublicationCompiler.ReadAndModel(source);
        var compiled = Tables.SelectMany(table => model.Rows(table)).Select(row => (row.Span.Line, row.Span.Column, string.Join("|", row.Cells.Select(cell => cell.Text))));
        return model.Diagnostics.All(diagnostic => diagnostic.Rule == Diagnostics.AbsentSections)
            && compiled.SequenceEqual(NaiveReading.Rows(source.Text.Split('\n')).Select(row => (row.Line, row.Column, string.Join("|", row.Cells))));
    }, iter: Cases);

    [Fact]
    public void Model_AnyTextInCells_ComesBackAsWritten() => Page.Of("14020", Page.AnyText).Sample(page =>
    {
        var model = PublicationCompiler.ReadAndModel(page.Write());
        return Tables.Select((table, number) => (Rows: model.Rows(table), Written: page.Tables[number])).All(table =>
            table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text).SequenceEqual(table.Written.SelectMany(row => row)));
    }, iter: Cases);

    // Few builds, each of many pages: a build is what takes the time.
    [Fact]
    public void Book_AnyTextInPages_ReadsBackAsWritten() => Page.Of("14020", Page.AnyText).Array[50]
        .Select(pages => pages.Select((page, number) => page with { Procedure = $"{14000 + number}" }).ToArray())
        .Sample(
            pages =>
            {
                var book = CompiledBook.Load(pages.Select(page => page.Write()));
                return book.Publications.Count == pages.Length && pages.All(page => ReadsBack(book, page));
            },
            iter: 4,
            threads: 1,
            print: pages => string.Join("\n", pages.Select(page => page.Write().Text)));

    private static bool ReadsBack(ReferenceBook book, Page page) =>
        book.TryGetPublication(ProcedureCode.Parse(page.Procedure), out var read)
        && read.Title.ToString() == page.Title
        && read.Overview.ToString() == page.Overview
        && read.Modifiers.Select(row => (row.Code.ToString(), row.Description.ToString(), row.WhenToUse.ToString())).SequenceEqual(Cells(page.Modifiers))
        && read.Taxonomies.Select(row => (row.Code.ToString(), row.Specialty.ToString(), row.Notes.ToString())).SequenceEqual(Cells(page.Taxonomies))
        && read.Diagnoses.Select(row => (row.Code.ToString(), row.Description.ToString(), row.ClinicalRelevance.ToString())).SequenceEqual(Cells(page.Diagnoses))
        && read.RelatedProcedures.Select(row => (row.Code.ToString(), row.Description.ToString(), row.Relationship.ToString())).SequenceEqual(Cells(page.RelatedProcedures))
        && page.Modifiers.All(row => read.TryGetModifier(ModifierCode.Parse(row[0]), out var listed) && listed.Description.ToString() == row[1]);

    private static IEnumerable<(string, string, string)> Cells(string[][] rows) => rows.Select(row => (row[0], row[1], row[2]));
}
