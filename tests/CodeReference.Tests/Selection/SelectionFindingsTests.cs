namespace CodeReference.Tests;

/// <summary>Each rule of code selection: a question that fires it, one that nearly does, and one that lacks its input.</summary>
public class SelectionFindingsTests
{
    public static TheoryData<string, string> Firing => new()
    {
        { "SIZ-01", "Local flap of the arm, 10.05 cm2" },
        { "SIZ-02", "Local flap of the arm, 8 cm" },
        { "SIZ-02", "Simple repair of the arm, 2 x 3 cm" },
        { "SIZ-03", "Complex repair of the trunk, 1.0 cm" },
        { "SIZ-03", "Complex repair, 0.8 cm" },
        { "SIT-01", "Local flap of the wrist, 8 cm2" },
        { "SIT-01", "Local flap of the ankle" },
        { "NAR-01", "Local flap of the arm and of the cheek, 8 cm2" },
        { "NAR-01", "Local flap and simple repair of the arm" },
        { "NAR-01", "Local flap of the arm, 8 cm2, then 9 cm2" },
    };

    public static TheoryData<string, string> NearlyFiring => new()
    {
        { "SIZ-01", "Local flap of the arm, 10.1 cm2" },
        { "SIZ-01", "Local flap of the arm, 10 cm2" },
        { "SIZ-02", "Local flap of the arm, 8 cm2" },
        { "SIZ-02", "Local flap of the arm, 8 cm2, closed over 8 cm" },
        { "SIZ-03", "Complex repair of the trunk, 1.001 cm" },
        { "SIZ-03", "Simple repair of the trunk, 0.8 cm" },
        { "SIT-01", "Simple repair of the wrist, 2 cm" },
        { "SIT-01", "Local flap of the upper extremity, 8 cm2" },
        { "SIT-01", "Local flap of the wrist, 45 cm2" },
        { "NAR-01", "Local flap of the arm, of the forearm, 8 cm2" },
        { "NAR-01", "Local flap, not simple repair, of the arm" },
        { "NAR-01", "Local flap of the arm, 8 cm2, 8 cm2" },
        { "NAR-01", "Local flap of the arm, 8 cm2, of lacerations 2 cm. 5 cm" },
    };

    public static TheoryData<string, string> LackingInput => new()
    {
        { "SIZ-01", "Local flap of the arm" },
        { "SIZ-02", "Local flap of the arm" },
        { "SIZ-02", "8 cm, arm" },
        { "SIZ-03", "0.8 cm, trunk" },
        { "SIZ-03", "Complex repair of the trunk" },
        { "SIT-01", "Local flap, 8 cm2" },
        { "NAR-01", "Local flap" },
        { "NAR-02", "Local flap of the arm, 8 cm2" },
    };

    [Theory]
    [MemberData(nameof(Firing))]
    public void Findings_QuestionThatARuleSpeaksOf_FireIt(string rule, string narrative)
    {
        var finding = Assert.Single(FindingsOf(narrative), finding => finding.Rule == rule);
        var row = SourceRow.ReadTable("selection-rules").Single(row => row["Selection Rule"] == rule);
        Assert.Equal((row["Severity"], row["Source"]), (finding.Severity.ToString().ToLowerInvariant(), finding.Source));
        Assert.Equal(("tables/selection-rules.md", rule, row.Line), (finding.Citations[0].File, finding.Citations[0].RowKey, finding.Citations[0].Line));
        Assert.True(finding.Citations.Count > 1);
        Assert.DoesNotContain('{', finding.Message + finding.Fix);
    }

    [Theory]
    [MemberData(nameof(NearlyFiring))]
    [MemberData(nameof(LackingInput))]
    public void Findings_QuestionThatARuleDoesNotSpeakOf_DoNotFireIt(string rule, string narrative) =>
        Assert.DoesNotContain(FindingsOf(narrative), finding => finding.Rule == rule);

    [Fact]
    public void Firing_RulesOfSelection_LeavesNoneUntested()
    {
        string[] rules = [.. SourceRow.ReadTable("selection-rules").Select(row => row["Selection Rule"])];
        Assert.Equal(6, rules.Length);
        // NAR-02 needs a field beside the narrative: see NarrativeReaderTests.
        Assert.Equal(rules.Except(["NAR-02"]), Firing.Select(line => line.Data.Item1).Distinct());
        Assert.Equal(rules.Except(["NAR-02"]), NearlyFiring.Select(line => line.Data.Item1).Distinct());
        Assert.Equal(rules, LackingInput.Select(line => line.Data.Item1).Distinct());
    }

    [Fact]
    public void Finding_ShortComplexRepair_SaysWhatToReport()
    {
        var selection = DefaultBook.Instance.SelectCode(new() { Technique = "complex repair", AnatomicSite = "trunk", Size = 0.8, Unit = SizeUnit.Centimeter });
        Assert.Equal("0.8 cm is too small for complex repair: its smallest code is for sizes above 1.0 up to 2.5 cm.", Assert.Single(selection.Findings).Message);
        Assert.Equal(["12001", "12031", "13100", "13101"], selection.Candidates.Select(candidate => candidate.Procedure.ToString()));
        Assert.True(selection.Recommended.IsEmpty);
    }

    [Fact]
    public void Finding_SiteBetweenGroups_CitesTheRowOfTheSite()
    {
        var selection = DefaultBook.Instance.SelectCode(new() { Technique = "local flap", AnatomicSite = "Wrist", Size = 8, Unit = SizeUnit.SquareCentimeter });
        var finding = Assert.Single(selection.Findings);
        Assert.Equal("No published group of sites names the Wrist: it may be arm or hand, and the codes of each are returned.", finding.Message);
        Assert.StartsWith("wrist;", finding.Citations[1].RowKey, StringComparison.Ordinal);
        Assert.Equal(["14020", "14040"], selection.Candidates.Select(candidate => candidate.Procedure.ToString()));
    }

    [Fact]
    public void Finding_SizeAndWoundsThatDiffer_IsSaid()
    {
        var selection = DefaultBook.Instance.SelectCode(new() { Technique = "simple repair", AnatomicSite = "arm", Size = 4, Unit = SizeUnit.Centimeter, Wounds = [new(2), new(3)] });
        var finding = Assert.Single(selection.Findings);
        Assert.Equal(("NAR-02", "The values given for the length differ: 4 cm as the size, 5 cm in the wounds. None of them was used."), (finding.Rule, finding.Message));
        Assert.Equal([Criterion.Size], selection.Ambiguous);
    }

    private static IReadOnlyList<Finding> FindingsOf(string narrative) => DefaultBook.Instance.SelectCode(new() { Narrative = narrative }).Findings;
}
