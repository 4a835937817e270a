using System.Diagnostics;
using System.Globalization;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Model.CodeSets;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests;

/// <summary>
/// The official files as their owners publish them: how many rows each has, and what some of them say. A test of a file
/// runs on its excerpt, and on the whole of it where that is beside the repository.
/// </summary>
public sealed class RealCodeSetTests
{
    private const string AllEdits = "ptp_practitioner_2024Q3_all_active.tsv";
    private const string EditsOf14020 = "ptp_practitioner_2024Q3_14020.tsv";

    /// <summary>The official files whose rows have cells, the section that they go to, and how many cells come from the file.</summary>
    private static readonly (string Name, SectionKind Section, int Columns)[] Files =
    [
        ("nucc_taxonomy_251.csv", SectionKind.OfficialTaxonomies, 6),
        ("icd10cm_order_2026.txt", SectionKind.OfficialDiagnoses, 2),
        ("PPRRVU2025_Oct.csv", SectionKind.FeeSchedule, 20),
        ("hcpcs_level2_modifiers_2025OCT.csv", SectionKind.OfficialModifiers, 3),
        ("MCR_MUE_PractitionerServices_Eff_07-01-2024.reconstructed.csv", SectionKind.UnlikelyEdits, 4),
    ];

    public static TheoryData<bool> Extents => OfficialFiles.Extents;

    public static TheoryData<string, bool> FilesOfCells => new(
        from file in Files
        from extent in OfficialFiles.Extents
        select (file.Name, extent.Data));

    [Theory]
    [MemberData(nameof(Extents))]
    public void Model_Taxonomies_AreAllThere(bool isWhole)
    {
        var model = OfficialFiles.Read("nucc_taxonomy_251.csv", isWhole);
        var count = isWhole ? 883 : 15;

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["NUCC taxonomy", "25.1", "2025-07-01", "2025-12-31", Text(count)], CodeSet(model));
        Assert.Equal(count, model.Rows(SectionKind.OfficialTaxonomies).Count);
        Assert.Equal("Family Medicine Physician", Row(model, SectionKind.OfficialTaxonomies, "207Q00000X")[1]);
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void Model_Diagnoses_AreAllThere(bool isWhole)
    {
        var model = OfficialFiles.Read("icd10cm_order_2026.txt", isWhole);
        var rows = model.Rows(SectionKind.OfficialDiagnoses);
        var (count, billable) = isWhole ? (98_186, 74_719) : (22, 16);

        Assert.Empty(model.Diagnostics);
        Assert.Equal(count, rows.Count);
        Assert.Equal(["ICD-10-CM", "FY2026", "2025-10-01", "2026-09-30", Text(count)], CodeSet(model));
        Assert.Equal(billable, rows.Count(row => row[2] == "yes"));
        Assert.Equal(
            ["S41011A", "Laceration without foreign body of right shoulder, initial encounter", "yes"],
            Texts(Row(model, SectionKind.OfficialDiagnoses, "S41.011A")));
        Assert.Equal("no", Row(model, SectionKind.OfficialDiagnoses, "T14.8")[2]);
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void Model_Modifiers_AreAllThere(bool isWhole)
    {
        var model = OfficialFiles.Read("hcpcs_level2_modifiers_2025OCT.csv", isWhole);

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["HCPCS modifiers", "2025 October", "2025-10-01", "", isWhole ? "383" : "12"], CodeSet(model));
        Assert.Equal(
            ["A1", "Dressing for one wound", "Dressing for one wound", "2002-07-01", "2002-07-01", ""],
            Texts(Row(model, SectionKind.OfficialModifiers, "A1")));
        Assert.Equal("2018-03-31", Row(model, SectionKind.OfficialModifiers, "ZA")[5]);
    }

    [Fact]
    public void Model_ModifiersOfTheOfficialCsv_SayWhenTheyEnded()
    {
        var model = Excerpt("2026/HCPC2026_OCT_ANWEB.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["HCPCS modifiers", "2026 October", "2026-10-01", "", "5"], CodeSet(model));
        Assert.Equal("2024-12-31", Row(model, SectionKind.OfficialModifiers, "JG")[5]);
        Assert.Equal(4, Row(model, SectionKind.OfficialModifiers, "JG").Span.Column);
    }

    [Fact]
    public void Model_ModifiersInFixedColumns_AreThoseOfTheCsv()
    {
        var model = Excerpt("HCPC2025_OCT_ANWEB.txt");
        var csv = Excerpt("hcpcs_level2_modifiers_2025OCT.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(CodeSet(csv), CodeSet(model));
        Assert.Equal(csv.Rows(SectionKind.OfficialModifiers).Select(Texts), model.Rows(SectionKind.OfficialModifiers).Select(Texts));
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void Model_FeeSchedule_HasAllRowsAndNoDescription(bool isWhole)
    {
        var model = OfficialFiles.Read("PPRRVU2025_Oct.csv", isWhole);
        var rows = model.Rows(SectionKind.FeeSchedule);
        var (count, stopped, professional) = isWhole ? (19_090, 4, 1_127) : (14, 1, 1);

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["Medicare fee schedule", "2025 October", "2025-10-01", "", Text(count)], CodeSet(model));
        Assert.Equal(count, rows.Count);
        Assert.Equal("A 0 090 2 0 1 0 0 ", string.Join(' ', Texts(Row(model, SectionKind.FeeSchedule, "14020")).Skip(1).Take(9)));
        Assert.Equal(stopped, rows.Count(row => row[9] == "53"));
        Assert.Equal(professional, rows.Count(row => row[9] == "26"));
    }

    [Fact]
    public void Model_FeeScheduleOf32Columns_IsReadByItsCaptions()
    {
        var model = Excerpt("2026/PPRRVU2026_Jul_nonQPP.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["Medicare fee schedule", "2026 July", "2026-07-01", "", "1"], CodeSet(model));
        Assert.Equal(
            ["00100", "J", "9", "XXX", "9", "9", "9", "9", "9", "", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", ""],
            Texts(Row(model, SectionKind.FeeSchedule, "00100")));
    }

    [Fact]
    public void Model_FeeScheduleInFixedColumns_IsThatOfTheCsv()
    {
        var model = Excerpt("PPRRVU25_OCT.txt");
        var csv = Excerpt("PPRRVU2025_Oct.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(CodeSet(csv), CodeSet(model));
        // A share of a half is ".50" in three columns.
        Assert.Equal(
            csv.Rows(SectionKind.FeeSchedule).Select(row => Texts(row).Select((text, column) => column is >= 16 and <= 18 ? text.TrimStart('0') : text)),
            model.Rows(SectionKind.FeeSchedule).Select(Texts));
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void Model_UnlikelyEdits_AreAllThere(bool isWhole)
    {
        var model = OfficialFiles.Read("MCR_MUE_PractitionerServices_Eff_07-01-2024.reconstructed.csv", isWhole);

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["Medically unlikely edits", "2024Q3", "2024-07-01", "", isWhole ? "14677" : "11"], CodeSet(model));
        Assert.Equal(["14020", "2", "3"], Texts(Row(model, SectionKind.UnlikelyEdits, "14020")).Take(3));
    }

    [Fact]
    public void Model_UnlikelyEditsBelowTheirNotice_AreFound()
    {
        var model = Excerpt("2026/MCR_MUE_PractitionerServices_Eff_07-01-2026.csv");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["Medically unlikely edits", "2026Q3", "2026-07-01", "", "3"], CodeSet(model));
        Assert.Equal((10, 1), (Row(model, SectionKind.UnlikelyEdits, "0001U").Span.Line, Row(model, SectionKind.UnlikelyEdits, "0001U").Span.Column));
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void Model_PlacesOfService_AreThoseThatAreAssigned(bool isWhole)
    {
        var model = OfficialFiles.Read("cms_place_of_service_2024.csv", isWhole);
        var (count, facilities) = isWhole ? (52, 18) : (11, 7);

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["Places of service", "2024", "", "", Text(count)], CodeSet(model));
        Assert.Equal(facilities, model.Rows(SectionKind.OfficialPlacesOfService).Count(row => row[2] == "yes"));
        Assert.Equal(["01", "Pharmacy", "no"], Texts(Row(model, SectionKind.OfficialPlacesOfService, "01")));
    }

    [Fact]
    public void Model_EditsOfTheOfficialLayout_AreFound()
    {
        var model = Excerpt("2026/ccipra-v322r0-f1.txt");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["NCCI procedure-to-procedure edits", "2026Q3", "2026-07-01", "", "5"], CodeSet(model));
        Assert.Equal((7, 20220101, 20231231, '1', "CPT Manual or CMS manual coding instruction"), Said(model.Edits[0]));
        Assert.Equal((11, 20180701, 0, '1', "Misuse of Column Two code with Column One code"), Said(model.Edits[4]));
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void Model_EditsOfOneProcedure_SayWhichHaveEnded(bool isWhole)
    {
        var model = OfficialFiles.Read(EditsOf14020, isWhole);

        Assert.Empty(model.Diagnostics);
        Assert.Equal("2024Q3", CodeSet(model)[1]);
        Assert.Equal((2, 0, 20061231, '0', "Anesthesia service included in surgical procedure"), Said(model.Edits[0]));
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void Model_EditsOfOneProcedure_EqualANaiveReading(bool isWhole)
    {
        var model = OfficialFiles.Read(EditsOf14020, isWhole);

        Assert.Equal(
            OfficialFiles.ReadText(EditsOf14020, isWhole).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1),
            model.Edits.Select(edit => string.Join(
                '\t', CodeKey.ToText(edit.Column1), CodeKey.ToText(edit.Column2), Deletion(edit), edit.ModifierIndicator, edit.Rationale)));

        static string Deletion(NcciEditRow edit) => edit.Deleted == 0 ? "*" : Text(edit.Deleted);
    }

    [Theory]
    [MemberData(nameof(FilesOfCells))]
    public void Cells_OfEveryRow_StandWhereTheirSpansSay(string name, bool isWhole)
    {
        var (_, section, columns) = Files.Single(file => file.Name == name);
        var text = OfficialFiles.ReadText(name, isWhole);
        var lines = text.Split("\r\n");

        Assert.Empty(
            from row in OfficialFiles.Read(name, isWhole).Rows(section)
            from cell in row.Cells.Take(columns)
            let span = cell.Span
            let there = text.Substring(span.Start, span.Length)
            where there.Replace("\"\"", "\"", StringComparison.Ordinal) != cell.Text || lines[span.Line - 1].Substring(span.Column - 1, span.Length) != there
            select cell);
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public void Model_AllEdits_TakesSecondsAndNotGigabytes(bool isWhole)
    {
        var text = OfficialFiles.ReadText(AllEdits, isWhole);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var model = PublicationCompiler.ReadAndModel(new(AllEdits, SourceKind.CodeSet, text));
        var seconds = watch.Elapsed.TotalSeconds;
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
        var (count, allowed, rationales) = isWhole ? (1_669_820, 1_160_873, 12) : (14, 9, 4);

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{seconds:0.00} s, {megabytes:0} MB"));
        Assert.Empty(model.Diagnostics);
        Assert.Equal(count, model.Edits.Count);
        Assert.Equal(allowed, model.Edits.Count(edit => edit.ModifierIndicator == '1'));
        Assert.Equal(rationales, model.Edits.Select(edit => edit.Rationale).Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal('1', model.Edits.Single(edit => CodeKey.ToText(edit.Column1) == "14020" && CodeKey.ToText(edit.Column2) == "12001").ModifierIndicator);
        Assert.InRange(megabytes, 0, 300);
    }

    [Fact]
    public void Excerpts_OfAllFormats_AreThere()
    {
        var names = ExcerptNames().Select(name => CodeSet(Excerpt(name))[0]).ToHashSet(StringComparer.Ordinal);
        var inFixedColumns = ExcerptNames().Select(name => CodeSetFormats.TryFindFixed(OfficialFiles.ReadText(name, isWhole: false))).ToHashSet();

        Assert.All(CodeSetFormats.Delimited, format => Assert.Contains(format.Name, names));
        Assert.All(CodeSetFormats.Fixed, format => Assert.Contains(format, inFixedColumns));
    }

    /// <summary>The cells of the taxonomy are made up, and files in fixed columns are set from their CSV.</summary>
    [Fact]
    public void Excerpts_OfWholeFiles_AreLinesOfThem()
    {
        Assert.SkipUnless(OfficialFiles.HasWholeFiles, "shared/codesets is not beside the repository.");

        foreach (var name in ExcerptNames().Where(name => !name.StartsWith("2026", StringComparison.Ordinal) && !IsSet(name)))
        {
            Assert.Empty(OfficialFiles.ReadText(name, isWhole: false).Split('\n').Except(OfficialFiles.ReadText(name, isWhole: true).Split('\n')));
        }

        static bool IsSet(string name) => name is "nucc_taxonomy_251.csv" or "HCPC2025_OCT_ANWEB.txt" or "PPRRVU25_OCT.txt";
    }

    private static IEnumerable<string> ExcerptNames() =>
        from path in Directory.EnumerateFiles(OfficialFiles.ExcerptFolder, "*", SearchOption.AllDirectories)
        where Path.GetFileName(path) != "README.md"
        select Path.GetRelativePath(OfficialFiles.ExcerptFolder, path);

    private static FileModel Excerpt(string name) => OfficialFiles.Read(name, isWhole: false);

    private static string[] CodeSet(FileModel model) => Texts(Assert.Single(model.Rows(SectionKind.CodeSets)));

    private static Row Row(FileModel model, SectionKind kind, string code) =>
        model.Rows(kind).First(row => CodeKey.ToText(row.Key) == code);

    private static string[] Texts(Row row) => [.. row.Cells.Select(cell => cell.Text)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static (int Line, int Effective, int Deleted, char Indicator, string Rationale) Said(NcciEditRow edit) =>
        (edit.Line, edit.Effective, edit.Deleted, edit.ModifierIndicator, edit.Rationale);
}
