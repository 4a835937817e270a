using System.Net;

namespace CodeReference.Hosting.Tests;

public sealed class SearchCodesTests(RunningService service)
{
    [Theory]
    [InlineData("14020", "14020", Wire.SearchMatch.Code)]
    [InlineData(" lt ", "LT", Wire.SearchMatch.Code)]
    [InlineData("S41.011A", "S41.011A", Wire.SearchMatch.Code)]
    [InlineData("s41011a", "S41.011A", Wire.SearchMatch.Code)]
    [InlineData("333600000x", "333600000X", Wire.SearchMatch.Code)]
    [InlineData("1402", "14020", Wire.SearchMatch.CodePrefix)]
    [InlineData("S41.0", "S41.011A", Wire.SearchMatch.CodePrefix)]
    [InlineData("s410", "S41.011A", Wire.SearchMatch.CodePrefix)]
    [InlineData("s41.", "S41.011A", Wire.SearchMatch.CodePrefix)]
    [InlineData("lac should", "S41.011A", Wire.SearchMatch.Title)]
    [InlineData("SHOULD Lac", "S41.011A", Wire.SearchMatch.Title)]
    [InlineData("plastic", "333600000X", Wire.SearchMatch.Title)]
    [InlineData("plast surg", "333600000X", Wire.SearchMatch.Title)]
    public async Task SearchCodes_CodeOrWords_FindsTheCodeFirst(string query, string code, Wire.SearchMatch match)
    {
        var first = (await SearchAsync($$"""{"query":"{{query}}"}"""))[0];
        Assert.Equal((code, match), (first.Code, first.Match));
    }

    [Theory]
    [InlineData("s41", "S41.011A S41.111A")]
    [InlineData("S41.0", "S41.011A")]
    [InlineData("1402", "14020 14021")]
    public async Task SearchCodes_BeginningOfCodes_FindsThemInOrder(string query, string codes) =>
        Assert.Equal(codes, string.Join(' ', (await SearchAsync($$"""{"query":"{{query}}"}""")).Select(result => result.Code)));

    [Fact]
    public async Task SearchCodes_Code_IsFoundOnceAndBeforeWhatMentionsIt()
    {
        var results = await SearchAsync("""{"query":"14020"}""");
        Assert.Equal([("14020", Wire.SearchMatch.Code), ("14021", Wire.SearchMatch.Text)], results.Select(result => (result.Code, result.Match)));
    }

    [Fact]
    public async Task SearchCodes_Word_IsFoundInTitlesBeforeTexts()
    {
        var matches = (await SearchAsync("""{"query":"flap","maxResults":100}""")).Select(result => result.Match).ToArray();
        Assert.Equal(matches.Order(), matches);
        Assert.Equal([Wire.SearchMatch.Title, Wire.SearchMatch.Text], matches.Distinct());
    }

    [Theory]
    [InlineData("24", """["CODE_SYSTEM_MODIFIER"]""", "Modifier")]
    [InlineData("24", """["CODE_SYSTEM_PLACE_OF_SERVICE"]""", "PlaceOfService")]
    [InlineData("24", """["CODE_SYSTEM_PLACE_OF_SERVICE","CODE_SYSTEM_MODIFIER","CODE_SYSTEM_MODIFIER"]""", "Modifier PlaceOfService")]
    [InlineData("flap", """["CODE_SYSTEM_ICD10CM","CODE_SYSTEM_NUCC_TAXONOMY"]""", "NuccTaxonomy Icd10Cm")]
    [InlineData("flap", "[]", "Cpt Modifier NuccTaxonomy Icd10Cm")]
    public async Task SearchCodes_Systems_AreAllThatIsSearched(string query, string systems, string found)
    {
        var results = await SearchAsync($$"""{"query":"{{query}}","systems":{{systems}}}""");
        Assert.Equal(found, string.Join(' ', results.Select(result => result.System).Distinct().Order()));
        Assert.Equal(results.Count, results.Select(result => (result.System, result.Code)).Distinct().Count());
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    [InlineData(100, 100)]
    public async Task SearchCodes_MoreThanAskedFor_AreTheBest(int maxResults, int count)
    {
        var results = await SearchAsync($$"""{"query":"s","maxResults":{{maxResults}}}""");
        Assert.Equal((await SearchAsync("""{"query":"s","maxResults":100}""")).Take(count), results);
        Assert.Equal(count, results.Count);
    }

    [Theory]
    [InlineData("left side zebra")]
    [InlineData("S4.1")]
    [InlineData("?")]
    [InlineData("🦵")]
    [InlineData("\\u0000")]
    public async Task SearchCodes_NothingFound_IsAnEmptyAnswer(string query) => Assert.Empty(await SearchAsync($$"""{"query":"{{query}}"}"""));

    [Fact]
    public async Task SearchCodes_LongestQuery_IsAnswered() => Assert.Empty(await SearchAsync($$"""{"query":"{{new string('é', 256)}}"}"""));

    [Fact]
    public async Task SearchCodes_EveryResult_SaysWhatALookupSays()
    {
        foreach (var result in await SearchAsync("""{"query":"flap"}"""))
        {
            var answer = (Wire.LookupCodeResponse)await service.Caller.OverGrpcAsync("LookupCode", $$"""{"code":"{{result.Code}}","system":{{(int)result.System}}}""");
            Assert.Equal((answer.Code.Title, answer.Code.Status), (result.Title, result.Status));
        }
    }

    [JsonFact]
    public async Task Get_SearchOfOneSystem_IsTheAnswerOfGrpc()
    {
        using var response = await service.Caller.Http.GetAsync("/v1/codes:search?query=lac+should&systems=CODE_SYSTEM_ICD10CM&max_results=5", TestContext.Current.CancellationToken);
        Assert.Equal(
            await service.Caller.OverGrpcAsync("SearchCodes", """{"query":"lac should","systems":["CODE_SYSTEM_ICD10CM"],"maxResults":5}"""),
            Caller.ReadAnswer("SearchCodes", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>The path of a search and those of a lookup are told apart by the slash alone.</summary>
    [JsonTheory]
    [InlineData("/v1/codes:search?query=lt", HttpStatusCode.OK, "\"results\":")]
    [InlineData("/v1/codes/lt?edition=", HttpStatusCode.OK, "\"appearances\":")]
    [InlineData("/v1/codes/search", HttpStatusCode.NotFound, "CODE_NOT_FOUND")]
    [InlineData("/v1/codes/:search", HttpStatusCode.BadRequest, "\"field\":\"code\"")]
    [InlineData("/v1/codes/lt:search", HttpStatusCode.BadRequest, "\"field\":\"code\"")]
    [InlineData("/v1/codes%3Asearch?query=lt", HttpStatusCode.OK, "\"results\":")]
    [InlineData("/v1/codes:select?query=lt", HttpStatusCode.NotFound, "")]
    public async Task Get_SearchOrLookup_AreToldApart(string path, HttpStatusCode status, string holds)
    {
        using var response = await service.Caller.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(holds, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Wire.SearchResult>> SearchAsync(string request) =>
        ((Wire.SearchCodesResponse)await service.Caller.OverGrpcAsync("SearchCodes", request)).Results;
}
