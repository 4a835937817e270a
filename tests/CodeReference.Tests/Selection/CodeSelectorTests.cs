using System.Globalization;
using CsCheck;

namespace CodeReference.Tests;

public class CodeSelectorTests
{
    private static readonly SourceRow[] Rows = SourceRow.ReadTable("code-selection");
    private static readonly SourceRow[] Groups = SourceRow.ReadTable("site-groups");

    /// <summary>For each code of the table the sizes at its bounds and between: the code, its add-on and units, and a query that selects it.</summary>
    public static TheoryData<string, string, string, string, double?, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string, string, double?, string>();
            foreach (var row in Rows.Where(row => row["Add-on To"].Length == 0))
            {
                foreach (var size in SizesOf(row))
                {
                    cases.Add(row["Procedure"], row["Technique"], SiteOf(row), row["Unit"], size, "");
                }
            }

            foreach (var row in Rows.Where(row => row["Add-on To"].Length > 0))
            {
                var (above, each) = (Number(row["Above"]), Number(row["Each Additional"]));
                cases.Add(row["Add-on To"], row["Technique"], SiteOf(row), row["Unit"], (double)above + 0.001, $"{row["Procedure"]} x1");
                cases.Add(row["Add-on To"], row["Technique"], SiteOf(row), row["Unit"], (double)(above + each), $"{row["Procedure"]} x1");
                cases.Add(row["Add-on To"], row["Technique"], SiteOf(row), row["Unit"], (double)(above + each) + 0.001, $"{row["Procedure"]} x2");
                cases.Add(row["Add-on To"], row["Technique"], SiteOf(row), row["Unit"], (double)(above + (each * 10)), $"{row["Procedure"]} x10");
            }

            return cases;
        }
    }

    [Theory]
    [InlineData("adjacent tissue transfer", "forearm", 8.0, "14020")]
    [InlineData("local flap", "arm", 10.0, "14020")]
    [InlineData("adjacent tissue transfer", "forearm", 10.05, "14021")]
    [InlineData("adjacent tissue transfer", "hand", 8.0, "14040")]
    [InlineData("adjacent tissue transfer", "neck", 8.0, "14040")]
    [InlineData("adjacent tissue transfer", "nose", 30.0, "14061")]
    [InlineData("adjacent tissue transfer", "", 45.0, "14301")]
    [InlineData("secondary closure", "", null, "13160")]
    [InlineData("fillet flap", "thumb", null, "14350")]
    public void Select_TransferSiteAndArea_RecommendsTheOneCode(string technique, string site, double? area, string code)
    {
        var selection = Select(technique, site, area, "sq cm");
        Assert.Equal(code, selection.Recommended.ToString());
        Assert.Equal(Match.Full, selection.Candidates[0].Match);
        Assert.Single(selection.Candidates, candidate => candidate.Match == Match.Full);
        Assert.Empty(selection.Needed);
        Assert.Empty(selection.UnresolvedTerms);
    }

    [Theory]
    [InlineData("simple repair", "neck", 2.5, "12001")]
    [InlineData("layered closure", "neck", 2.5, "12041")]
    [InlineData("complex repair", "neck", 2.5, "13131")]
    [InlineData("intermediate repair", "hand", 7.55, "12044")]
    [InlineData("simple repair", "face", 2.5, "12011")]
    public void Select_RepairSiteAndLength_RecommendsTheOneCode(string technique, string site, double length, string code) =>
        Assert.Equal(code, Select(technique, site, length, "cm").Recommended.ToString());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Select_SizeInARangeOfTheTable_RecommendsItsCode(string code, string technique, string site, string unit, double? size, string addOn)
    {
        var selection = Select(technique, site, size, unit);
        Assert.Equal(code, selection.Recommended.ToString());
        Assert.Equal(addOn, string.Join(' ', selection.Candidates[0].AddOns.Select(addition => $"{addition.Procedure} x{addition.Units}")));
    }

    [Fact]
    public void Cases_CodeSelectionTable_LeaveNoCodeUntested()
    {
        var tested = Cases.SelectMany(line => new[] { line.Data.Item1, line.Data.Item6.Split(' ')[0] }).ToHashSet();
        Assert.Equal(58, Rows.Length);
        Assert.Empty(Rows.Select(row => row["Procedure"]).Except(tested));
    }

    [Theory]
    [InlineData("adjacent tissue transfer", "leg", 115.5, "sq cm", "14301", "14302", 2)]
    [InlineData("complex repair", "trunk", 20.1, "cm", "13101", "13102", 3)]
    public void Select_SizeBeyondTheCodes_CountsAddOns(string technique, string site, double size, string unit, string code, string addOn, int units)
    {
        var selection = Select(technique, site, size, unit);
        var addition = Assert.Single(selection.Candidates[0].AddOns);
        Assert.Equal((code, addOn, units), (selection.Recommended.ToString(), addition.Procedure.ToString(), addition.Units));
        Assert.Equal(addOn, addition.Citation.RowKey);
    }

    [Fact]
    public void Select_NoSize_AsksForIt()
    {
        var selection = Select("adjacent tissue transfer", "forearm", null, "");
        Assert.True(selection.Recommended.IsEmpty);
        Assert.Equal([Criterion.Size], selection.Needed);
        Assert.Equal(["14020", "14021", "14301"], CodesOf(selection, Match.Partial));
        Assert.Empty(selection.Findings);
    }

    [Fact]
    public void Select_SiteOfTwoGroups_AsksForIt()
    {
        var selection = Select("adjacent tissue transfer", "wrist", 8, "sq cm");
        Assert.True(selection.Recommended.IsEmpty);
        Assert.Equal([Criterion.Site], selection.Needed);
        Assert.Equal(["14020", "14040"], CodesOf(selection, Match.Partial));
        Assert.Equal(["arm", "hand"], Assert.Single(selection.ResolvedTerms, term => term.Criterion == Criterion.Site).Meanings);
    }

    [Fact]
    public void Select_SiteOfTwoGroupsInOneOfTheTechnique_AsksNothing() =>
        Assert.Equal("12001", Select("simple repair", "wrist", 2, "cm").Recommended.ToString());

    [Fact]
    public void Select_TechniqueOfThreeKinds_AsksForIt()
    {
        var selection = Select("repair", "arm", 2, "cm");
        Assert.Equal([Criterion.Technique], selection.Needed);
        Assert.Equal(["12001", "12031", "13120"], CodesOf(selection, Match.Partial));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.3)]
    public void Select_ShortComplexRepair_HasNoCode(double length)
    {
        var selection = Select("complex repair", "trunk", length, "cm");
        Assert.True(selection.Recommended.IsEmpty);
        Assert.DoesNotContain(selection.Candidates, candidate => candidate.Match == Match.Full);
    }

    [Theory]
    [InlineData("adjacent tissue transfer", 10.05, "sq cm", true)]
    [InlineData("adjacent tissue transfer", 30.001, "sq cm", true)]
    [InlineData("adjacent tissue transfer", 10.1, "sq cm", false)]
    [InlineData("adjacent tissue transfer", 10, "sq cm", false)]
    [InlineData("adjacent tissue transfer", 0.05, "sq cm", false)]
    [InlineData("simple repair", 2.55, "cm", true)]
    [InlineData("simple repair", 2.6, "cm", false)]
    public void Select_SizeBetweenPublishedRanges_SaysSo(string technique, double size, string unit, bool isBetween)
    {
        var selection = Select(technique, "forearm", size, unit);
        var findings = selection.Findings.Where(finding => finding.Rule == "SIZ-01").ToList();
        Assert.Equal(isBetween ? 1 : 0, findings.Count);
        Assert.All(findings, finding => Assert.Equal(Severity.Info, finding.Severity));
        Assert.All(findings, finding => Assert.Equal(["SIZ-01", selection.Recommended.ToString()], finding.Citations.Select(citation => citation.RowKey)));
    }

    [Theory]
    [InlineData("adjacent tissue transfer", "cm")]
    [InlineData("simple repair", "sq cm")]
    public void Select_UnitOfAnotherTechnique_SaysSoAndAsksForTheSize(string technique, string unit)
    {
        var selection = Select(technique, "forearm", 8, unit);
        Assert.Equal(["SIZ-02 Warning"], selection.Findings.Select(finding => $"{finding.Rule} {finding.Severity}"));
        Assert.Equal([Criterion.Size], selection.Needed);
        Assert.True(selection.Recommended.IsEmpty);
    }

    [Theory]
    [InlineData("adjacent tissue transfer", "sq cm")]
    [InlineData("simple repair", "cm")]
    [InlineData("secondary closure", "cm")]
    [InlineData("", "cm")]
    public void Select_UnitOfTheTechnique_HasNothingToSay(string technique, string unit) =>
        Assert.DoesNotContain(Select(technique, "forearm", 8, unit).Findings, finding => finding.Rule == "SIZ-02");

    [Fact]
    public void Select_TermsThatNobodyKnows_AreUnresolved()
    {
        var selection = Select("magic", " antenna ", 8, "sq cm");
        Assert.Equal(["magic", "antenna"], selection.UnresolvedTerms);
        Assert.Empty(selection.ResolvedTerms);
        Assert.Contains(Criterion.Technique, selection.Needed);
    }

    [Theory]
    [InlineData("ADJACENT Tissue TRANSFER", "Forearm")]
    [InlineData("  adjacent  tissue\ttransfer ", " forearm\n")]
    public void Select_OtherCaseAndSpaces_DoNotMatter(string technique, string site) =>
        Assert.Equal("14020", Select(technique, site, 8, "sq cm").Recommended.ToString());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(0)]
    [InlineData(-8)]
    [InlineData(100_000.1)]
    [InlineData(double.MaxValue)]
    public void Select_SizeThatIsNone_Throws(double size) =>
        Assert.Throws<ArgumentException>("query", () => Select("local flap", "arm", size, "sq cm"));

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(1e-29)]
    [InlineData(1e-9)]
    public void Select_SmallestSizes_AreSizes(double size) =>
        Assert.Equal("14020", Select("local flap", "arm", size, "sq cm").Recommended.ToString());

    [Fact]
    public void Select_LargestSize_IsOne() =>
        Assert.Equal(3332, Assert.Single(Select("local flap", "arm", SelectionQuery.MaxSize, "sq cm").Candidates[0].AddOns).Units);

    [Theory]
    [InlineData(SizeUnit.None)]
    [InlineData((SizeUnit)3)]
    public void Select_SizeWithoutUnit_Throws(SizeUnit unit) =>
        Assert.Throws<ArgumentException>("query", () => DefaultBook.Instance.SelectCode(new() { Technique = "local flap", Size = 8, Unit = unit }));

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", "\t")]
    public void Select_NothingGiven_Throws(string technique, string site) =>
        Assert.Throws<ArgumentException>("query", () => Select(technique, site, null, "cm"));

    [Fact]
    public void Select_NoCandidatesWanted_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("query", () => DefaultBook.Instance.SelectCode(new() { Technique = "local flap", MaxCandidates = 0 }));

    [Fact]
    public void Select_FewerCandidatesWanted_GivesTheBest()
    {
        var selection = DefaultBook.Instance.SelectCode(new() { Technique = "local flap", AnatomicSite = "arm", Size = 8, Unit = SizeUnit.SquareCentimeter, MaxCandidates = 1 });
        Assert.Equal("14020", Assert.Single(selection.Candidates).Procedure.ToString());
    }

    [Fact]
    public void Candidate_ThatAPublicationMentions_CarriesItsText()
    {
        var candidate = Select("local flap", "arm", 12, "sq cm").Candidates[0];
        Assert.Equal("14021", candidate.Procedure.ToString());
        Assert.Equal("Adjacent tissue flap, lips, ears, nose, or eyelids; 10.1 sq cm to 30.0 sq cm", candidate.Description.ToString());
        Assert.StartsWith("Reported for the same technique", candidate.Relationship.ToString(), StringComparison.Ordinal);
        Assert.Equal(("tables/code-selection.md", "14021"), (candidate.Citation.File, candidate.Citation.RowKey));
    }

    [Theory]
    [InlineData("13131", "CR3020", "complex repair", "cheek", 2.0, "cm")]
    [InlineData("13132", "CR3020", "complex repair", "cheek", 3.0, "cm")]
    [InlineData("14021", "CR3020", "local flap", "arm", 12.0, "sq cm")]
    [InlineData("15260", "CR3020", "full-thickness skin graft", "nose", 8.0, "sq cm")]
    [InlineData("14020", "", "local flap", "arm", 8.0, "sq cm")]
    [InlineData("14000", "", "local flap", "trunk", 8.0, "sq cm")]
    public void Candidate_ThatAPublicationDescribesAsAnother_CarriesTheAdvisory(string code, string advisory, string technique, string site, double size, string unit)
    {
        var candidate = Select(technique, site, size, unit).Candidates[0];
        Assert.Equal(code, candidate.Procedure.ToString());
        Assert.Equal(advisory, string.Join(' ', candidate.Advisories.Select(diagnostic => diagnostic.Id)));
        Assert.Equal(code == "14000", candidate.MentionedIn is null);
        Assert.True(candidate.MentionedIn is null || candidate.MentionedIn.Quote.Contains(candidate.Description.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("adjacent tissue transfer", "forearm", "14020", 2.5, 3.2, 1.0, 2.0)]
    [InlineData("adjacent tissue transfer", "forearm", "14021", 2.5, 3.2, 2.0, 1.5)]
    [InlineData("adjacent tissue transfer", "forearm", "14301", 16.5, 7.0, 0.1, 0.1)]
    [InlineData("simple repair", "forearm", "12002", 2.5, 3.2, 1.0, 2.0)]
    [InlineData("simple repair", "forearm", "12002", 2.5, 0.0, 1.0, 0.0)]
    [InlineData("adjacent tissue transfer", "forearm", "", 2.5, 3.2, 1.0, 0.0)]
    public void Select_Wounds_AddsUpLengthsOrAreas(string technique, string site, string code, double length, double width, double otherLength, double otherWidth) =>
        Assert.Equal(code, DefaultBook.Instance.SelectCode(new() { Technique = technique, AnatomicSite = site, Wounds = [new(length, width), new(otherLength, otherWidth)] }).Recommended.ToString());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(1e308, 0)]
    [InlineData(1, -1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(1, 1e308)]
    [InlineData(1_000, 1_000)]
    public void Select_WoundThatIsNone_Throws(double length, double width) =>
        Assert.Throws<ArgumentException>("query", () => DefaultBook.Instance.SelectCode(new() { Technique = "local flap", Wounds = [new(length, width)] }));

    [Theory]
    [InlineData(SelectionQuery.MaxWounds + 1, 1)]
    [InlineData(2, 60_000)]
    public void Select_MoreWoundsThanThereAre_Throws(int count, double length) =>
        Assert.Throws<ArgumentException>("query", () => DefaultBook.Instance.SelectCode(new() { Technique = "simple repair", Wounds = [.. Enumerable.Repeat(new Wound(length), count)] }));

    [Theory]
    [InlineData("thigh", "14020")]
    [InlineData("calf", "14020")]
    [InlineData("shin", "14020")]
    [InlineData("knee", "14020")]
    [InlineData("elbow", "14020")]
    [InlineData("vertex", "14020")]
    [InlineData("shoulder", "")]
    [InlineData("temple", "")]
    [InlineData("wrist", "")]
    [InlineData("ankle", "")]
    public void Select_SiteByAnotherName_IsKnown(string site, string code) =>
        Assert.Equal(code, Select("adjacent tissue transfer", site, 8, "sq cm").Recommended.ToString());

    [Theory]
    [InlineData("V-Y plasty")]
    [InlineData("v y plasty")]
    [InlineData("V\u2013Y Plasty")]
    [InlineData("Z-plasty")]
    [InlineData("Z plasty")]
    [InlineData("zplasty")]
    [InlineData("W-plasty")]
    [InlineData("rotation flap")]
    [InlineData("rotation-flap")]
    [InlineData("advancement flap")]
    [InlineData("transposition flap")]
    [InlineData("ATT")]
    public void Select_TechniqueByAnotherName_IsKnown(string technique) => Assert.Equal("14020", Select(technique, "arm", 8, "sq cm").Recommended.ToString());

    [Fact]
    public void Criteria_OfACandidate_CiteTheRowsThatStateThem()
    {
        var criteria = Select("local flap", "forearm", 8, "sq cm").Candidates[0].Criteria;
        Assert.Equal(["Code selection", "Site groups", "Code selection"], criteria.Select(result => result.Citation.Table));
        Assert.Equal(["14020", "adjacent tissue transfer", "14020"], criteria.Select(result => result.Citation.RowKey));
        Assert.Contains(criteria[1].Stated, criteria[1].Citation.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void DocumentationElements_OfATechnique_AreThoseOfItsChecklist()
    {
        var rows = SourceRow.ReadTable("documentation-checklist");
        var elements = Select("local flap", "arm", 8, "sq cm").DocumentationElements;
        Assert.Equal(rows.Where(row => row.List("Techniques", ';').Contains("adjacent tissue transfer")).Select(row => (row["Element"], row["Source"], row.Line)), elements.Select(element => (element.Text.ToString(), element.Source.ToString(), element.Citation.Line)));
        Assert.All(elements, element => Assert.Equal(ElementStatus.NotGiven, element.Status));
    }

    [Fact]
    public void DocumentationElements_OfSeveralTechniques_AreThoseThatAllAskFor()
    {
        var rows = SourceRow.ReadTable("documentation-checklist").Where(row => row.List("Techniques", ';') is var techniques && techniques.Contains("simple repair") && techniques.Contains("complex repair"));
        Assert.Equal(rows.Select(row => row["Element"]), Select("repair", "arm", 2, "cm").DocumentationElements.Select(element => element.Text.ToString()));
    }

    [Theory]
    [InlineData("The skin was undermined.", "undermined", ElementStatus.Shown)]
    [InlineData("The skin was never undermined.", "undermined", ElementStatus.NotShown)]
    [InlineData("The skin was closed.", "undermined", ElementStatus.NotShown)]
    [InlineData("The skin of the left arm.", "side of the body", ElementStatus.Shown)]
    [InlineData("The skin of the arm.", "side of the body", ElementStatus.NotShown)]
    [InlineData("Secondary defect 2 cm2.", "secondary defect", ElementStatus.Shown)]
    [InlineData("Primary defect 2 cm2.", "secondary defect", ElementStatus.NotShown)]
    [InlineData("Total area 9 cm2.", "sum of both areas", ElementStatus.Shown)]
    public void DocumentationElement_WithANarrative_IsShownOrNot(string narrative, string element, ElementStatus status) => Assert.Equal(
        status,
        DefaultBook.Instance.SelectCode(new() { Technique = "local flap", Narrative = narrative }).DocumentationElements.Single(one => one.Text.ToString().Contains(element, StringComparison.Ordinal)).Status);

    [Fact]
    public void Select_WarmQuestion_AllocatesLittle()
    {
        var query = new SelectionQuery { Technique = "local flap", AnatomicSite = "forearm", Size = 8, Unit = SizeUnit.SquareCentimeter };
        Assert.InRange(Allocations.Of(() => DefaultBook.Instance.SelectCode(query)) / 1000, 0, 400);
    }

    [Fact]
    public void Criteria_OfACandidate_GiveTheSourcesWordsAndTheCallers()
    {
        var criteria = Select("local flap", "Forearm", 8, "sq cm").Candidates[0].Criteria;
        Assert.Equal([Criterion.Technique, Criterion.Site, Criterion.Size], criteria.Select(result => result.Criterion));
        Assert.All(criteria, result => Assert.Equal(CriterionOutcome.Met, result.Outcome));
        Assert.Equal(["adjacent tissue transfer", "scalp, arms, legs", "above 0.0 up to 10.0 sq cm"], criteria.Select(result => result.Stated));
        Assert.Equal(["local flap", "Forearm", "8 sq cm"], criteria.Select(result => result.Given));
    }

    [Fact]
    public void Select_AnyTechniqueSiteAndSize_GivesWhatANaiveReadingOfTheTableGives() =>
        Gen.Select(Technique, Site, Size, Gen.OneOf("cm", "sq cm")).Sample((technique, site, size, unit) =>
        {
            var expected = Rows.Where(row => row["Technique"] == technique && row["Add-on To"].Length == 0 && IsIn(row, site) && (row["Unit"].Length == 0 || row["Unit"] == unit && Fits(row, size))).ToList();
            var selection = Select(technique, site, (double)size, unit);
            Assert.Equal(expected.Select(row => row["Procedure"]), CodesOf(selection, Match.Full));
            Assert.Equal(expected.Count == 1 ? expected[0]["Procedure"] : "", selection.Recommended.ToString());
        });

    [Fact]
    public void Select_AnySizeOfASizedTechnique_HasExactlyOneCode() =>
        Gen.Select(Technique, Site, Size).Sample((technique, site, size) =>
        {
            var sized = Rows.Where(row => row["Technique"] == technique && row["Unit"].Length > 0 && IsIn(row, site)).ToList();
            if (sized.Count > 0 && (technique, size) is not ("complex repair", <= 1.0m) && site != "mucous membrane")
            {
                Assert.Single(CodesOf(Select(technique, site, (double)size, sized[0]["Unit"]), Match.Full));
            }
        });

    private static readonly Gen<string> Technique = Gen.OneOf(Rows.Select(row => row["Technique"]).Distinct().ToArray());

    private static readonly Gen<string> Site = Gen.OneOf(Groups.SelectMany(row => row.List("Sites", ';')).Where(site => site != "any").Distinct().ToArray());

    private static readonly Gen<decimal> Size = Gen.OneOf(
        Gen.Int[1, 1_000_000].Select(thousandths => thousandths / 1000m),
        Gen.Int[1, 700].Select(tenths => tenths / 10m),
        Gen.OneOf(0.001m, 1m, 1.001m, 2.5m, 2.501m, 5m, 7.5m, 7.501m, 10m, 10.001m, 12.5m, 20m, 30m, 30.001m, 60m, 60.001m, 1000m));

    private static CodeSelection Select(string technique, string site, double? size, string unit) => DefaultBook.Instance.SelectCode(new()
    {
        Technique = technique,
        AnatomicSite = site,
        Size = size,
        Unit = unit switch { "cm" => SizeUnit.Centimeter, "sq cm" => SizeUnit.SquareCentimeter, _ => SizeUnit.None },
    });

    private static string[] CodesOf(CodeSelection selection, Match match) =>
        [.. selection.Candidates.Where(candidate => candidate.Match == match).Select(candidate => candidate.Procedure.ToString())];

    private static bool IsIn(SourceRow row, string site)
    {
        var group = Groups.Single(group => group["Technique"] == row["Technique"] && group["Site Group"] == row["Site Group"]);
        return group["Sites"] == "any" || group.List("Sites", ';').Contains(site);
    }

    // A code that an add-on continues has no upper end.
    private static bool Fits(SourceRow row, decimal size) =>
        size > Number(row["Above"])
        && (row["Up To"].Length == 0 || size <= Number(row["Up To"]) || Rows.Any(other => other["Add-on To"] == row["Procedure"]));

    private static string SiteOf(SourceRow row)
    {
        var group = Groups.Single(group => group["Technique"] == row["Technique"] && group["Site Group"] == row["Site Group"]);
        return group["Sites"] == "any" ? "arm" : group.List("Sites", ';')[0];
    }

    private static double?[] SizesOf(SourceRow row)
    {
        if (row["Unit"].Length == 0)
        {
            return [null];
        }

        var above = Number(row["Above"]);
        var upTo = row["Up To"].Length > 0 ? Number(row["Up To"]) : above + 100;
        return [(double)upTo, (double)(above + 0.001m), (double)((above + upTo) / 2)];
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
