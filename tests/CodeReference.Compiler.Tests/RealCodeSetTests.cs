using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests;

/// <summary>The official files as their owners publish them: how many rows each has, and what some of them say.</summary>
public sealed class RealCodeSetTests
{
    [Fact]
    public void Model_Taxonomies_AreAllThere()
    {
        var model = Model("nucc_taxonomy_251.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["NUCC taxonomy", "25.1", "2025-07-01", "2025-12-31", "883"], CodeSet(model));
        Assert.Equal(883, model.Rows(SectionKind.OfficialTaxonomies).Count);
        Assert.Equal("Family Medicine Physician", Row(model, SectionKind.OfficialTaxonomies, "207Q00000X")[1]);
    }

    [Fact]
    public void Model_Diagnoses_AreAllThere()
    {
        var model = Model("icd10cm_order_2026.txt");
        var rows = model.Rows(SectionKind.OfficialDiagnoses);

        Assert.Empty(model.Diagnostics);
        Assert.Equal(98_186, rows.Count);
        Assert.Equal(["ICD-10-CM", "FY2026", "2025-10-01", "2026-09-30", "98186"], CodeSet(model));
        Assert.Equal(74_719, rows.Count(row => row[2] == "yes"));
        Assert.Equal(["S41011A", "Laceration without foreign body of right shoulder, initial encounter", "yes"], Texts(Row(model, SectionKind.OfficialDiagnoses, "S41.011A")));
        Assert.Equal("no", Row(model, SectionKind.OfficialDiagnoses, "T14.8")[2]);
    }

    [Fact]
    public void Model_Modifiers_AreAllThere()
    {
        var model = Model("hcpcs_level2_modifiers_2025OCT.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["HCPCS modifiers", "2025 October", "2025-10-01", "", "383"], CodeSet(model));
        Assert.Equal(["A1", "Dressing for one wound", "Dressing for one wound", "2002-07-01", "2002-07-01", ""], Texts(Row(model, SectionKind.OfficialModifiers, "A1")));
        Assert.Equal("2018-03-31", Row(model, SectionKind.OfficialModifiers, "ZA")[5]);
    }

    [Fact]
    public void Model_ModifiersOfTheOfficialCsv_SayWhenTheyEnded()
    {
        var model = Model("excerpts/HCPC2026_OCT_ANWEB.head.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["HCPCS modifiers", "2026 October", "2026-10-01", "", "5"], CodeSet(model));
        Assert.Equal("2024-12-31", Row(model, SectionKind.OfficialModifiers, "JG")[5]);
        Assert.Equal(4, Row(model, SectionKind.OfficialModifiers, "JG").Span.Column);
    }

    [Fact]
    public void Model_FeeSchedule_HasAllRowsAndNoDescription()
    {
        var model = Model("PPRRVU2025_Oct.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["Medicare fee schedule", "2025 October", "2025-10-01", "", "19090"], CodeSet(model));
        Assert.Equal(19_090, model.Rows(SectionKind.FeeSchedule).Count);
        Assert.Equal("A 0 090 2 0 1 0 0 ", string.Join(' ', Texts(Row(model, SectionKind.FeeSchedule, "14020")).Skip(1).Take(9)));
        Assert.Equal(4, model.Rows(SectionKind.FeeSchedule).Count(row => row[9] == "53"));
        Assert.Equal(1_127, model.Rows(SectionKind.FeeSchedule).Count(row => row[9] == "26"));
    }

    [Fact]
    public void Model_FeeScheduleOf32Columns_IsReadByItsCaptions()
    {
        var model = Model("excerpts/PPRRVU2026_Jul_nonQPP.head.redacted.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["Medicare fee schedule", "2026 July", "2026-07-01", "", "1"], CodeSet(model));
        Assert.Equal(
            ["00100", "J", "9", "XXX", "9", "9", "9", "9", "9", "", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", ""],
            Texts(Row(model, SectionKind.FeeSchedule, "00100")));
    }

    [Fact]
    public void Model_UnlikelyEdits_AreAllThere()
    {
        var model = Model("MCR_MUE_PractitionerServices_Eff_07-01-2024.reconstructed.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["Medically unlikely edits", "2024Q3", "2024-07-01", "", "14677"], CodeSet(model));
        Assert.Equal(["14020", "2", "3"], Texts(Row(model, SectionKind.UnlikelyEdits, "14020")).Take(3));
    }

    [Fact]
    public void Model_UnlikelyEditsBelowTheirNotice_AreFound()
    {
        var model = Model("excerpts/MCR_MUE_PractitionerServices_Eff_07-01-2026.head.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["Medically unlikely edits", "2026Q3", "2026-07-01", "", "3"], CodeSet(model));
        Assert.Equal((10, 1), (Row(model, SectionKind.UnlikelyEdits, "0001U").Span.Line, Row(model, SectionKind.UnlikelyEdits, "0001U").Span.Column));
    }

    [Fact]
    public void Model_PlacesOfService_AreThoseThatAreAssigned()
    {
        var model = Model("cms_place_of_service_2024.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["Places of service", "2024", "", "", "52"], CodeSet(model));
        Assert.Equal(18, model.Rows(SectionKind.OfficialPlacesOfService).Count(row => row[2] == "yes"));
        Assert.Equal(["01", "Pharmacy", "no"], Texts(Row(model, SectionKind.OfficialPlacesOfService, "01")));
    }

    [Fact]
    public void Model_EditsOfTheOfficialLayout_AreFound()
    {
        var model = Model("excerpts/ccipra-v322r0-f1.head.txt");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["NCCI procedure-to-procedure edits", "2026Q3", "2026-07-01", "", "5"], CodeSet(model));
        Assert.Equal((7, 20220101, 20231231, '1', "CPT Manual or CMS manual coding instruction"), Said(model.Edits[0]));
        Assert.Equal((11, 20180701, 0, '1', "Misuse of Column Two code with Column One code"), Said(model.Edits[4]));
    }

    [Fact]
    public void Model_EditsOfOneProcedure_SayWhichHaveEnded()
    {
        var model = Model("ptp_practitioner_2024Q3_14020.tsv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(File.ReadLines(Path.Combine(OfficialFiles.Folder, "ptp_practitioner_2024Q3_14020.tsv")).Count() - 1, model.Edits.Count);
        Assert.Equal("2024Q3", CodeSet(model)[1]);
        Assert.Equal((2, 0, 20061231, '0', "Anesthesia service included in surgical procedure"), Said(model.Edits[0]));
    }

    [Fact]
    public void Model_EditsOfOneProcedure_EqualANaiveReading()
    {
        var model = Model("ptp_practitioner_2024Q3_14020.tsv");

        Assert.Equal(
            File.ReadLines(Path.Combine(OfficialFiles.Folder, "ptp_practitioner_2024Q3_14020.tsv")).Skip(1),
            model.Edits.Select(edit => string.Join('\t', CodeKey.ToText(edit.Column1), CodeKey.ToText(edit.Column2), Deletion(edit), edit.ModifierIndicator, edit.Rationale)));

        static string Deletion(NcciEdit edit) => edit.Deleted == 0 ? "*" : edit.Deleted.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("nucc_taxonomy_251.csv", nameof(SectionKind.OfficialTaxonomies), 6)]
    [InlineData("icd10cm_order_2026.txt", nameof(SectionKind.OfficialDiagnoses), 2)]
    [InlineData("PPRRVU2025_Oct.csv", nameof(SectionKind.FeeSchedule), 20)]
    [InlineData("hcpcs_level2_modifiers_2025OCT.csv", nameof(SectionKind.OfficialModifiers), 3)]
    [InlineData("MCR_MUE_PractitionerServices_Eff_07-01-2024.reconstructed.csv", nameof(SectionKind.UnlikelyEdits), 4)]
    public void Cells_OfEveryRow_StandWhereTheirSpansSay(string name, string section, int columns)
    {
        var model = Model(name);
        var text = File.ReadAllText(Path.Combine(OfficialFiles.Folder, name));
        var lines = text.Split("\r\n");

        Assert.Empty(
            from row in model.Rows(Enum.Parse<SectionKind>(section))
            from cell in row.Cells.Take(columns)
            let span = cell.Span
            let there = text.Substring(span.Start, span.Length)
            where there.Replace("\"\"", "\"", StringComparison.Ordinal) != cell.Text || lines[span.Line - 1].Substring(span.Column - 1, span.Length) != there
            select cell);
    }

    [Fact]
    public void Model_AllEdits_TakesSecondsAndNotGigabytes()
    {
        var text = Unpack("ptp_practitioner_2024Q3_all_active.tsv.gz");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var model = PublicationCompiler.ReadAndModel(new("ptp_practitioner_2024Q3_all_active.tsv", SourceKind.CodeSet, text));
        var seconds = watch.Elapsed.TotalSeconds;
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{seconds:0.00} s, {megabytes:0} MB"));
        Assert.Empty(model.Diagnostics);
        Assert.Equal(1_669_820, model.Edits.Count);
        Assert.Equal(1_160_873, model.Edits.Count(edit => edit.ModifierIndicator == '1'));
        Assert.Equal(12, model.Edits.Select(edit => edit.Rationale).Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal('1', model.Edits.Single(edit => CodeKey.ToText(edit.Column1) == "14020" && CodeKey.ToText(edit.Column2) == "12001").ModifierIndicator);
        Assert.InRange(megabytes, 0, 300);
    }

    private static FileModel Model(string name)
    {
        var path = Path.Combine(OfficialFiles.Folder, name);
        SkipUnlessThere(path);
        return PublicationCompiler.ReadAndModel(new(Path.GetFileName(name), SourceKind.CodeSet, File.ReadAllText(path)));
    }

    private static string Unpack(string name)
    {
        var path = Path.Combine(OfficialFiles.Folder, name);
        SkipUnlessThere(path);
        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        return file.ReadToEnd();
    }

    private static void SkipUnlessThere(string path) =>
        Assert.SkipUnless(File.Exists(path), $"shared/codesets/{Path.GetFileName(path)} is not beside the repository.");

    private static string[] CodeSet(FileModel model) => Texts(Assert.Single(model.Rows(SectionKind.CodeSets)));

    private static Row Row(FileModel model, SectionKind kind, string code) =>
        model.Rows(kind).First(row => CodeKey.ToText(row.Key) == code);

    private static string[] Texts(Row row) => [.. row.Cells.Select(cell => cell.Text)];

    private static (int Line, int Effective, int Deleted, char Indicator, string Rationale) Said(NcciEdit edit) =>
        (edit.Line, edit.Effective, edit.Deleted, edit.ModifierIndicator, edit.Rationale);
}
