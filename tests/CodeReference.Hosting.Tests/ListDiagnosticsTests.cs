namespace CodeReference.Hosting.Tests;

public sealed class ListDiagnosticsTests(RunningService service)
{
    private const string Rpc = "ListDiagnostics";
    private const string Page = "publications/cpt-14020.txt";

    /// <summary>All of the default book: line, column and id.</summary>
    private static readonly string[] Expected =
    [
        "4:155 CR2020", "4:171 CR2020",
        "27:1 CR3019", "28:1 CR3019", "29:1 CR3019", "34:1 CR3019", "40:1 CR3019",
        "43:16 CR3011", "44:14 CR3011", "45:1 CR3010", "46:14 CR3011", "47:1 CR3010",
        "51:12 CR3014", "52:12 CR3014", "53:87 CR3015", "54:1 CR3013", "55:11 CR3014",
        "59:53 CR3021", "60:9 CR3020", "61:9 CR3020", "62:9 CR3020", "63:82 CR3021", "64:9 CR3020",
    ];

    [Fact]
    public async Task ListDiagnostics_OnePage_IsAllByFileAndPlace()
    {
        var answer = await ListAsync("{}");
        Assert.Equal(Expected, answer.Diagnostics.Select(Place));
        Assert.All(answer.Diagnostics, diagnostic => Assert.Equal((Page, Wire.Severity.Warning), (diagnostic.Citation.File, diagnostic.Severity)));
        Assert.Empty(answer.NextPageToken);
    }

    [Theory]
    [InlineData(1, 23)]
    [InlineData(5, 5)]
    [InlineData(22, 2)]
    [InlineData(23, 1)]
    [InlineData(24, 1)]
    public async Task ListDiagnostics_PageByPage_LosesAndRepeatsNothing(int size, int pages)
    {
        var listed = new List<string>();
        var (count, token) = (0, "");
        do
        {
            var answer = await ListAsync($$"""{"pageSize":{{size}},"pageToken":"{{token}}"}""");
            Assert.InRange(answer.Diagnostics.Count, 1, size);
            listed.AddRange(answer.Diagnostics.Select(Place));
            token = answer.NextPageToken;
            count++;
        }
        while (token.Length > 0);
        Assert.Equal(Expected, listed);
        Assert.Equal(pages, count);
    }

    [JsonFact]
    public async Task ListDiagnostics_NextPageOverJson_IsThatOfGrpc()
    {
        var token = (await ListAsync("""{"pageSize":20}""")).NextPageToken;
        using var response = await service.Caller.Http.GetAsync($"/v1/diagnostics?pageToken={token}&view=VIEW_FULL", TestContext.Current.CancellationToken);
        Assert.Equal(
            await service.Caller.OverGrpcAsync(Rpc, $$"""{"pageToken":"{{token}}","view":"VIEW_FULL"}"""),
            Caller.ReadAnswer(Rpc, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ListDiagnostics_Basic_SaysWhatIsWrongAndWhere()
    {
        var pharmacy = (await ListAsync("{}")).Diagnostics[7];
        Assert.StartsWith("Taxonomy \"333600000X\" is published as \"Plastic Surgery\"", pharmacy.Message, StringComparison.Ordinal);
        Assert.Equal(["", "", "", ""], [pharmacy.Published, pharmacy.Official, pharmacy.Source, pharmacy.Citation.Quote]);
    }

    [Fact]
    public async Task ListDiagnostics_Full_AddsBothTextsAndTheSource()
    {
        var pharmacy = (await ListAsync("""{"view":"VIEW_FULL"}""")).Diagnostics[7];
        Assert.Equal(["Plastic Surgery", "Pharmacy", "NUCC 25.1", "Plastic Surgery"], [pharmacy.Published, pharmacy.Official, pharmacy.Source, pharmacy.Citation.Quote]);
    }

    private static string Place(Wire.Advisory diagnostic) => $"{diagnostic.Citation.Line}:{diagnostic.Citation.Column} {diagnostic.DiagnosticId}";

    private async Task<Wire.ListDiagnosticsResponse> ListAsync(string request) => (Wire.ListDiagnosticsResponse)await service.Caller.OverGrpcAsync(Rpc, request);
}
