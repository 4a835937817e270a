using System.Diagnostics;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Checking;

/// <summary>What official files add to the tables: their systems are complete, and theirs is the last word.</summary>
public sealed class PageCheckerTests
{
    private const string Title = "CPT 14020: Local flap\n";
    private const string Taxonomy = "| Taxonomy Code | Specialty | Notes |\n|---|---|---|\n";
    private const string Diagnosis = "| ICD-10 Code | Description | Clinical Relevance |\n|---|---|---|\n";
    private const string Modifier = "| Modifier | Description | When to Use |\n|---|---|---|\n";

    private static readonly FileModel[] Tables = [.. DefaultTexts.Tables.Select(PublicationCompiler.ReadAndModel)];

    private static readonly FileModel Nucc = OfficialFiles.Of("NUCC", "26.1", SectionKind.OfficialTaxonomies,
        ["207LA0401X", "Addiction Medicine (Anesthesiology) Physician", "", "Anesthesiology", "Addiction Medicine"],
        ["208600000X", "Surgery Physician", "", "Surgery", ""]);

    private static readonly FileModel Hcpcs = OfficialFiles.Of("HCPCS", "2026JAN", "2026-01-01", SectionKind.OfficialModifiers,
        ["LT", "Left side"], ["RT", "Right side", "", "", "", "2025-12-31"], ["XS", "Separate structure", "", "", "", "2026-12-31"]);

    [Theory]
    [InlineData("208600000X | General Surgery | Notes", "")]
    [InlineData("207LA0401X | Addiction Medicine | Notes", "")]
    [InlineData("207LA0401X | Anesthesiology - Addiction Medicine | Notes", "")]
    [InlineData("207LR0400X | Surgery | Notes", "CR3010: Taxonomy \"207LR0400X\" is not in NUCC 26.1; \"Surgery\" is 208600000X (Surgery Physician); the nearest are 207LA0401X")]
    [InlineData("213E00000X | Podiatrist | In the table alone", "CR3010: Taxonomy \"213E00000X\" is not in NUCC 26.1")]
    public void Check_TaxonomyWithAFile_IsHeldAgainstTheFile(string row, string expected) => Assert.Equal(expected, Said(Taxonomy + row, Nucc));

    [Fact]
    public void Check_DiagnosisWithAFile_NamesTenBillableChildrenAndCountsTheOthers()
    {
        var children = Enumerable.Range(0, 12).Select(number => new[] { FormattableString.Invariant($"A01.{number:00}"), $"Fever {number}", "yes" });
        var file = OfficialFiles.Of("ICD-10-CM", "FY2027", SectionKind.OfficialDiagnoses, [["A01", "Fever", "no"], ["A01.0", "Fever, fine", "no"], ["A02", "Other", "yes"], .. children]);

        Assert.Equal(
            "CR3013: Diagnosis \"A01\" is a heading in ICD-10-CM FY2027 and not billable; billable below it: A01.00, A01.01, A01.02, A01.03, A01.04, A01.05, A01.06, A01.07, A01.08, A01.09 and 2 more",
            Said(Diagnosis + "A01 | Fever | High", file));
        Assert.Equal("CR3012: Diagnosis \"A09\" is not in ICD-10-CM FY2027; \"Fever 7\" is A01.07", Said(Diagnosis + "A09 | Fever 7 | High", file));
    }

    [Theory]
    [InlineData("LT | Left | Left", "")]
    [InlineData("79 | Unrelated | CPT has it, and the file is of HCPCS", "")]
    [InlineData("XS | Structure | It ends, but not yet", "")]
    [InlineData("RT | Right | It ended", "CR3018: Modifier \"RT\" ended on 2025-12-31 (HCPCS 2026JAN)")]
    [InlineData("QZ | Alone | In the registry, by a release that is older", "CR3017: Modifier \"QZ\" is not in HCPCS 2026JAN")]
    [InlineData("Z9 | None | Nowhere", "CR3017: Modifier \"Z9\" is not in HCPCS 2026JAN")]
    public void Check_ModifierWithAFile_IsHeldAgainstFileAndRegistry(string row, string expected) => Assert.StartsWith(expected, Said(Modifier + row, Hcpcs), StringComparison.Ordinal);

    [Fact]
    public void Check_IndicatorsOfAFile_OverruleTheTable()
    {
        var file = OfficialFiles.Of("MPFS", "2027A", SectionKind.FeeSchedule, ["14020", "A", "0", "090", "2", "1", "1", "0", "0"], ["14020", "A", "0", "090", "2", "0", "1", "0", "0", "TC"]);

        Assert.Equal("", Said(Modifier + "50 | Both sides | The file allows it", file));
        Assert.Contains("62 cannot be billed with 14020", Said(Modifier + "62 | Two surgeons | The file does not", file), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OnePageAmongTwelveThousand_TakesASecondOrTwo()
    {
        var tables = Tables;
        var page = PublicationCompiler.ReadAndModel(RealPageTests.Corrected("corrected-14020.txt"));
        var pages = Enumerable.Range(0, 12_000).Select(number =>
        {
            CodeKey.TryPack(CodeSystem.Cpt, $"{20000 + number}", out var key);
            return page with { Procedure = key, Path = $"{number}.txt" };
        });
        var book = PublicationCompiler.Settle(BookModel.Of([.. pages, .. tables]));
        var watch = Stopwatch.StartNew();
        var diagnostics = PublicationCompiler.Check(book);

        // Far above what it takes on an idle machine: the test is there for what is not linear.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
        TestContext.Current.SendDiagnosticMessage($"12,000 pages: {watch.Elapsed}, {diagnostics.Count} diagnostics");
        TestContext.Current.TestOutputHelper?.WriteLine($"12,000 pages: {watch.Elapsed}, {diagnostics.Count} diagnostics");
    }

    private static string Said(string table, FileModel official)
    {
        var page = PublicationCompiler.ReadAndModel(new("page.txt", SourceKind.Publication, Title + table));
        var found = PublicationCompiler.Check(PublicationCompiler.Settle(BookModel.Of([page, .. Tables, official])))
            .Where(diagnostic => diagnostic.Path == "page.txt" && diagnostic.Rule != Diagnostics.AbsentSections).ToList();
        return found.Count == 0 ? "" : Assert.Single(found).Rule.Id + ": " + found[0].Message;
    }
}
