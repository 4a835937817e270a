using System.Buffers.Text;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace CodeReference.Hosting.Tests;

public sealed class ErrorsTests(RunningService service)
{
    private const string OtherEdition = "0123456789abcdef";

    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    /// <summary>Method, request, reason, field at fault, and metadata by key, where HAVE is the edition served.</summary>
    public static TheoryData<string, string, string, string, string> BadRequests => new()
    {
        { "GetPublication", """{"procedureCode":"1402"}""", "FIELD_INVALID", "procedure_code", "" },
        { "GetPublication", """{"procedureCode":"140200"}""", "FIELD_INVALID", "procedure_code", "" },
        { "GetPublication", """{"procedureCode":"14 20"}""", "FIELD_INVALID", "procedure_code", "" },
        { "GetPublication", """{"procedureCode":"１４０２０"}""", "FIELD_INVALID", "procedure_code", "" },
        { "GetPublication", """{"procedureCode":"LT"}""", "FIELD_INVALID", "procedure_code", "" },
        { "LookupCode", """{"code":"?"}""", "FIELD_INVALID", "code", "" },
        { "LookupCode", """{"code":"14020","system":"CODE_SYSTEM_MODIFIER"}""", "FIELD_INVALID", "code", "" },
        { "LookupCode", """{"code":"LT","system":"CODE_SYSTEM_PLACE_OF_SERVICE"}""", "FIELD_INVALID", "code", "" },
        { "ValidateModifiers", "{}", "FIELD_INVALID", "procedure_code", "" },
        { "ValidateModifiers", """{"procedureCode":" \t"}""", "FIELD_INVALID", "procedure_code", "" },
        { "ValidateModifiers", """{"procedureCode":"A402B"}""", "FIELD_INVALID", "procedure_code", "" },
        { "ValidateModifiers", $$"""{"procedureCode":"14020","modifiers":[{{Repeat("\"LT\"", 21)}}]}""", "LIMIT_EXCEEDED", "modifiers", "actual=21 limit=20" },
        { "ValidateModifiers", """{"procedureCode":"14020","view":77}""", "FIELD_INVALID", "view", "" },
        { "ValidateModifiers", """{"procedureCode":"14020","view":-1}""", "FIELD_INVALID", "view", "" },
        { "ValidateModifiers", $$"""{"procedureCode":"14020","diagnosisCodes":[{{Repeat("\"T14.8\"", 25)}}]}""", "LIMIT_EXCEEDED", "diagnosis_codes", "actual=25 limit=24" },
        { "ValidateModifiers", """{"procedureCode":"14020","diagnosisCodes":["T14.8","right arm"]}""", "FIELD_INVALID", "diagnosis_codes[1]", "" },
        { "ValidateModifiers", """{"procedureCode":"14020","diagnosisCodes":[""]}""", "FIELD_INVALID", "diagnosis_codes[0]", "" },
        { "ValidateModifiers", """{"procedureCode":"14020","placeOfService":"office"}""", "FIELD_INVALID", "place_of_service", "" },
        { "ValidateModifiers", """{"procedureCode":"14020","taxonomyCode":"208200000"}""", "FIELD_INVALID", "taxonomy_code", "" },
        { "ValidateModifiers", """{"procedureCode":"14020","claimType":4}""", "FIELD_INVALID", "claim_type", "" },
        { "ValidateModifiers", """{"procedureCode":"14020","units":-1}""", "FIELD_INVALID", "units", "" },
        { "ValidateModifiers", """{"procedureCode":"14020","serviceDate":{}}""", "FIELD_INVALID", "service_date", "" },
        { "ValidateModifiers", """{"procedureCode":"14020","serviceDate":{"year":2026,"month":11}}""", "FIELD_INVALID", "service_date", "" },
        { "ValidateModifiers", """{"procedureCode":"14020","serviceDate":{"year":2026,"month":2,"day":29}}""", "FIELD_INVALID", "service_date", "" },
        { "ValidateModifiers", """{"procedureCode":"14020","serviceDate":{"year":10000,"month":1,"day":1}}""", "FIELD_INVALID", "service_date", "" },
        { "BatchValidateModifiers", $$"""{"lines":[{{Repeat("{}", 1001)}}]}""", "LIMIT_EXCEEDED", "lines", "actual=1001 limit=1000" },
        { "BatchLookupCodes", $$"""{"lookups":[{{Repeat("{}", 1001)}}]}""", "LIMIT_EXCEEDED", "lookups", "actual=1001 limit=1000" },
        { "SelectCode", "{}", "FIELD_INVALID", "technique", "" },
        { "SelectCode", """{"technique":" ","anatomicSite":"\n"}""", "FIELD_INVALID", "technique", "" },
        { "SelectCode", """{"technique":"repair","view":3}""", "FIELD_INVALID", "view", "" },
        { "SelectCode", """{"technique":"repair","maxCandidates":-1}""", "FIELD_INVALID", "max_candidates", "" },
        { "SelectCode", """{"technique":"repair","maxCandidates":51}""", "LIMIT_EXCEEDED", "max_candidates", "actual=51 limit=50" },
        { "SelectCode", """{"size":{"unit":"UNIT_CENTIMETER"}}""", "FIELD_INVALID", "size.value", "" },
        { "SelectCode", """{"size":{"value":0,"unit":"UNIT_CENTIMETER"}}""", "FIELD_INVALID", "size.value", "" },
        { "SelectCode", """{"size":{"value":-0.1,"unit":"UNIT_CENTIMETER"}}""", "FIELD_INVALID", "size.value", "" },
        { "SelectCode", """{"size":{"value":"NaN","unit":"UNIT_CENTIMETER"}}""", "FIELD_INVALID", "size.value", "" },
        { "SelectCode", """{"size":{"value":"Infinity","unit":"UNIT_CENTIMETER"}}""", "FIELD_INVALID", "size.value", "" },
        { "SelectCode", """{"size":{"value":"-Infinity","unit":"UNIT_CENTIMETER"}}""", "FIELD_INVALID", "size.value", "" },
        { "SelectCode", """{"size":{"value":100000.5,"unit":"UNIT_CENTIMETER"}}""", "LIMIT_EXCEEDED", "size.value", "actual=100000.5 limit=100000" },
        { "SelectCode", """{"technique":"repair","size":{"value":1}}""", "FIELD_INVALID", "size.unit", "" },
        { "SelectCode", """{"size":{"value":1,"unit":3}}""", "FIELD_INVALID", "size.unit", "" },
        { "SelectCode", """{"size":{"value":1e308,"unit":"UNIT_CENTIMETER"}}""", "LIMIT_EXCEEDED", "size.value", "actual=1E+308 limit=100000" },
        { "SelectCode", """{"narrative":" \n\t "}""", "FIELD_INVALID", "technique", "" },
        { "SelectCode", $$"""{"narrative":"{{Repeat("x", 8193, "")}}"}""", "LIMIT_EXCEEDED", "narrative", "actual=8193 limit=8192" },
        { "SelectCode", $$"""{"narrative":"{{Repeat("🦵", 2049, "")}}"}""", "LIMIT_EXCEEDED", "narrative", "actual=8196 limit=8192" },
        { "SelectCode", """{"wounds":[{}]}""", "FIELD_INVALID", "wounds[0].length", "" },
        { "SelectCode", """{"wounds":[{"length":1},{"length":-1}]}""", "FIELD_INVALID", "wounds[1].length", "" },
        { "SelectCode", """{"wounds":[{"length":"NaN"}]}""", "FIELD_INVALID", "wounds[0].length", "" },
        { "SelectCode", """{"wounds":[{"length":1,"width":"-Infinity"}]}""", "FIELD_INVALID", "wounds[0].width", "" },
        { "SelectCode", """{"wounds":[{"length":1,"width":-2}]}""", "FIELD_INVALID", "wounds[0].width", "" },
        { "SelectCode", """{"wounds":[{"length":100001}]}""", "LIMIT_EXCEEDED", "wounds[0].length", "actual=100001 limit=100000" },
        { "SelectCode", """{"wounds":[{"length":1,"width":1e308}]}""", "LIMIT_EXCEEDED", "wounds[0].width", "actual=1E+308 limit=100000" },
        { "SelectCode", """{"wounds":[{"length":60000},{"length":60000}]}""", "LIMIT_EXCEEDED", "wounds", "actual=120000 limit=100000" },
        { "SelectCode", """{"wounds":[{"length":1000,"width":1000}]}""", "LIMIT_EXCEEDED", "wounds", "actual=1000000 limit=100000" },
        { "SelectCode", $$"""{"wounds":[{{Repeat("""{"length":1}""", 51)}}]}""", "LIMIT_EXCEEDED", "wounds", "actual=51 limit=50" },
        { "ListPublications", """{"pageSize":-1}""", "FIELD_INVALID", "page_size", "" },
        { "ListPublications", """{"pageToken":"!"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListPublications", """{"pageToken":"A"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListPublications", $$"""{"pageToken":"{{Repeat("QUJD", 100, "")}}"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListPublications", $$"""{"pageToken":"{{Token("no colon")}}"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListPublications", $$"""{"pageToken":"{{Token(OtherEdition + ":publications:-1")}}"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListPublications", $$"""{"pageToken":"{{Token(OtherEdition + ":diagnostics:1")}}"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListDiagnostics", """{"pageSize":-1}""", "FIELD_INVALID", "page_size", "" },
        { "ListDiagnostics", """{"pageToken":"!"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListDiagnostics", """{"pageToken":"A"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListDiagnostics", $$"""{"pageToken":"{{Repeat("QUJD", 100, "")}}"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListDiagnostics", $$"""{"pageToken":"{{Token("no colon")}}"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListDiagnostics", $$"""{"pageToken":"{{Token(OtherEdition + ":diagnostics:-1")}}"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "ListDiagnostics", $$"""{"pageToken":"{{Token(OtherEdition + ":publications:1")}}"}""", "PAGE_TOKEN_INVALID", "page_token", "" },
        { "SearchCodes", "{}", "FIELD_INVALID", "query", "" },
        { "SearchCodes", """{"query":" \t"}""", "FIELD_INVALID", "query", "" },
        { "SearchCodes", $$"""{"query":"{{Repeat("x", 257, "")}}"}""", "LIMIT_EXCEEDED", "query", "actual=257 limit=256" },
        { "SearchCodes", $$"""{"query":"{{Repeat("🦵", 129, "")}}"}""", "LIMIT_EXCEEDED", "query", "actual=258 limit=256" },
        { "SearchCodes", """{"query":"flap","maxResults":-1}""", "FIELD_INVALID", "max_results", "" },
        { "SearchCodes", """{"query":"flap","maxResults":101}""", "LIMIT_EXCEEDED", "max_results", "actual=101 limit=100" },
        { "SearchCodes", """{"query":"flap","systems":["CODE_SYSTEM_CPT","CODE_SYSTEM_UNSPECIFIED"]}""", "FIELD_INVALID", "systems[1]", "" },
    };

    /// <summary>Method, request, reason, no field, and metadata by key, where HAVE is the edition served.</summary>
    public static TheoryData<string, string, string, string, string> MissedRequests => new()
    {
        { "ListPublications", $$"""{"pageToken":"{{Token(OtherEdition + ":publications:1")}}"}""", "EDITION_MISMATCH", "", $"have=HAVE want={OtherEdition}" },
        { "ListDiagnostics", $$"""{"pageToken":"{{Token(OtherEdition + ":diagnostics:1")}}"}""", "EDITION_MISMATCH", "", $"have=HAVE want={OtherEdition}" },
        { "SearchCodes", $$"""{"query":"flap","edition":"{{OtherEdition}}"}""", "EDITION_MISMATCH", "", $"have=HAVE want={OtherEdition}" },
        { "GetPublication", $$"""{"procedureCode":"14020","edition":"{{OtherEdition}}"}""", "EDITION_MISMATCH", "", $"have=HAVE want={OtherEdition}" },
        { "GetPublication", """{"procedureCode":"14020","edition":"latest"}""", "EDITION_MISMATCH", "", "have=HAVE want=latest" },
        { "LookupCode", $$"""{"code":"14020","edition":"{{OtherEdition}}"}""", "EDITION_MISMATCH", "", $"have=HAVE want={OtherEdition}" },
        { "SelectCode", $$"""{"technique":"repair","edition":"{{OtherEdition}}"}""", "EDITION_MISMATCH", "", $"have=HAVE want={OtherEdition}" },
        { "ValidateModifiers", $$"""{"procedureCode":"14020","edition":"{{OtherEdition}}"}""", "EDITION_MISMATCH", "", $"have=HAVE want={OtherEdition}" },
        { "BatchValidateModifiers", $$"""{"edition":"{{OtherEdition}}"}""", "EDITION_MISMATCH", "", $"have=HAVE want={OtherEdition}" },
        { "BatchLookupCodes", $$"""{"edition":"{{OtherEdition}}"}""", "EDITION_MISMATCH", "", $"have=HAVE want={OtherEdition}" },
        { "GetPublication", """{"procedureCode":"14021"}""", "CODE_NOT_FOUND", "", "nearest=14020" },
        { "LookupCode", """{"code":"s41.011"}""", "CODE_NOT_FOUND", "", "nearest=S41.011A,S41.111A" },
        { "LookupCode", """{"code":"88888"}""", "CODE_NOT_FOUND", "", "" },
    };

    /// <summary>What a JSON path or query cannot say in the same words.</summary>
    public static TheoryData<string, string, string, string, string> RequestsOfGrpcAlone => new()
    {
        { "GetPublication", "{}", "FIELD_INVALID", "procedure_code", "" },
        { "LookupCode", "{}", "FIELD_INVALID", "code", "" },
        { "LookupCode", """{"code":" "}""", "FIELD_INVALID", "code", "" },
    };

    /// <summary>Enum numbers in the query of a GET.</summary>
    public static TheoryData<string, string, string, string, string> UndefinedNumbersInQueries => new()
    {
        { "GetPublication", """{"procedureCode":"14020","view":77}""", "FIELD_INVALID", "view", "" },
        { "LookupCode", """{"code":"14020","view":77}""", "FIELD_INVALID", "view", "" },
        { "LookupCode", """{"code":"14020","system":77}""", "FIELD_INVALID", "system", "" },
        { "LookupCode", """{"code":"14020","system":-1}""", "FIELD_INVALID", "system", "" },
        { "ListDiagnostics", """{"view":77}""", "FIELD_INVALID", "view", "" },
        { "SearchCodes", """{"query":"flap","systems":["CODE_SYSTEM_CPT",77]}""", "FIELD_INVALID", "systems[1]", "" },
        { "SearchCodes", """{"query":"flap","systems":[-1]}""", "FIELD_INVALID", "systems[0]", "" },
    };

    [Theory]
    [MemberData(nameof(BadRequests))]
    [MemberData(nameof(MissedRequests))]
    [MemberData(nameof(RequestsOfGrpcAlone))]
    [MemberData(nameof(UndefinedNumbersInQueries))]
    public async Task Error_OverGrpc_NamesReasonFieldAndMetadata(string rpc, string request, string reason, string field, string metadata)
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Caller.OverGrpcAsync(rpc, request));
        Assert.Equal(StatusOf(reason), error.StatusCode);
        var status = error.GetRpcStatus()!;
        var info = status.GetDetail<ErrorInfo>()!;
        Assert.Equal(("codereference", reason), (info.Domain, info.Reason));
        Assert.Equal(await FillInAsync(metadata), string.Join(' ', info.Metadata.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)));
        Assert.Equal(field, string.Join(' ', status.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? []));
        Assert.Equal(error.Status.Detail, status.Message);
    }

    [JsonTheory]
    [MemberData(nameof(BadRequests))]
    [MemberData(nameof(MissedRequests))]
    public async Task Error_OverJson_IsTheStatusOfGrpc(string rpc, string request, string reason, string field, string metadata)
    {
        _ = (field, metadata);
        var overGrpc = await Assert.ThrowsAsync<RpcException>(() => service.Caller.OverGrpcAsync(rpc, request));
        using var overJson = await service.Caller.OverJsonAsync(rpc, request);
        Assert.Equal(reason == "CODE_NOT_FOUND" ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest, overJson.StatusCode);
        Assert.Equal(overGrpc.GetRpcStatus(), Json.Parse<Status>(await overJson.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>The JSON reader refuses these itself: the reason is that of a message which is none.</summary>
    [JsonTheory]
    [MemberData(nameof(UndefinedNumbersInQueries))]
    public async Task Error_UndefinedNumberInAQuery_IsRefused(string rpc, string request, string reason, string field, string metadata)
    {
        _ = (reason, field, metadata);
        using var overJson = await service.Caller.OverJsonAsync(rpc, request);
        Assert.Equal(HttpStatusCode.BadRequest, overJson.StatusCode);
        var status = Json.Parse<Status>(await overJson.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((int)StatusCode.InvalidArgument, status.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task ValidateModifiers_UpToTheLimit_IsAnswered(int count)
    {
        var answer = (Wire.ValidateModifiersResponse)await service.Caller.OverGrpcAsync("ValidateModifiers", $$"""{"procedureCode":"14020","modifiers":[{{Repeat("\"LT\"", count)}}]}""");
        Assert.Equal(count, answer.Modifiers.Count);
    }

    /// <summary>Tokens of the edition served, with starts that no page has.</summary>
    [Theory]
    [InlineData("ListPublications", "publications:0")]
    [InlineData("ListPublications", "publications:1")]
    [InlineData("ListPublications", "diagnostics:1")]
    [InlineData("ListDiagnostics", "diagnostics:0")]
    [InlineData("ListDiagnostics", "diagnostics:23")]
    [InlineData("ListDiagnostics", "publications:1")]
    public async Task List_TokenThatWasNeverIssued_IsPageTokenInvalid(string rpc, string token)
    {
        var request = $$"""{"pageToken":"{{Token($"{await FillInAsync("HAVE")}:{token}")}}"}""";
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Caller.OverGrpcAsync(rpc, request));
        Assert.Equal("PAGE_TOKEN_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    private static StatusCode StatusOf(string reason) => reason switch
    {
        "EDITION_MISMATCH" => StatusCode.FailedPrecondition,
        "CODE_NOT_FOUND" => StatusCode.NotFound,
        _ => StatusCode.InvalidArgument,
    };

    private static string Token(string text) => Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));

    private static string Repeat(string text, int count, string separator = ",") => string.Join(separator, Enumerable.Repeat(text, count));

    private async Task<string> FillInAsync(string metadata) =>
        metadata.Replace("HAVE", ((Wire.GetEditionResponse)await service.Caller.OverGrpcAsync("GetEdition", "{}")).Edition.Id, StringComparison.Ordinal);
}
