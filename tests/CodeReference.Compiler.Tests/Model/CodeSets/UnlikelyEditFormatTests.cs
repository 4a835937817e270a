using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Model.CodeSets;

public sealed class UnlikelyEditFormatTests
{
    [Theory]
    [InlineData("Practitioner Services MUE Values", "Medically unlikely edits")]
    [InlineData("Outpatient Hospital Services MUE Values", "Medically unlikely edits, outpatient hospital")]
    [InlineData("DME Supplier Services MUE Values", "Medically unlikely edits, DME supplier")]
    public void Model_NoticeAboveAHeaderOfTwoLines_IsNoRow(string values, string name)
    {
        var model = OfficialFile.Model(
            "MCR_MUE_Eff_07-01-2026.csv",
            $"\"A notice, of\n\nthree lines\u0099\",,,\n\"HCPCS/\nCPT Code\",{values},MUE Adjudication Indicator,MUE Rationale\n14020,2,3 Date of Service Edit: Clinical,\"Clinical, data\"\n");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["14020|2|3|Clinical, data"], OfficialFile.Rows(model, SectionKind.UnlikelyEdits));
        Assert.Equal([(6, 1, 5), (6, 7, 1), (6, 9, 1), (6, 43, 14)], OfficialFile.Places(model.Rows(SectionKind.UnlikelyEdits)[0]));
        Assert.Equal([name + "|2026Q3|2026-07-01||1"], OfficialFile.Rows(model, SectionKind.CodeSets));
    }

    [Theory]
    [InlineData("two,3 Clinical", "\"two\" under Units; expected a whole number")]
    [InlineData("2,4 Clinical", "\"4\" under Adjudication Indicator; expected one of: 1, 2, 3")]
    [InlineData("2,Clinical", "\"Clinical\" under Adjudication Indicator; expected one of: 1, 2, 3")]
    public void Model_ValueThatIsNone_IsSaid(string cells, string said)
    {
        var model = OfficialFile.Model("a.csv", "HCPCS/CPT Code,MUE Values,MUE Adjudication Indicator\n14020," + cells + "\n", "2026Q3");

        Assert.EndsWith(said, Assert.Single(OfficialFile.Said(model)), StringComparison.Ordinal);
    }
}
