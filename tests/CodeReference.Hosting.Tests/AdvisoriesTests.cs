namespace CodeReference.Hosting.Tests;

/// <summary>What is wrong with a row stands beside it, wherever the row is answered.</summary>
public sealed class AdvisoriesTests(RunningService service)
{
    /// <summary>The rows at fault, by the id of what is wrong with them.</summary>
    private static readonly (string Id, string Codes)[] Faults =
    [
        ("CR3010", "207LR0400X 293W00000X"),
        ("CR3011", "333600000X 207Q00000X 208000000X"),
        ("CR3013", "T14.8"),
        ("CR3014", "S41.011A S61.011A C44.311"),
        ("CR3015", "S01.81XA"),
        ("CR3019", "25 26 50 62 QK"),
        ("CR3020", "13131 14021 15260 13132"),
        ("CR3021", "12001 12032"),
    ];

    private static readonly Dictionary<string, string> OfRows = Faults
        .SelectMany(fault => fault.Codes.Split(' ').Select(code => (Code: code, fault.Id)))
        .ToDictionary(row => row.Code, row => row.Id);

    public static TheoryData<string, string> Codes => new(OfRows.Select(row => (row.Key, row.Value)));

    [Fact]
    public async Task GetPublication_EveryRow_HasItsOneAdvisoryOrNone()
    {
        var rows = RowsOf(await PublicationAsync()).ToArray();
        Assert.Equal(30, rows.Length);
        Assert.All(rows, row => Assert.Equal(OfRows.TryGetValue(row.Code, out var id) ? [id] : [], row.Advisories.Select(advisory => advisory.DiagnosticId)));
        Assert.All(rows, row => Assert.All(row.Advisories, advisory => Assert.Equal(row.Citation.Line, advisory.Citation.Line)));
    }

    [Fact]
    public async Task GetPublication_Page_HasWhatNoRowHas() =>
        Assert.Equal(["CR2020", "CR2020"], (await PublicationAsync()).Advisories.Select(advisory => advisory.DiagnosticId));

    [Fact]
    public async Task GetPublication_AllAdvisories_AreAllDiagnostics()
    {
        var publication = await PublicationAsync();
        var all = (Wire.ListDiagnosticsResponse)await service.Caller.OverGrpcAsync("ListDiagnostics", """{"view":"VIEW_FULL"}""");
        Assert.Equal(all.Diagnostics, publication.Advisories.Concat(RowsOf(publication).SelectMany(row => row.Advisories)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task LookupCode_PublishedWithAMistake_HasTheAdvisoryOfItsRow(string code, string id)
    {
        var advisory = Assert.Single((await LookupAsync(code)).Advisories);
        Assert.Equal(id, advisory.DiagnosticId);
        Assert.Equal(Assert.Single(RowsOf(await PublicationAsync()), row => row.Code == code).Advisories, [advisory]);
    }

    [Theory]
    [InlineData("14020")]
    [InlineData("LT")]
    [InlineData("59")]
    [InlineData("24")]
    [InlineData("207N00000X")]
    public async Task LookupCode_NoMistake_HasNoAdvisory(string code) => Assert.Empty((await LookupAsync(code)).Advisories);

    private static IEnumerable<(string Code, Wire.Citation Citation, IEnumerable<Wire.Advisory> Advisories)> RowsOf(Wire.Publication publication) =>
    [
        .. publication.Modifiers.Select(row => (row.Code, row.Citation, row.Advisories)),
        .. publication.Taxonomies.Select(row => (row.Code, row.Citation, row.Advisories)),
        .. publication.Diagnoses.Select(row => (row.Code, row.Citation, row.Advisories)),
        .. publication.RelatedProcedures.Select(row => (row.Code, row.Citation, row.Advisories)),
    ];

    private async Task<Wire.Publication> PublicationAsync() =>
        ((Wire.GetPublicationResponse)await service.Caller.OverGrpcAsync("GetPublication", """{"procedureCode":"14020","view":"VIEW_FULL"}""")).Publication;

    private async Task<Wire.Code> LookupAsync(string code) =>
        ((Wire.LookupCodeResponse)await service.Caller.OverGrpcAsync("LookupCode", $$"""{"code":"{{code}}","view":"VIEW_FULL"}""")).Code;
}
