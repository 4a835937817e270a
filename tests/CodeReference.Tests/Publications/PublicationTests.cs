namespace CodeReference.Tests;

public class PublicationTests
{
    private static readonly Publication Page = DefaultBook.Instance.Publications[0];
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, SourceRow.Publication));

    [Fact]
    public void Title_ShippedPage_StandsWithoutItsCode()
    {
        Assert.Equal("14020", Page.Procedure.ToString());
        Assert.Equal("CPT 14020: " + Page.Title, Lines[1]);
        Assert.Equal((2, "publications/cpt-14020.txt(2,1)"), (Page.Citation.Line, Page.Citation.ToString()));
    }

    [Fact]
    public void Counts_ShippedPage_AreThePublished()
    {
        Assert.Equal([14, 5, 5, 6], [Page.Modifiers.Count, Page.Taxonomies.Count, Page.Diagnoses.Count, Page.RelatedProcedures.Count]);
        Assert.Equal([5, 3, 6, 2], [Page.Payers.Count, Page.SitesOfService.Count, Page.DocumentationElements.Count, Page.MissingSections.Count]);
    }

    [Fact]
    public void Prose_ShippedPage_IsTheTextOfItsLines()
    {
        Assert.Equal(Lines[2..5], TextsOf(Page.Summary));
        Assert.Equal(Lines[6], Page.Overview.ToString());
        Assert.Equal(Lines[8], "Service type: " + Page.ServiceType);
        Assert.Equal(Lines[13], Page.ClinicalContext.ToString());
        Assert.Equal([Lines[10], Lines[22][2..]], TextsOf(Page.OtherText));
    }

    [Fact]
    public void Summary_ShippedPage_CitesItsLines() =>
        Assert.Equal([3, 4, 5], Page.Summary.Select(paragraph => paragraph.Citation.Line));

    [Fact]
    public void SitesOfService_ShippedPage_HaveTheirPlaceOfServiceCodes()
    {
        Assert.Equal([Lines[16], Lines[18], Lines[20]], Page.SitesOfService.Select(site => site.Name.ToString()));
        Assert.Equal(["24", "19 22", "11"], Page.SitesOfService.Select(site => site.PlaceOfServiceCodes.ToString()));
        Assert.Equal([17, 19, 21], Page.SitesOfService.Select(site => site.Citation.Line));
    }

    [Fact]
    public void Payers_NamedOnlyInASentence_AreAList()
    {
        Assert.Equal(["Aetna", "Blue Cross Blue Shield", "Cigna Health", "UnitedHealthcare", "Medicare"], TextsOf(Page.Payers));
        Assert.All(Page.Payers, payer => Assert.StartsWith(payer.Text.ToString(), Lines[3][(payer.Citation.Column - 1)..], StringComparison.Ordinal));
    }

    [Fact]
    public void Payers_ShippedPage_AreAllKnown() =>
        Assert.All(TextsOf(Page.Payers), name => Assert.True(DefaultBook.Instance.FindPayer(name).IsKnown));

    [Fact]
    public void DocumentationElements_NamedOnlyInASentence_AreAList()
    {
        Assert.Equal(
            ["measured size of the defect", "design of the flap", "site of the donor tissue", "estimated loss of blood", "type of anesthesia", "instructions for aftercare"],
            TextsOf(Page.DocumentationElements));
        Assert.All(Page.DocumentationElements, element => Assert.Equal(14, element.Citation.Line));
    }

    [Fact]
    public void MissingSections_PromisedAndAbsent_AreNamed() =>
        Assert.Equal(["utilization benchmarks", "reimbursement benchmarks"], TextsOf(Page.MissingSections));

    [Fact]
    public void Tables_ShippedPage_EqualANaiveReadingOfIt()
    {
        var rows = Page.Modifiers.Select(row => (row.Citation.Line, row.Code.ToString(), row.Description.ToString(), row.WhenToUse.ToString()))
            .Concat(Page.Taxonomies.Select(row => (row.Citation.Line, row.Code.ToString(), row.Specialty.ToString(), row.Notes.ToString())))
            .Concat(Page.Diagnoses.Select(row => (row.Citation.Line, row.Code.ToString(), row.Description.ToString(), row.ClinicalRelevance.ToString())))
            .Concat(Page.RelatedProcedures.Select(row => (row.Citation.Line, row.Code.ToString(), row.Description.ToString(), row.Relationship.ToString())));
        Assert.Equal(SourceRow.Read(SourceRow.Publication).Select(row => (row.Line, row.Cells[0], row.Cells[1], row.Cells[2])), rows);
    }

    [Fact]
    public void Citations_OfRows_NameTableRowAndColumn()
    {
        var citation = Page.Taxonomies[0].Citation;
        Assert.Equal(("Taxonomies", "333600000X", 43, 3), (citation.Table, citation.RowKey, citation.Line, citation.Column));
        Assert.Equal("Related Diagnoses", Page.Diagnoses[0].Citation.Table);
        Assert.Equal("Related CPT Codes", Page.RelatedProcedures[0].Citation.Table);
    }

    [Theory]
    [InlineData("LT", true)]
    [InlineData("22", false)]
    public void TryGetModifier_ByItsCode_FindsWhatThePageLists(string modifier, bool isListed)
    {
        Assert.Equal(isListed, Page.TryGetModifier(ModifierCode.Parse(modifier), out var row));
        Assert.True(!isListed || row.Code.ToString() == modifier);
    }

    [Fact]
    public void TryGetModifier_EveryModifierAndPage_IsTheRowThatReadingThemAllFinds() => Assert.All(ExtendedBook.Instance.Publications, page =>
    {
        for (var i = 0; i < ExtendedBook.Instance.Modifiers.Count; i++)
        {
            var modifier = ModifierCode.Parse(ExtendedBook.Instance.Modifiers[i].Code);
            var lines = page.Modifiers.Where(row => row.Code == modifier).Select(row => row.Citation.Line).Take(1);

            Assert.Equal(lines, page.TryGetModifier(modifier, out var row) ? [row.Citation.Line] : []);
        }
    });

    [Fact]
    public void TryGetModifier_NoModifier_FindsNothing() => Assert.False(Page.TryGetModifier(default, out _));

    [Fact]
    public void TryGetModifier_OnceWarm_AllocatesNothing() =>
        Assert.Equal(0, Allocations.Of(() => Page.TryGetModifier(ModifierCode.Parse("LT"), out _)));

    [Fact]
    public void Modifiers_OnceWarm_EnumerateWithoutAllocating() => Assert.Equal(0, Allocations.Of(() =>
    {
        foreach (var row in Page.Modifiers)
        {
            _ = row.Code;
        }
    }));

    private static string[] TextsOf(RowList<Statement> statements) => [.. statements.Select(statement => statement.Text.ToString())];
}
