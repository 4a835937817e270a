using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Model.CodeSets;

public sealed class TaxonomyFormatTests
{
    [Fact]
    public void Model_OfficialColumns_GivesThoseThatAreKept()
    {
        const string Text = "\uFEFFCode,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section\r\n"
            + "207Q00000X,Physicians,\"Family, all of it\",,\"A, b\",x,Family Medicine Physician,Individual\r\n";
        var model = OfficialFile.Model("nucc_taxonomy_260.csv", Text);

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["207Q00000X|Family Medicine Physician|Physicians|Family, all of it||Individual"], OfficialFile.Rows(model, SectionKind.OfficialTaxonomies));
        Assert.Equal([(2, 1, 10), (2, 53, 25), (2, 12, 10), (2, 24, 17), (2, 43, 0), (2, 79, 10)], OfficialFile.Places(model.Rows(SectionKind.OfficialTaxonomies)[0]));
        Assert.Equal(["NUCC taxonomy|26.0|2026-01-01|2026-06-30|1"], OfficialFile.Rows(model, SectionKind.CodeSets));
    }

    [Fact]
    public void Model_AReleaseWithoutSections_IsRead()
    {
        var model = OfficialFile.Model("nucc_taxonomy_190.csv", "Code,Grouping,Classification,Specialization,Definition,Notes,Display Name\n207Q00000X,P,F,,,,Family Medicine Physician\n");

        Assert.Equal(["207Q00000X|Family Medicine Physician|P|F||"], OfficialFile.Rows(model, SectionKind.OfficialTaxonomies));
    }
}
