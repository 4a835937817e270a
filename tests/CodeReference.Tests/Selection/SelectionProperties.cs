using System.Text;
using CsCheck;

namespace CodeReference.Tests;

/// <summary>What holds of every question to the selector.</summary>
public class SelectionProperties
{
    private const int Questions = 100_000;

    private static readonly Gen<double> Side = Gen.OneOf(
        Gen.Int[1, 400].Select(tenths => tenths / 10.0),
        Gen.Int[1, 99_000].Select(thousandths => thousandths / 1000.0),
        Gen.OneOf(0.5, 1, 1.001, 2.5, 2.55, 7.5, 7.6, 10, 10.05, 30, 30.1, 60, 60.001, 115.5));

    private static readonly Gen<SelectionQuery> Query = Gen.Select(
        Gen.Frequency((1, Gen.Const("")), (6, Gen.OneOf(SelectionOracle.TechniqueTerms)), (1, Gen.Const("magic"))),
        Gen.Frequency((1, Gen.Const("")), (6, Gen.OneOf(SelectionOracle.SiteTerms)), (1, Gen.Const("antenna"))),
        Gen.Frequency((1, Gen.Const((double?)null)), (3, Side.Select(size => (double?)size))),
        Gen.OneOf(SizeUnit.Centimeter, SizeUnit.SquareCentimeter),
        Gen.Frequency((3, Gen.Const(Array.Empty<Wound>())), (2, Gen.Select(Side, Gen.Frequency((1, Gen.Const(0.0)), (4, Side)), (length, width) => new Wound(length, width)).Array[1, 3])),
        Gen.Int[1, 60],
        (technique, site, size, unit, wounds, candidates) => new SelectionQuery
        {
            Technique = technique,
            AnatomicSite = site,
            Size = size,
            Unit = unit,
            Wounds = wounds,
            MaxCandidates = candidates,
        }).Where(query => query.Technique.Length + query.AnatomicSite.Length > 0 || query.Size is not null || query.Wounds.Count > 0);

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf(SelectionOracle.TechniqueTerms),
        Gen.OneOf(SelectionOracle.SiteTerms),
        Gen.OneOf("8 cm2", "2.5 x 3.2 cm", "35 mm", "2.0 and 3.5 cm lacerations", "3-4 cm", "8 cm2 primary defect", "secondary defect 2 cm2", "total 10 cm2", "4 mm margins", "1e308 cm", "999999999999999999999999999 cm"),
        Gen.OneOf("no", "without", "but", "was not possible", "left", "right", "both", ".", ",", ";", "(", ")", "\n\n", "and", "x", "-", "2", ".5", "3,5 cm", "\u05D0\u05D1", "\u202E", "e\u0301", "\uD83E\uDDB5", "\uD800", "\0", "\uFEFF"),
        Gen.String[0, 12]);

    [Fact]
    public void SelectCode_AnyFields_AgreesWithANaiveReadingOfTheTables() => Query.Sample(
        query => Assert.Equal(SelectionOracle.Answer(query), SelectionOracle.Answer(DefaultBook.Instance.SelectCode(query))),
        iter: Questions);

    [Fact]
    public void SelectCode_AnyNarrative_QuotesWhatItFound() => Piece.Array[1, 30].Select(pieces => string.Join(' ', pieces)).Sample(
        narrative =>
        {
            if (string.IsNullOrWhiteSpace(narrative) || Encoding.UTF8.GetByteCount(narrative) > SelectionQuery.MaxNarrativeLength)
            {
                return;
            }

            var selection = DefaultBook.Instance.SelectCode(new() { Narrative = narrative });
            Assert.All(selection.ResolvedTerms, term => Assert.Equal(term.Term, narrative.Substring(term.Start, term.Term.Length)));
            Assert.All(selection.Sides, side => Assert.Equal(side.Term, narrative.Substring(side.Start, side.Term.Length)));
            Assert.All(selection.Findings, finding => Assert.DoesNotMatch("[{](criterion|given|stated|technique)[}]", finding.Message + finding.Fix));
            Assert.All(selection.Ambiguous, criterion => Assert.DoesNotContain(selection.ResolvedTerms, term => term.Criterion == criterion && criterion != Criterion.Size && term.Use == TermUse.Taken));
            Assert.True(selection.Recommended.IsEmpty || selection.Needed.Count == 0);
        },
        iter: 20_000);

    [Fact]
    public void SelectCode_NarrativeOfAnyBytes_Answers() => Gen.Byte.Array[1, 400].Sample(bytes =>
    {
        // Latin-1 makes a character of each byte, UTF-8 what it can.
        foreach (var narrative in (string[])[Encoding.Latin1.GetString(bytes), Encoding.UTF8.GetString(bytes)])
        {
            if (!string.IsNullOrWhiteSpace(narrative))
            {
                // A sentence of its own: the bytes may spell "no" or "vs".
                var selection = DefaultBook.Instance.SelectCode(new() { Narrative = narrative + ".\nAdjacent tissue transfer." });
                Assert.NotEmpty(selection.Candidates);
                Assert.NotEmpty(selection.DocumentationElements.Select(element => element.Status));
            }
        }
    });

    [Fact]
    public void SelectCode_SameWordsInOtherCaseAndSpaces_GiveTheSameAnswer() => Piece.Where(piece => piece.All(char.IsAscii) && !piece.Contains('\n', StringComparison.Ordinal)).Array[1, 12].Sample(pieces =>
    {
        var narrative = string.Join(' ', pieces);
        if (!string.IsNullOrWhiteSpace(narrative))
        {
            var other = "  " + string.Join(" \t ", pieces).ToUpperInvariant() + " ";
            Assert.Equal(
                SelectionOracle.Answer(DefaultBook.Instance.SelectCode(new() { Narrative = narrative })),
                SelectionOracle.Answer(DefaultBook.Instance.SelectCode(new() { Narrative = other })));
        }
    });

    [Theory]
    [InlineData("The patient tolerated the procedure well.")]
    [InlineData("A circular saw was the cause. Vital signs were stable; temperature 37.2, pulse 72, 4-0 nylon.")]
    [InlineData("\u05D4\u05D7\u05D5\u05DC\u05D4 \u202E\u0627\u0644\u0645\u0631\u064A\u0636 e\u0301")]
    public void SelectCode_IrrelevantNarrative_ChangesNoAnswer(string narrative) => Query.Sample(
        query => Assert.Equal(
            SelectionOracle.Answer(DefaultBook.Instance.SelectCode(query)),
            SelectionOracle.Answer(DefaultBook.Instance.SelectCode(query with { Narrative = narrative }))),
        iter: 2_000);

    [Fact]
    public void SelectCode_FieldsOrTheSameInANarrative_GiveTheSameCandidates() => Gen.Select(
        Gen.OneOf(SelectionOracle.TechniqueTerms), Gen.OneOf(SelectionOracle.SiteTerms), Gen.Int[1, 700], Gen.OneOf("cm", "sq cm")).Sample((technique, site, tenths, unit) =>
    {
        var size = tenths / 10m;
        var fields = DefaultBook.Instance.SelectCode(new() { Technique = technique, AnatomicSite = site, Size = (double)size, Unit = unit == "cm" ? SizeUnit.Centimeter : SizeUnit.SquareCentimeter });
        var narrative = DefaultBook.Instance.SelectCode(new() { Narrative = $"{technique}; {site}; {size} {unit}." });
        Assert.Equal(SelectionOracle.Answer(fields), SelectionOracle.Answer(narrative));
    });
}
