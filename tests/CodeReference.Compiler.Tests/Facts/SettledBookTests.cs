extern alias library;
using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;
using CsCheck;
using library::CodeReference;
using LibraryStatus = library::CodeReference.CodeStatus;

namespace CodeReference.Compiler.Tests.Facts;

/// <summary>
/// Official facts of codes that any combination of official file, reference table and registry states: the facts, the
/// checker's words about a page and the compiled book say the same of each code.
/// </summary>
public sealed class SettledBookTests
{
    private static readonly string[] Diagnoses = ["A01.0", "A01.1", "A02.0"];
    private static readonly string[] Taxonomies = ["207Q00000X", "208600000X"];
    private static readonly string[] Modifiers = ["LT", "RT", "50", "59", "P1"];
    private static readonly string[] Procedures = ["14020", "99213"];
    private static readonly string[] Releases = ["", "2024-10-01", "2025-10-01", "2026-10-01"];
    private static readonly string[] Statuses = ["valid", "not billable", "not in the code set"];
    private static readonly string[] LastDays = ["", "2020-12-31", "2025-12-31", "2027-12-31"];
    private static readonly Gen<string> Release = Gen.Int[0, Releases.Length - 1].Select(index => Releases[index]);
    private static readonly Gen<string> LastDay = Gen.Int[0, LastDays.Length - 1].Select(index => LastDays[index]);

    private static readonly Gen<FileModel[]> Files = Gen.Select(
        Optional(Release.SelectMany(release => Some(Diagnoses, code => Gen.Bool.Select(isBillable => new[] { code, "File " + code, isBillable ? "yes" : "no" }))
            .Select(rows => OfficialFiles.Of("ICD-10-CM", "of the file", release, SectionKind.OfficialDiagnoses, rows)))),
        Optional(Release.SelectMany(release => Some(Taxonomies, code => Gen.Const(new[] { code, "File " + code }))
            .Select(rows => OfficialFiles.Of("NUCC", "of the file", release, SectionKind.OfficialTaxonomies, rows)))),
        Optional(Release.SelectMany(release => Some(["LT", "RT"], code => LastDay.Select(last => new[] { code, "File " + code, "", "2000-01-01", "", last }))
            .Select(rows => OfficialFiles.Of("HCPCS", "of the file", release, SectionKind.OfficialModifiers, rows)))),
        Optional(Release.SelectMany(release => Some(Procedures, code => Gen.Const(new[] { code, "A", "0", "090", "2", "1", "1", "0", "0" }))
            .Select(rows => OfficialFiles.Of("MPFS", "of the file", release, SectionKind.FeeSchedule, rows)))),
        Optional(Titles()),
        Optional(Registry()),
        Optional(Indicators()),
        (files, more, modifiers, procedures, titles, registry, indicators) =>
            new[] { files, more, modifiers, procedures, titles, registry, indicators }.OfType<FileModel>().ToArray());

    [Fact]
    public void AnySources_EveryCode_HasTheSameFactsInCheckerAndBook() => Files.Sample(files =>
    {
        var page = Read("page.txt", SourceKind.Publication, $"""
            CPT 14020: Transfer
            Modifier | Description | When to Use
            ---|---|---
            {string.Join('\n', Modifiers.Select(code => $"{code} | Page {code} | Note"))}
            Taxonomy Code | Specialty | Notes
            ---|---|---
            {string.Join('\n', Taxonomies.Select(code => $"{code} | Page {code} | Note"))}
            ICD-10 Code | Description | Clinical Relevance
            ---|---|---
            {string.Join('\n', Diagnoses.Select(code => $"{code} | Page {code} | Note"))}
            """);
        var settled = PublicationCompiler.Settle(BookModel.Of([page, .. files]));
        var diagnostics = PublicationCompiler.Check(settled);
        var book = CompiledBook.LoadImage(PublicationCompiler.LayOut(settled, diagnostics));
        Agree(settled.Modifiers, diagnostics, book.Modifiers, Modifiers, Diagnostics.UnknownModifier);
        Agree(settled.Taxonomies, diagnostics, book.Taxonomies, Taxonomies, Diagnostics.UnknownTaxonomy);
        Agree(settled.Diagnoses, diagnostics, book.Diagnoses, Diagnoses, Diagnostics.UnknownDiagnosis);
        foreach (var modifier in Modifiers)
        {
            var verdict = book.ValidateModifiers(ProcedureCode.Parse("14020"), [modifier]).Verdicts[0];
            Assert.Equal(settled.Modifiers.StatusOf(KeyOf(modifier)) == CodeStatus.NotInCodeSet, verdict == Verdict.Unrecognized);
        }

        foreach (var procedure in Procedures)
        {
            var isKnown = settled.Procedures.NewestOf(KeyOf(procedure)).Indicators is not null;
            Assert.Equal(isKnown ? LibraryStatus.Valid : LibraryStatus.Unknown, book.Procedures.TryGet(procedure, out var entry) ? entry.Status : LibraryStatus.Unknown);
        }

        return true;
    }, iter: 60, threads: 1);

    private static void Agree(CodeFacts facts, EquatableArray<Diagnostic> diagnostics, CodeTable table, string[] codes, DiagnosticRule unknown)
    {
        foreach (var code in codes)
        {
            var key = KeyOf(code);
            Assert.True(table.TryGet(code, out var entry));
            Assert.Equal((int)facts.StatusOf(key), (int)entry.Status);
            Assert.Equal(facts.TryGet(key)?.Title ?? "", entry.OfficialTitle.ToString());
            Assert.Equal(facts.TryGet(key)?.LastDay ?? "", entry.LastDay is { } last ? $"{last:yyyy-MM-dd}" : "");
            Assert.Equal(entry.Status == LibraryStatus.NotInCodeSet, diagnostics.Any(diagnostic => diagnostic.Rule == unknown && diagnostic.Arguments[0] == entry.Code));
            Assert.Equal(entry.Status == LibraryStatus.Ended, diagnostics.Any(diagnostic => diagnostic.Rule == Diagnostics.EndedModifier && diagnostic.Arguments[0] == entry.Code));
            Assert.Equal(entry.Status == LibraryStatus.NotBillable, diagnostics.Any(diagnostic => diagnostic.Rule == Diagnostics.NotBillable && diagnostic.Arguments[0] == entry.Code));
        }
    }

    [Fact]
    public void Modifier_EndedByALaterRegistry_HasEndedAndIsCitedThere()
    {
        var file = OfficialFiles.Of("HCPCS modifiers", "2025 October", "2025-10-01", SectionKind.OfficialModifiers, ["JG", "Drug", "Drug", "2018-01-01", "", ""]);
        var settled = PublicationCompiler.Settle(BookModel.Of([file, .. DefaultTexts.Tables.Select(PublicationCompiler.ReadAndModel)]));

        var period = settled.Modifiers.TryGet(KeyOf("JG"))!;
        Assert.Equal((CodeStatus.Ended, "2024-12-31", "Drug"), (period.Today, period.LastDay, period.Title));
        Assert.Equal((SectionKind.OfficialModifiers, SectionKind.ModifierRegistry), (period.Official.Kind, period.Dated.Kind));
        // A modifier that began after the release of the file, and one that the file should have.
        Assert.Equal(CodeStatus.Valid, settled.Modifiers.StatusOf(KeyOf("AC")));
        Assert.Equal(CodeStatus.NotInCodeSet, settled.Modifiers.StatusOf(KeyOf("LT")));
    }

    [Theory]
    [InlineData("", "Unknown")]
    [InlineData("This table is complete.\n", "NotInCodeSet")]
    public void Place_ThatTheTableLacks_IsNoPlaceWhereTheTableIsComplete(string sentence, string expected)
    {
        var table = Read("places.md", SourceKind.ReferenceTable, sentence + "\n| Place of Service | Name | Terms | Source |\n|---|---|---|---|\n| 11 | Office | office | CMS POS 2024 |");
        var settled = PublicationCompiler.Settle(BookModel.Of([table]));

        Assert.Equal(CodeStatus.Valid, settled.PlacesOfService.StatusOf(KeyOf("11", CodeSystem.PlaceOfService)));
        Assert.Equal(Enum.Parse<CodeStatus>(expected), settled.PlacesOfService.StatusOf(KeyOf("98", CodeSystem.PlaceOfService)));
    }

    [Theory]
    [InlineData("HCPCS 2025OCT", "", "2025-10-01")]
    [InlineData("HCPCS 2025OCT; ended: HCPCS 2026OCT", "", "2025-10-01")]
    [InlineData("HCPCS 2025OCT; ended: HCPCS 2026OCT", "ended", "2026-10-01")]
    [InlineData("HCPCS 2025OCT; ended: HCPCS 2024Q4", "ended", "2024-10-01")]
    [InlineData("CPT Appendix A; HCPCS 2025OCT", "", "2025-10-01")]
    [InlineData("CPT Appendix A; rank: NOR-26", "", "")]
    [InlineData("PPRRVU25D", "", "2025-10-01")]
    [InlineData("MUE 2024Q3", "", "2024-07-01")]
    [InlineData("ICD-10-CM FY2026, order 01677", "", "2025-10-01")]
    [InlineData("NUCC 25.1", "", "2025-07-01")]
    [InlineData("CMS POS 2024", "", "2024-01-01")]
    public void ReleaseOf_SourceOfATable_IsTheFirstDayOfItsRelease(string source, string field, string expected) =>
        Assert.Equal(expected, SourceText.ReleaseOf(source, field));

    private static Gen<FileModel> Titles() => Gen.Select(Release, Gen.Int[0, 2].Select(index => Statuses[index]), Gen.Bool, (release, status, isComplete) => Read(
        "titles.md",
        SourceKind.ReferenceTable,
        (isComplete ? "This table is complete.\n" : "") + $"""

        | System | Code | Official Title | Status | Source |
        |---|---|---|---|---|
        | ICD-10-CM | A01.0 | {(status == "not in the code set" ? "none" : "Table A01.0")} | {status} | ICD-10-CM {Words(release)} |
        | NUCC | 207Q00000X | Table 207Q00000X | valid | NUCC {Words(release)} |
        """));

    private static Gen<FileModel> Registry() => Gen.Select(Release, Release, LastDay, Gen.Bool, (release, ended, lastDay, hasOwn) => Read("registry.md", SourceKind.ReferenceTable, $"""
        | Modifier | Origin | Title | Rank | Added | Ended | Source |
        |---|---|---|---|---|---|---|
        | 50 | CPT | Both sides | 2 |  |  | CPT Appendix A |
        | P1 | CPT | Healthy | 5 |  |  | CPT Appendix A |
        | LT | HCPCS | Registry LT | 4 | 2000-01-01 | {lastDay} | HCPCS {Words(release)}{(hasOwn ? "; ended: HCPCS " + Words(ended) : "")} |
        """));

    private static Gen<FileModel> Indicators() => Release.Select(release => Read("indicators.md", SourceKind.ReferenceTable, $"""
        | Procedure | Status | PC/TC | Global | Multiple | Bilateral | Assistant | Co-Surgeon | Team | Source |
        |---|---|---|---|---|---|---|---|---|---|
        | 14020 | A | 0 | 090 | 2 | 0 | 1 | 0 | 0 | MPFS {Words(release)} |
        """));

    // "2025-10-01" as a table names a release.
    private static string Words(string release) => release.Length == 0 ? "" : release[..4] + "OCT";

    private static Gen<FileModel?> Optional(Gen<FileModel> file) => Gen.Select(Gen.Bool, file, (isThere, model) => isThere ? model : null);

    private static Gen<string[][]> Some(string[] codes, Func<string, Gen<string[]>> row) =>
        Gen.Shuffle(codes).SelectMany(shuffled => Gen.Int[1, codes.Length].SelectMany(count => Sequence([.. shuffled.Take(count).Select(row)])));

    private static Gen<string[][]> Sequence(Gen<string[]>[] rows) =>
        rows.Aggregate(Gen.Const(Array.Empty<string[]>()), (all, row) => Gen.Select(all, row, (some, next) => (string[][])[.. some, next]));

    private static FileModel Read(string path, SourceKind kind, string text) => PublicationCompiler.ReadAndModel(new(path, kind, text));

    private static ulong KeyOf(string code, CodeSystem system = CodeSystem.None)
    {
        CodeSystem[] systems = system == CodeSystem.None ? [CodeSystem.Cpt, CodeSystem.Modifier, CodeSystem.NuccTaxonomy, CodeSystem.Icd10Cm] : [system];
        return systems.Select(each => CodeKey.TryPack(each, code.AsSpan(), out var key) ? key : 0).First(key => key != 0);
    }
}
