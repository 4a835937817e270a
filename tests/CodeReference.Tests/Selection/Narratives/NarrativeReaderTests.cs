using System.Text;

namespace CodeReference.Tests;

public class NarrativeReaderTests
{
    private static readonly string Published = Path.Combine(Repository.Root, "..", "shared", "publications", "cpt-14020.txt");

    /// <summary>That of the default book, and that of the published page where it is beside the repository.</summary>
    public static TheoryData<string> ClinicalContexts =>
    [
        DefaultBook.Instance.Publications[0].ClinicalContext.ToString(),
        .. File.Exists(Published) ? [File.ReadAllLines(Published)[13]] : Array.Empty<string>(),
    ];

    public static TheoryData<string, string> Recommended => new()
    {
        { "Rotation flap of the left forearm, primary defect 2.5 x 3.2 cm and secondary defect 1 x 2 cm.", "14020" },
        { "Rotation flap of the left forearm, primary defect 2.5 x 3.2 cm and secondary defect 2 x 2 cm.", "14021" },
        { "Rotation flap of the forearm. Primary defect (2.5 cm x 3.2 cm). The secondary defect measured 2.1 sq. cm.", "14021" },
        { "Advancement flap, nose. Total area 12 square centimetres: primary 8 cm2, secondary 4 cm2.", "14061" },
        { "V-Y plasty of the cheek, 25 x 32 mm.", "14040" },
        { "Z plasty of the knee; the area was 800 square millimeters.", "14020" },
        { "W-PLASTY, SCALP VERTEX, 8CM^2", "14020" },
        { "Transposition flap to the shin, 2.5cm\u00D73.2cm\u00D70.4cm, with 4 mm margins.", "14020" },
        { "Simple repair of 2.0 cm and 3.5 cm lacerations of the right leg.", "12002" },
        { "A 2.0 cm and a 3.5 cm laceration of the right forearm were closed in layers. No flap was needed.", "12032" },
        { "Layered closure of a 2 cm and a 3 cm and another 3 cm cut of the scalp.", "12034" },
        { "Simple repair. Lacerations of the leg: 2.0, 3.0, and 3.5 cm.", "12004" },
        { "Simple repair of a 2 cm laceration of the leg; the laceration of 20 millimeters was irrigated.", "12001" },
        { "Layered closure of a 32 mm wound of the scalp. Undermined for 2 cm. Primary closure was not possible.", "12032" },
        { "Complex repair, 3.5-centimetre wound of the axilla.", "13132" },
        { "Two-layer closure of the temple was planned; instead a rhombic flap of the scalp, 9 cm2, was made.", "" },
        { "Rhombic flap of the scalp, 9 cm2, instead of layered closure.", "14020" },
        { "The wound of the arm, 3 cm, was sutured: a simple repair. No flap, graft or tissue transfer.", "12002" },
        { "Local flap of the calf, 16.5 by 7 cm.", "14301" },
    };

    public static TheoryData<string, string, string> Terms => new()
    {
        { "no flap: local flap", "local flap", "Technique Taken" },
        { "without local flap", "local flap", "Technique Negated" },
        { "no graft, drain or local flap", "local flap", "Technique Negated" },
        { "no drain; local flap", "local flap", "Technique Taken" },
        { "not sutured but local flap", "local flap", "Technique Taken" },
        { "without the slightest need of any local flap", "local flap", "Technique Taken" },
        { "local flap was not possible", "local flap", "Technique Negated" },
        { "it was not a local flap", "local flap", "Technique Negated" },
        { "closure was not feasible because of the local flap", "local flap", "Technique Taken" },
        { "closure would gape so a local flap", "closure", "Technique Negated" },
        { "local flap, as repair was not possible", "local flap", "Technique Taken" },
        { "local flap, sutured", "sutured", "Technique LessExact" },
        { "local flap and simple repair", "simple repair", "Technique Differs" },
        { "arm and scalp", "arm", "Site Differs" },
        { "upper extremity, forearm", "upper extremity", "Site LessExact" },
        { "upper extremity, scalp", "scalp", "Site Differs" },
        { "wrist and forearm", "wrist", "Site Differs" },
        { "forearm, arm", "forearm", "Site Taken" },
        { "back of the hand", "back of the hand", "Site Taken" },
        { "3-4 cm", "3-4 cm", "Size NotTheSize" },
        { "3 to 4 cm", "3 to 4 cm", "Size NotTheSize" },
        { "less than 3 cm", "3 cm", "Size NotTheSize" },
        { "\u226410 cm2", "10 cm2", "Size NotTheSize" },
        { "margins of 4 mm", "4 mm", "Size NotTheSize" },
        { "4 mm margins", "4 mm", "Size NotTheSize" },
        { "3 cm, with margins", "3 cm", "Size Taken" },
        { "2 cm wide", "2 cm", "Size NotTheSize" },
        { "secondary defect 2 cm2", "2 cm2", "Size NotTheSize" },
        { "8 cm2 and 9 cm2", "9 cm2", "Size Differs" },
        { "2 cm and 3 cm laceration", "3 cm", "Size Differs" },
        { "2 cm and 3 cm lacerations", "3 cm", "Size Taken" },
        { "no 3 cm wound", "3 cm", "Size Negated" },
        { "8 cm2 8 cm2", "8 cm2", "Size Taken" },
    };

    [Theory]
    [MemberData(nameof(ClinicalContexts))]
    public void Read_ClinicalContextOfThePublication_IsItsProcedure(string narrative)
    {
        var selection = Read(narrative);
        Assert.Equal("14020", selection.Recommended.ToString());
        Assert.Equal(["forearm", "8 cm2"], selection.ResolvedTerms.Where(term => term.Criterion != Criterion.Technique).Select(term => term.Term).Distinct());
        Assert.Empty(selection.Ambiguous);
    }

    [Theory]
    [MemberData(nameof(Recommended))]
    public void Read_Narrative_RecommendsTheOneCode(string narrative, string code) => Assert.Equal(code, Read(narrative).Recommended.ToString());

    [Theory]
    [MemberData(nameof(Terms))]
    public void Read_TermOfANarrative_IsUsedAsItIsMeant(string narrative, string term, string use)
    {
        var resolved = Read(narrative).ResolvedTerms.First(resolved => resolved.Term == term);
        Assert.Equal(use, $"{resolved.Criterion} {resolved.Use}");
        Assert.Equal(term, narrative.Substring(resolved.Start, term.Length));
        Assert.Equal(TermOrigin.Narrative, resolved.Origin);
    }

    [Theory]
    [InlineData("armed and dangerous, legal, toenail, chinchilla")]
    [InlineData("come back; by hand; foot of the bed; full-thickness")]
    [InlineData("8 inches, 8 cc, 8 cm3, 3,5 cm, 1e3 cm, 200000 cm, 0 cm")]
    [InlineData("fore\u00ADarm, a\u0301rm, arm\u0301, \u0430rm")]
    public void Read_WordsThatLookLikeTerms_FindsNone(string narrative) => Assert.Empty(Read(narrative).ResolvedTerms);

    [Theory]
    [InlineData("left forearm, LT; right leg", "Left Left Right")]
    [InlineData("bilateral", "Bilateral")]
    [InlineData("both arms", "Bilateral")]
    [InlineData("not on the left side", "")]
    [InlineData("right away; was left open", "")]
    public void Sides_OfANarrative_AreReturned(string narrative, string sides) =>
        Assert.Equal(sides, string.Join(' ', Read(narrative).Sides.Select(side => side.Side)));

    [Theory]
    [InlineData("left forearm", "forearm", "Left")]
    [InlineData("Skin of the right distal forearm", "forearm", "Right")]
    [InlineData("forearm, left", "forearm", "Left")]
    public void AnatomicSite_WithASide_IsKnown(string field, string site, string side)
    {
        var selection = DefaultBook.Instance.SelectCode(new() { Technique = "local flap", AnatomicSite = field, Size = 8, Unit = SizeUnit.SquareCentimeter });
        Assert.Equal("14020", selection.Recommended.ToString());
        Assert.Equal((field, site), (selection.ResolvedTerms[1].Term, "forearm"));
        Assert.Equal(side, Assert.Single(selection.Sides).Side.ToString());
    }

    [Theory]
    [InlineData("left")]
    [InlineData("left forearm and leg")]
    [InlineData("no forearm")]
    [InlineData("forearm of an old man")]
    public void AnatomicSite_WithMore_IsUnresolved(string field) =>
        Assert.Equal([field], DefaultBook.Instance.SelectCode(new() { Technique = "local flap", AnatomicSite = field }).UnresolvedTerms);

    [Fact]
    public void Read_RangeOfSizes_HasNoMeaning() => Assert.Empty(Assert.Single(Read("2-3 cm").ResolvedTerms).Meanings);

    [Fact]
    public void Read_AFieldThatNamesOneOfTwoValues_SettlesThem()
    {
        var selection = DefaultBook.Instance.SelectCode(new() { AnatomicSite = "cheek", Narrative = "Local flaps of cheek and scalp, 8 cm2." });
        Assert.Equal("14040", selection.Recommended.ToString());
        Assert.Equal(["NAR-01"], selection.Findings.Select(finding => finding.Rule));
        Assert.Empty(selection.Ambiguous);
    }

    [Theory]
    [InlineData("forearm", "local flap of the scalp", Criterion.Site)]
    [InlineData("wrist", "local flap of the forearm", Criterion.Site)]
    public void Read_AFieldThatDiffers_IsSaid(string site, string narrative, Criterion criterion)
    {
        var selection = DefaultBook.Instance.SelectCode(new() { AnatomicSite = site, Narrative = narrative });
        Assert.Equal([criterion], selection.Ambiguous);
        Assert.Contains(criterion, selection.Needed);
        Assert.All(selection.ResolvedTerms.Where(term => term.Criterion == criterion), term => Assert.Equal(TermUse.Differs, term.Use));
        Assert.Equal(["NAR-02"], selection.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void Read_SizeOfAFieldThatDiffers_IsSaid()
    {
        var selection = DefaultBook.Instance.SelectCode(new() { Size = 9, Unit = SizeUnit.SquareCentimeter, Narrative = "Local flap of the scalp, 8 cm2" });
        Assert.Equal([Criterion.Size], selection.Ambiguous);
        Assert.Equal("The values given for the area differ: \"8 cm2\", 9 sq cm as the size. None of them was used.", Assert.Single(selection.Findings).Message);
    }

    [Fact]
    public void Read_SumThatACoderGives_SettlesTheLengths()
    {
        const string Narrative = "Simple repair of a 2 cm laceration of the left arm and a 3 cm laceration of the right arm.";
        Assert.Equal([Criterion.Size], Read(Narrative).Ambiguous);
        Assert.Equal("12002", DefaultBook.Instance.SelectCode(new() { Size = 5, Unit = SizeUnit.Centimeter, Narrative = Narrative }).Recommended.ToString());
    }

    [Fact]
    public void Read_LongestNarrative_IsRead()
    {
        var narrative = "local flap of the forearm, 8 cm2. ".PadRight(SelectionQuery.MaxNarrativeLength, ',');
        Assert.Equal("14020", Read(narrative).Recommended.ToString());
        Assert.Throws<ArgumentException>("query", () => Read(narrative + "."));
    }

    [Fact]
    public void Read_NarrativeTooLongInUtf8Alone_Throws()
    {
        var narrative = new string('\u05D0', (SelectionQuery.MaxNarrativeLength / 2) + 1);
        Assert.True(narrative.Length < SelectionQuery.MaxNarrativeLength && Encoding.UTF8.GetByteCount(narrative) > SelectionQuery.MaxNarrativeLength);
        Assert.Throws<ArgumentException>("query", () => Read(narrative));
    }

    private static CodeSelection Read(string narrative) => DefaultBook.Instance.SelectCode(new() { Narrative = narrative });
}
