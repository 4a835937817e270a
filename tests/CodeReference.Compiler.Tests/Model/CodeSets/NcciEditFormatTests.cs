using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Tests.Model.CodeSets;

public sealed class NcciEditFormatTests
{
    private const string Official = "Copyright notice\t\t\t\t\t\t\nColumn1/Column2 Edits\t\t\t\t\t\t\n"
        + "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale\n"
        + "\t\tprior to 1996\tDate\tDate\t0=not allowed\t\n\t\t\t\t*=no data\t1=allowed\t\n\t\t\t\t\t9=not applicable\t\n";

    [Fact]
    public void Model_OfficialLayout_GivesEditsWithTheirDates()
    {
        var model = OfficialFile.Model("ccipra-v322r0-f1.txt", Official + "14020\t12001\t*\t20240701\t20241231\t9\tSequence\n14020\t12001\t\t20250101\t*\t1\tSequence\n");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(
            [
                new NcciEditRow(Key("14020"), Key("12001"), 7, 20240701, 20241231, '9', "Sequence"),
                new NcciEditRow(Key("14020"), Key("12001"), 8, 20250101, 0, '1', "Sequence"),
            ],
            model.Edits);
        Assert.Same(model.Edits[0].Rationale, model.Edits[1].Rationale);
        Assert.Equal(["NCCI procedure-to-procedure edits|2026Q3|2026-07-01||2"], OfficialFile.Rows(model, CodeReference.Format.SectionKind.CodeSets));
    }

    [Fact]
    public void Model_ColumnsInAnotherOrderAndNoDates_AreFound()
    {
        var model = OfficialFile.Model("edits_2024Q3.tsv", "PTP Edit Rationale\tModifier (0=not allowed;1=allowed)\tColumn 2\tColumn 1\r\nSequence\t0\t12001\t14020\r\n");

        Assert.Equal([new NcciEditRow(Key("14020"), Key("12001"), 2, 0, 0, '0', "Sequence")], model.Edits);
    }

    [Fact]
    public void Model_FileOfHospitals_IsCalledSo() => Assert.Equal(
        "NCCI procedure-to-procedure edits, outpatient hospital",
        OfficialFile.Model("ccioph-v322r0-f1.txt", Official + "14020\t12001\t\t20250101\t*\t1\tSequence\n").Rows(CodeReference.Format.SectionKind.CodeSets)[0][0]);

    [Fact]
    public void Model_EditsInNoOrder_AreStillFoundTwice()
    {
        var rows = new[] { "14021\t12001", "14020\t12001", "14021\t12001" }.Select(pair => pair + "\t\t20250101\t*\t1\tSequence\n");
        var model = OfficialFile.Model("ccipra-v322r0-f1.txt", Official + string.Concat(rows));

        Assert.Equal(["ccipra-v322r0-f1.txt(9,1): error CR2006: NCCI edit \"14021 12001\" is already at line 7; each key may occur once"], OfficialFile.Said(model));
        Assert.Equal([7, 8, 9], model.Edits.Select(edit => edit.Line));
    }

    private static ulong Key(string code) => CodeKey.TryPack(CodeSystem.Cpt, code, out var key) ? key : 0;
}
