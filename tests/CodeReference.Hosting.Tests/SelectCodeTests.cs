using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Grpc.Core;

namespace CodeReference.Hosting.Tests;

public sealed class SelectCodeTests(RunningService service)
{
    private const int EightMegabytes = 8 * 1024 * 1024;

    private static readonly StatusCode[] Refusals = [StatusCode.ResourceExhausted, StatusCode.InvalidArgument];

    [Fact]
    public async Task SelectCode_ClinicalContextOfThePublication_IsItsProcedure()
    {
        var publication = (Wire.GetPublicationResponse)await service.Caller.OverGrpcAsync("GetPublication", """{"procedureCode":"14020","view":"VIEW_FULL"}""");
        var context = publication.Publication.ClinicalContext;
        var answer = await SelectAsync(new() { ["narrative"] = context });
        Assert.Equal("14020", answer.RecommendedCode);
        Assert.Empty(answer.Ambiguous);
        Assert.All(answer.ResolvedTerms, term => Assert.Equal((Wire.TermOrigin.Narrative, term.Term), (term.Origin, context.Substring(term.Start, term.Term.Length))));
        Assert.Contains(answer.DocumentationElements, element => element.Status == Wire.ElementStatus.Shown);
        Assert.Contains(answer.DocumentationElements, element => element.Status == Wire.ElementStatus.NotShown);
    }

    [Fact]
    public async Task SelectCode_Narrative_SaysWhatItFoundAndWhere()
    {
        var answer = await SelectAsync(new() { ["narrative"] = "Rotation flap of the left forearm, 2.5 x 3.2 cm. No graft; margins 4 mm." });
        Assert.Equal(
            ["CRITERION_TECHNIQUE Rotation flap@0 adjacent tissue transfer Taken", "CRITERION_SITE forearm@26 arm Taken", "CRITERION_SIZE 2.5 x 3.2 cm@35 8 sq cm Taken", "CRITERION_SIZE 4 mm@67 0.4 cm NotTheSize"],
            answer.ResolvedTerms.Select(term => $"CRITERION_{term.Criterion.ToString().ToUpperInvariant()} {term.Term}@{term.Start} {string.Join('|', term.Meanings)} {term.Use}"));
        Assert.All(answer.ResolvedTerms, term => Assert.True(term.Citation.Line > 0));
        var side = Assert.Single(answer.Sides);
        Assert.Equal((Wire.Side.Left, "left", 21), (side.Side, side.Term, side.Start));
    }

    [Theory]
    [InlineData("""[{"length":2.5,"width":3.2}]""", "14020")]
    [InlineData("""[{"length":2.5,"width":3.2},{"length":2,"width":2}]""", "14021")]
    [InlineData("""[{"length":16.5,"width":7}]""", "14301 + 14302 x2")]
    [InlineData("""[{"length":2.5}]""", "")]
    public async Task SelectCode_WoundsOfATransfer_AddsUpTheirAreas(string wounds, string code)
    {
        var answer = await SelectAsync(new() { ["technique"] = "adjacent tissue transfer", ["anatomicSite"] = "leg", ["wounds"] = JsonNode.Parse(wounds) });
        Assert.Equal(code, string.Join(" + ", answer.Candidates[0].AddOns.Select(addOn => $"{addOn.ProcedureCode} x{addOn.Units}").Prepend(answer.RecommendedCode)));
    }

    [Fact]
    public async Task SelectCode_TwoValuesOfOneCriterion_TakesNone()
    {
        var answer = await SelectAsync(new() { ["narrative"] = "Local flap of the scalp, 8 cm2", ["anatomicSite"] = "cheek" });
        Assert.Empty(answer.RecommendedCode);
        Assert.Equal([Wire.Criterion.Site], answer.Ambiguous);
        Assert.Equal(["cheek", "scalp"], answer.ResolvedTerms.Where(term => term.Use == Wire.TermUse.Differs).Select(term => term.Term));
        Assert.Equal("NAR-02", Assert.Single(answer.Findings).Rule);
    }

    [Fact]
    public async Task SelectCode_SiteBetweenGroups_ReturnsTheCodesOfBothAndCitesItsRow()
    {
        var answer = await SelectAsync(new() { ["technique"] = "local flap", ["anatomicSite"] = "wrist", ["narrative"] = "8 cm2" });
        Assert.Equal(["14020", "14040"], answer.Candidates.Select(candidate => candidate.ProcedureCode));
        var finding = Assert.Single(answer.Findings);
        Assert.Equal(("SIT-01", "tables/anatomic-sites.md"), (finding.Rule, finding.Citations[1].File));
    }

    [Fact]
    public async Task SelectCode_CandidateThatIsPublishedAsAnother_CarriesTheAdvisory()
    {
        var answer = await SelectAsync(new() { ["technique"] = "complex repair", ["anatomicSite"] = "cheek", ["narrative"] = "3 cm" });
        Assert.Equal("13132", answer.RecommendedCode);
        Assert.Equal("CR3020", Assert.Single(answer.Candidates[0].Advisories).DiagnosticId);
        Assert.Equal("publications/cpt-14020.txt", answer.Candidates[0].MentionedIn.File);
        Assert.All(answer.Candidates[0].Criteria, result => Assert.StartsWith("tables/", result.Citation.File, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SelectCode_LongestNarrative_IsAnswered()
    {
        var narrative = "Local flap of the arm, 8 cm2. ".PadRight(SelectionQuery.MaxNarrativeLength, '.');
        Assert.Equal("14020", (await SelectAsync(new() { ["narrative"] = narrative })).RecommendedCode);
    }

    [Fact]
    public async Task SelectCode_NarrativeOfEightMegabytes_IsRefusedAndTheNextOneAnswered()
    {
        var request = new JsonObject { ["narrative"] = new string('x', EightMegabytes) }.ToJsonString();
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Caller.OverGrpcAsync("SelectCode", request));
        Assert.Contains(error.StatusCode, Refusals);
        await SelectAsync(new() { ["technique"] = "local flap" });
    }

    [JsonFact]
    public async Task SelectCode_NarrativeOfEightMegabytesOverJson_IsRefusedAndTheNextOneAnswered()
    {
        using var body = new StringContent(new JsonObject { ["narrative"] = new string('x', EightMegabytes) }.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await service.Caller.Http.PostAsync("/v1/codes:select", body, TestContext.Current.CancellationToken);
            Assert.InRange(response.StatusCode, HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException exception)
        {
            // The server answers and closes while the body is still being sent; which of the two is seen first is a race.
            Assert.IsType<IOException>(exception.InnerException);
        }

        using var next = await service.Caller.OverJsonAsync("SelectCode", """{"technique":"local flap"}""");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task SelectCode_NarrativeOfEveryByte_IsAnswered()
    {
        var narrative = Encoding.Latin1.GetString([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
        var answer = await SelectAsync(new() { ["narrative"] = narrative, ["technique"] = "local flap" });
        Assert.Equal([Wire.Criterion.Site, Wire.Criterion.Size], answer.Needed);
    }

    private async Task<Wire.SelectCodeResponse> SelectAsync(JsonObject request) =>
        (Wire.SelectCodeResponse)await service.Caller.OverGrpcAsync("SelectCode", request.ToJsonString());
}
