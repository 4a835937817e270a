using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Model.CodeSets;

public sealed class HcpcsModifierFormatTests
{
    private const string Official = "HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,PRICE1,ADD DT,ACT EFF DT,TERM DT,ACTION CD\n";

    [Fact]
    public void Model_OfficialCsv_GivesModifiersAndNoProcedures()
    {
        var model = OfficialFile.Model("HCPC2026_OCT_ANWEB.csv", Official + "A0021,0010,3,Transport,Transport,,19820101,20030101,,N\n   LT,0010,7,Left side,\"Left, side\",,19860101,20250101,20241231,N\n");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["LT|Left side|Left, side|1986-01-01|2025-01-01|2024-12-31"], OfficialFile.Rows(model, SectionKind.OfficialModifiers));
        Assert.Equal([(3, 4, 2), (3, 14, 9), (3, 25, 10), (3, 38, 8), (3, 47, 8), (3, 56, 8)], OfficialFile.Places(model.Rows(SectionKind.OfficialModifiers)[0]));
        Assert.Equal(["HCPCS modifiers|2026 October|2026-10-01||1"], OfficialFile.Rows(model, SectionKind.CodeSets));
    }

    [Fact]
    public void Model_DerivedCsv_IsReadByItsOwnCaptions()
    {
        var model = OfficialFile.Model(
            "modifiers_2025OCT.csv", "modifier,short_description,long_description,added_date,action_effective_date_2024Q4,termination_date_2024Q4\nLT,Left side,Left side of the body,19860101,,\n");

        Assert.Equal(["LT|Left side of the body|Left side|1986-01-01||"], OfficialFile.Rows(model, SectionKind.OfficialModifiers));
    }

    [Fact]
    public void Model_DateThatIsNone_IsSaid() => Assert.Equal(
        ["HCPC2026_OCT.csv(2,45): error CR2007: Modifier row \"LT\" has \"20241331\" under Ended; expected a date like 2025-12-31, or nothing"],
        OfficialFile.Said(OfficialFile.Model("HCPC2026_OCT.csv", Official + "LT,0010,7,Left side,Left,,19860101,20250101,20241331,N\n")));

    [Fact]
    public void Model_FixedColumns_JoinsTheLinesOfALongText()
    {
        var first = "Drug that was bought under a program of discounts, said here for information all".PadRight(80);
        var full = new string('x', 75) + " side";
        var model = OfficialFile.Model(
            "HCPC2025_OCT_ANWEB.txt",
            Line("A0021", '3', "Transport", "20030101", "") + Line("   JG", '7', first[..77] + "   ", "20250101", "20241231") + Line("   JG", '8', "and once only", "", "")
            + Line("   LT", '7', full[..80], "", "") + Line("   LT", '8', "ways", "", ""));

        Assert.Empty(model.Diagnostics);
        Assert.Equal(
            [
                "JG|" + first[..77].TrimEnd() + " and once only|Short|1986-01-01|2025-01-01|2024-12-31",
                "LT|" + full + "ways|Short|1986-01-01||",
            ],
            OfficialFile.Rows(model, SectionKind.OfficialModifiers));
        Assert.Equal([(2, 4, 2), (2, 12, first[..77].TrimEnd().Length), (2, 92, 5), (2, 269, 8), (2, 277, 8), (2, 285, 8)], OfficialFile.Places(model.Rows(SectionKind.OfficialModifiers)[0]));
    }

    [Fact]
    public void Model_FixedLineCutShort_IsSaid()
    {
        var model = OfficialFile.Model("HCPC2025_OCT_ANWEB.txt", Line("   JG", '7', "Drug", "", "") + Line("   LT", '7', "Left", "", "")[..292] + "\n");

        Assert.Equal(["CR1013"], model.Diagnostics.Select(diagnostic => diagnostic.Rule.Id));
    }

    [Fact]
    public void Model_RecordIdThatIsNone_IsSaid()
    {
        var model = OfficialFile.Model("HCPC2025_OCT_ANWEB.txt", Line("   JG", '7', "Drug", "", "") + Line("   LT", '9', "Left", "", ""));

        Assert.Equal(["HCPC2025_OCT_ANWEB.txt(2,11): error CR2007: Modifier row \"LT\" has \"9\" under Record Id; expected one of: 3, 4, 7, 8"], OfficialFile.Said(model));
    }

    private static string Line(string code, char id, string text, string effective, string ended) => OfficialFile.Fixed(
        320, (1, code), (6, "00100"), (11, id.ToString()), (12, text), (92, "Short"), (269, id == '7' ? "19860101" : ""), (277, effective), (285, ended), (293, "N"));
}
