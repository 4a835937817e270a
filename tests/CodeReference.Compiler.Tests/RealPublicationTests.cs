extern alias library;

using CodeReference.Compiler.Reading;
using library::CodeReference;

namespace CodeReference.Compiler.Tests;

/// <summary>
/// The publication against a naive reading of the same page: that of the default book, and as published where that is
/// beside the repository.
/// </summary>
public sealed class RealPublicationTests
{
    private static readonly string PublishedPath = Path.Combine(Repository.Root, "..", "shared", "publications", "cpt-14020.txt");

    private static readonly Lazy<Publication> OwnPage = new(() => Load(isPublished: false));
    private static readonly Lazy<Publication> PublishedPage = new(() => Load(isPublished: true));

    /// <summary>A test of the publication runs on the page of the default book (false), and on the published one (true) where it is.</summary>
    public static TheoryData<bool> Pages => HasPublished ? [false, true] : [false];

    internal static bool HasPublished { get; } = File.Exists(PublishedPath);

    internal static SourceFile Source(bool isPublished) => isPublished
        ? new("publications/cpt-14020.txt", SourceKind.Publication, File.ReadAllText(PublishedPath))
        : Assert.Single(DefaultTexts.Publications);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Prose_RealPublication_IsWordForWord(bool isPublished)
    {
        var page = Page(isPublished);
        var lines = Lines(isPublished);
        Assert.Equal(lines[1], "CPT 14020: " + page.Title);
        Assert.Equal(lines[6], page.Overview.ToString());
        Assert.Equal(lines[8], "Service type: " + page.ServiceType);
        Assert.Equal(lines[13], page.ClinicalContext.ToString());
        Assert.Equal(lines[2..5], page.Summary.Select(paragraph => paragraph.Text.ToString()));
        Assert.Equal([3, 4, 5], page.Summary.Select(paragraph => paragraph.Citation.Line));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Codes_RealPublication_AreThoseOfThePage(bool isPublished)
    {
        var page = Page(isPublished);
        Assert.Equal("14020", page.Procedure.ToString());
        Assert.Equal("25 26 50 51 52 53 59 62 79 LT RT XS XU QK", string.Join(' ', page.Modifiers.Select(row => row.Code)));
        Assert.Equal("333600000X 207Q00000X 207LR0400X 208000000X 293W00000X", string.Join(' ', page.Taxonomies.Select(row => row.Code)));
        Assert.Equal("S41.011A S61.011A S01.81XA T14.8 C44.311", string.Join(' ', page.Diagnoses.Select(row => row.Code)));
        Assert.Equal("12001 13131 14021 15260 12032 13132", string.Join(' ', page.RelatedProcedures.Select(row => row.Code)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Cells_RealPublication_EqualANaiveReading(bool isPublished)
    {
        var page = Page(isPublished);
        var lines = Lines(isPublished);
        string[][] cells =
        [
            .. page.Modifiers.Select(row => new[] { row.Code.ToString(), row.Description.ToString(), row.WhenToUse.ToString() }),
            .. page.Taxonomies.Select(row => new[] { row.Code.ToString(), row.Specialty.ToString(), row.Notes.ToString() }),
            .. page.Diagnoses.Select(row => new[] { row.Code.ToString(), row.Description.ToString(), row.ClinicalRelevance.ToString() }),
            .. page.RelatedProcedures.Select(row => new[] { row.Code.ToString(), row.Description.ToString(), row.Relationship.ToString() }),
        ];

        Assert.Equal(30, cells.Length);
        Assert.Equal(NaiveReading.Rows(lines).Select(row => row.Cells), cells);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Citations_RealPublication_StandWhereTheRowsDo(bool isPublished)
    {
        var page = Page(isPublished);
        var lines = Lines(isPublished);
        Citation[] citations =
        [
            .. page.Modifiers.Select(row => row.Citation), .. page.Taxonomies.Select(row => row.Citation),
            .. page.Diagnoses.Select(row => row.Citation), .. page.RelatedProcedures.Select(row => row.Citation),
        ];

        Assert.Equal(
            NaiveReading.Rows(lines).Select(row => (row.Line, row.Column, string.Join(" | ", row.Cells))),
            citations.Select(citation => (citation.Line, citation.Column, citation.Quote)));
        Assert.All(citations, citation => Assert.Equal("publications/cpt-14020.txt", citation.File));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Payers_RealPublication_AreTheFiveOfTheSentence(bool isPublished) => Assert.Equal(
        ["Aetna", "Blue Cross Blue Shield", "Cigna Health", "UnitedHealthcare", "Medicare"],
        Page(isPublished).Payers.Select(payer => payer.Text.ToString()));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Sites_RealPublication_HaveTheirPlacesOfService(bool isPublished)
    {
        var lines = Lines(isPublished);

        Assert.Equal(
            [(lines[16], "24"), (lines[18], "19 22"), (lines[20], "11")],
            Page(isPublished).SitesOfService.Select(site => (site.Name.ToString(), site.PlaceOfServiceCodes.ToString())));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void DocumentationElements_RealPublication_AreTheSixOfTheSentence(bool isPublished)
    {
        var page = Page(isPublished);
        var lines = Lines(isPublished);
        var sentence = lines[13].Split("documented in the operative report, including ")[1].Split('.')[0];
        var expected = sentence.Split(", ").Select(item => item.StartsWith("and ", StringComparison.Ordinal) ? item[4..] : item).ToList();

        Assert.Equal(6, expected.Count);
        Assert.Equal(isPublished ? "precise defect size" : "measured size of the defect", expected[0]);
        Assert.Equal(expected, page.DocumentationElements.Select(element => element.Text.ToString()));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void MissingSections_RealPublication_AreThePromisedBenchmarks(bool isPublished) => Assert.Equal(
        ["utilization benchmarks", "reimbursement benchmarks"],
        Page(isPublished).MissingSections.Select(section => section.Text.ToString()));

    private static Publication Page(bool isPublished) => (isPublished ? PublishedPage : OwnPage).Value;

    private static string[] Lines(bool isPublished) => Source(isPublished).Text.Split('\n');

    private static Publication Load(bool isPublished) => Assert.Single(CompiledBook.Load([Source(isPublished), .. DefaultTexts.Tables]).Publications);
}
