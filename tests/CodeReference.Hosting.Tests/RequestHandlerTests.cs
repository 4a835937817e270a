using System.Net;

namespace CodeReference.Hosting.Tests;

public sealed class RequestHandlerTests(RunningService service)
{
    private const string FlapOfEightOnForearm = """{"technique":"adjacent tissue transfer","anatomicSite":"forearm","size":{"value":8,"unit":"UNIT_SQUARE_CENTIMETER"}}""";

    [JsonTheory]
    [InlineData("GetEdition", "{}")]
    [InlineData("ListPublications", "{}")]
    [InlineData("ListPublications", """{"pageSize":1}""")]
    [InlineData("ListPublications", """{"pageSize":2147483647}""")]
    [InlineData("GetPublication", """{"procedureCode":"14020"}""")]
    [InlineData("GetPublication", """{"procedureCode":" 14020 ","view":"VIEW_FULL"}""")]
    [InlineData("ListDiagnostics", "{}")]
    [InlineData("ListDiagnostics", """{"pageSize":5,"view":"VIEW_FULL"}""")]
    [InlineData("LookupCode", """{"code":"lt"}""")]
    [InlineData("LookupCode", """{"code":"24","view":"VIEW_FULL"}""")]
    [InlineData("LookupCode", """{"code":"24","system":"CODE_SYSTEM_PLACE_OF_SERVICE"}""")]
    [InlineData("LookupCode", """{"code":"t148","view":2}""")]
    [InlineData("LookupCode", """{"code":"333600000X","view":"VIEW_FULL"}""")]
    [InlineData("SearchCodes", """{"query":"s41","systems":["CODE_SYSTEM_ICD10CM"]}""")]
    [InlineData("SearchCodes", """{"query":"24","systems":["CODE_SYSTEM_PLACE_OF_SERVICE","CODE_SYSTEM_MODIFIER"],"maxResults":100}""")]
    [InlineData("SearchCodes", """{"query":"flap + 100% & more?","systems":[]}""")]
    [InlineData("SearchCodes", """{"query":"≤ 10 cm2 🦵"}""")]
    [InlineData("SelectCode", FlapOfEightOnForearm)]
    [InlineData("SelectCode", """{"technique":"flap of wonder","anatomicSite":"the moon","view":"VIEW_FULL"}""")]
    [InlineData("SelectCode", """{"size":{"value":100000,"unit":"UNIT_CENTIMETER"},"maxCandidates":50,"view":"VIEW_FULL"}""")]
    [InlineData("SelectCode", """{"technique":"local flap","anatomicSite":"left thigh","wounds":[{"length":2.5,"width":3.2},{"length":1,"width":2}],"view":"VIEW_FULL"}""")]
    [InlineData("SelectCode", """{"narrative":"Z-plasty of the right wrist, 8 cm2, \u202Eno drain\u202C e\u0301 🦵.\n\n2-3 cm.","size":{"value":9,"unit":"UNIT_SQUARE_CENTIMETER"},"view":"VIEW_FULL"}""")]
    [InlineData("ValidateModifiers", """{"procedureCode":"14020","modifiers":["59","lt","ZZ","9"]}""")]
    [InlineData("ValidateModifiers", """{"procedureCode":"14020","modifiers":["26","26","XS","59"],"payer":"medicare","view":"VIEW_FULL"}""")]
    [InlineData("ValidateModifiers", """{"procedureCode":"99213","modifiers":["é","\u0000","","🦵"],"payer":"Nobody","view":"VIEW_FULL"}""")]
    [InlineData("ValidateModifiers", """{"procedureCode":"14020","modifiers":["LT"],"payer":"bcbs","placeOfService":"24","claimType":"CLAIM_TYPE_PROFESSIONAL","taxonomyCode":"208200000x","diagnosisCodes":["s51811a","T14.8"],"serviceDate":{"year":2026,"month":2,"day":28},"units":3,"view":"VIEW_FULL"}""")]
    [InlineData("BatchValidateModifiers", "{}")]
    [InlineData("BatchValidateModifiers", """{"lines":[{"procedureCode":"14020","modifiers":["26"]},{},{"procedureCode":"99213"}]}""")]
    [InlineData("BatchLookupCodes", """{"lookups":[{"code":"lt"},{"code":"?"},{"code":"t148","view":2}]}""")]
    public async Task Ask_OverGrpcAndJson_GivesTheSameAnswer(string rpc, string request)
    {
        var overGrpc = await service.Caller.OverGrpcAsync(rpc, request);
        using var overJson = await service.Caller.OverJsonAsync(rpc, request);
        Assert.Equal(HttpStatusCode.OK, overJson.StatusCode);
        Assert.Equal(overGrpc, Caller.ReadAnswer(rpc, await overJson.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("GetPublication", """{"procedureCode":"14020"}""")]
    [InlineData("LookupCode", """{"code":"LT"}""")]
    [InlineData("SearchCodes", """{"query":"flap"}""")]
    [InlineData("SelectCode", FlapOfEightOnForearm)]
    [InlineData("ValidateModifiers", """{"procedureCode":"14020"}""")]
    public async Task Ask_PinnedToTheServedEdition_GivesTheSameAnswer(string rpc, string request)
    {
        var edition = ((Wire.GetEditionResponse)await service.Caller.OverGrpcAsync("GetEdition", "{}")).Edition.Id;
        var pinned = $$"""{{request[..^1]}},"edition":"{{edition}}"}""";
        Assert.Equal(await service.Caller.OverGrpcAsync(rpc, request), await service.Caller.OverGrpcAsync(rpc, pinned));
    }

    [Fact]
    public async Task GetEdition_Always_CountsWhatTheBookHolds()
    {
        var edition = ((Wire.GetEditionResponse)await service.Caller.OverGrpcAsync("GetEdition", "{}")).Edition;
        Assert.Matches("^[0-9a-f]{16}$", edition.Id);
        Assert.Equal(1, edition.Publications);
        Assert.True(edition.Rows > 100 && edition.Codes > 100);
        Assert.Equal(23, edition.Diagnostics);
        Assert.Empty(edition.CodeSets);
    }

    [Fact]
    public async Task ListPublications_OneBook_ListsItOnTheLastPage()
    {
        var page = (Wire.ListPublicationsResponse)await service.Caller.OverGrpcAsync("ListPublications", "{}");
        Assert.Equal("14020", Assert.Single(page.Publications).ProcedureCode);
        Assert.Empty(page.NextPageToken);
    }

    [Fact]
    public async Task ValidateModifiers_GoodUnknownAndMalformed_GivesAVerdictForEachInOrder()
    {
        var answer = await ValidateAsync("14020", """["59","lt","ZZ","9"]""");
        Assert.Equal(Wire.Outcome.Reject, answer.Outcome);
        Assert.Equal(["59", "LT", "ZZ", "9"], answer.Modifiers.Select(modifier => modifier.Modifier));
        Assert.Equal([Wire.Verdict.Listed, Wire.Verdict.Listed, Wire.Verdict.Unrecognized, Wire.Verdict.Malformed], answer.Modifiers.Select(modifier => modifier.Verdict));
        Assert.Equal(
            ["publications/cpt-14020.txt:33", "publications/cpt-14020.txt:36", null, null],
            answer.Modifiers.Select(modifier => modifier.Citation is { } citation ? $"{citation.File}:{citation.Line}" : null));
    }

    [Theory]
    [InlineData("14020", "[]", "", Wire.Outcome.Accept, null)]
    [InlineData("14020", """["LT"]""", "", Wire.Outcome.Accept, null)]
    [InlineData("14020", """["50","LT"]""", "", Wire.Outcome.Reject, "LAT-01")]
    [InlineData("14020", """["26"]""", "", Wire.Outcome.Review, "PCT-01")]
    [InlineData("14020", """["26"]""", "Medicare", Wire.Outcome.Reject, "PCT-01")]
    [InlineData("14020", """["26"]""", " mEDICARE ", Wire.Outcome.Reject, "PCT-01")]
    [InlineData("99213", "[]", "", Wire.Outcome.NoData, null)]
    [InlineData("99213", """["25"]""", "", Wire.Outcome.NoData, null)]
    public async Task ValidateModifiers_LineOfTheBook_HasOutcomeByRule(string procedure, string modifiers, string payer, Wire.Outcome outcome, string? rule)
    {
        var answer = await ValidateAsync(procedure, modifiers, payer);
        Assert.Equal(outcome, answer.Outcome);
        Assert.True(rule is null || answer.Findings.Any(finding => finding.Rule == rule), $"{answer}");
    }

    [Fact]
    public async Task ValidateModifiers_ListedAgainstTheFeeSchedule_IsDisputed()
    {
        var answer = await ValidateAsync("14020", """["26"]""");
        Assert.Equal(Wire.Verdict.Disputed, Assert.Single(answer.Modifiers).Verdict);
    }

    [Theory]
    [InlineData("forearm", "8", "14020")]
    [InlineData("forearm", "10", "14020")]
    [InlineData("forearm", "10.05", "14021")]
    [InlineData("hand", "8", "14040")]
    public async Task SelectCode_FlapBySiteAndSize_RecommendsOneCode(string site, string size, string code)
    {
        var answer = await SelectAsync($$$"""{"technique":"adjacent tissue transfer","anatomicSite":"{{{site}}}","size":{"value":{{{size}}},"unit":"UNIT_SQUARE_CENTIMETER"}}""");
        Assert.Equal(code, answer.RecommendedCode);
        Assert.Equal(Wire.Match.Full, answer.Candidates[0].Match);
    }

    [Fact]
    public async Task SelectCode_NoSize_RecommendsNothingAndNeedsTheSize()
    {
        var answer = await SelectAsync("""{"technique":"adjacent tissue transfer","anatomicSite":"forearm"}""");
        Assert.Empty(answer.RecommendedCode);
        Assert.Equal([Wire.Criterion.Size], answer.Needed);
        Assert.Equal(["14020", "14021"], answer.Candidates.Take(2).Select(candidate => candidate.ProcedureCode));
    }

    [Fact]
    public async Task SelectCode_UnknownTerms_AreSaidToBeUnresolved()
    {
        var answer = await SelectAsync("""{"technique":"Flap of Wonder","anatomicSite":"the moon"}""");
        Assert.Equal(["Flap of Wonder", "the moon"], answer.UnresolvedTerms);
    }

    private async Task<Wire.ValidateModifiersResponse> ValidateAsync(string procedure, string modifiers, string payer = "") =>
        (Wire.ValidateModifiersResponse)await service.Caller.OverGrpcAsync("ValidateModifiers", $$"""{"procedureCode":"{{procedure}}","modifiers":{{modifiers}},"payer":"{{payer}}"}""");

    private async Task<Wire.SelectCodeResponse> SelectAsync(string request) =>
        (Wire.SelectCodeResponse)await service.Caller.OverGrpcAsync("SelectCode", request);
}
