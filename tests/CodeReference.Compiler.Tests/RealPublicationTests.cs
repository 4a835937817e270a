extern alias library;

using CodeReference.Compiler.Reading;
using library::CodeReference;

namespace CodeReference.Compiler.Tests;

/// <summary>The publication as published, against a naive reading of the same page.</summary>
public sealed class RealPublicationTests
{
    private static readonly Lazy<ReferenceBook> Book = new(() => CompiledBook.Load([Source, .. DefaultTexts.Tables]));

    private readonly string[] _lines;

    public RealPublicationTests() => _lines = Source.Text.Split('\n');

    /// <summary>The page, which may not be beside the repository: a test that reads it is skipped then.</summary>
    internal static SourceFile Source
    {
        get
        {
            var path = Path.Combine(Repository.Root, "..", "shared", "publications", "cpt-14020.txt");
            Assert.SkipUnless(File.Exists(path), "shared/publications/cpt-14020.txt is not beside the repository.");
            return new("publications/cpt-14020.txt", SourceKind.Publication, File.ReadAllText(path));
        }
    }

    private static Publication Page => Assert.Single(Book.Value.Publications);

    [Fact]
    public void Prose_RealPublication_IsWordForWord()
    {
        Assert.Equal(_lines[1], "CPT 14020: " + Page.Title);
        Assert.Equal(_lines[6], Page.Overview.ToString());
        Assert.Equal(_lines[8], "Service type: " + Page.ServiceType);
        Assert.Equal(_lines[13], Page.ClinicalContext.ToString());
        Assert.Equal(_lines[2..5], Page.Summary.Select(paragraph => paragraph.Text.ToString()));
        Assert.Equal([3, 4, 5], Page.Summary.Select(paragraph => paragraph.Citation.Line));
    }

    [Fact]
    public void Codes_RealPublication_AreThoseOfThePage()
    {
        Assert.Equal("14020", Page.Procedure.ToString());
        Assert.Equal("25 26 50 51 52 53 59 62 79 LT RT XS XU QK", string.Join(' ', Page.Modifiers.Select(row => row.Code)));
        Assert.Equal("333600000X 207Q00000X 207LR0400X 208000000X 293W00000X", string.Join(' ', Page.Taxonomies.Select(row => row.Code)));
        Assert.Equal("S41.011A S61.011A S01.81XA T14.8 C44.311", string.Join(' ', Page.Diagnoses.Select(row => row.Code)));
        Assert.Equal("12001 13131 14021 15260 12032 13132", string.Join(' ', Page.RelatedProcedures.Select(row => row.Code)));
    }

    [Fact]
    public void Cells_RealPublication_EqualANaiveReading()
    {
        string[][] cells =
        [
            .. Page.Modifiers.Select(row => new[] { row.Code.ToString(), row.Description.ToString(), row.WhenToUse.ToString() }),
            .. Page.Taxonomies.Select(row => new[] { row.Code.ToString(), row.Specialty.ToString(), row.Notes.ToString() }),
            .. Page.Diagnoses.Select(row => new[] { row.Code.ToString(), row.Description.ToString(), row.ClinicalRelevance.ToString() }),
            .. Page.RelatedProcedures.Select(row => new[] { row.Code.ToString(), row.Description.ToString(), row.Relationship.ToString() }),
        ];

        Assert.Equal(30, cells.Length);
        Assert.Equal(NaiveReading.Rows(_lines).Select(row => row.Cells), cells);
    }

    [Fact]
    public void Citations_RealPublication_StandWhereTheRowsDo()
    {
        Citation[] citations =
        [
            .. Page.Modifiers.Select(row => row.Citation), .. Page.Taxonomies.Select(row => row.Citation),
            .. Page.Diagnoses.Select(row => row.Citation), .. Page.RelatedProcedures.Select(row => row.Citation),
        ];

        Assert.Equal(
            NaiveReading.Rows(_lines).Select(row => (row.Line, row.Column, string.Join(" | ", row.Cells))),
            citations.Select(citation => (citation.Line, citation.Column, citation.Quote)));
        Assert.All(citations, citation => Assert.Equal("publications/cpt-14020.txt", citation.File));
    }

    [Fact]
    public void Payers_RealPublication_AreTheFiveOfTheSentence() => Assert.Equal(
        ["Aetna", "Blue Cross Blue Shield", "Cigna Health", "UnitedHealthcare", "Medicare"],
        Page.Payers.Select(payer => payer.Text.ToString()));

    [Fact]
    public void Sites_RealPublication_HaveTheirPlacesOfService() => Assert.Equal(
        [(_lines[16], "24"), (_lines[18], "19 22"), (_lines[20], "11")],
        Page.SitesOfService.Select(site => (site.Name.ToString(), site.PlaceOfServiceCodes.ToString())));

    [Fact]
    public void DocumentationElements_RealPublication_AreTheSixOfTheSentence()
    {
        var sentence = _lines[13].Split("documented in the operative report, including ")[1].Split('.')[0];
        var expected = sentence.Split(", ").Select(item => item.StartsWith("and ", StringComparison.Ordinal) ? item[4..] : item).ToList();

        Assert.Equal(6, expected.Count);
        Assert.Equal("precise defect size", expected[0]);
        Assert.Equal(expected, Page.DocumentationElements.Select(element => element.Text.ToString()));
    }

    [Fact]
    public void MissingSections_RealPublication_AreThePromisedBenchmarks() => Assert.Equal(
        ["utilization benchmarks", "reimbursement benchmarks"],
        Page.MissingSections.Select(section => section.Text.ToString()));
}
