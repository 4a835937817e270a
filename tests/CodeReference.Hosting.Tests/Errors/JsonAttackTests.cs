using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace CodeReference.Hosting.Tests;

/// <summary>Whatever is sent to the JSON face, the refusal is a google.rpc.Status that says why.</summary>
public sealed class JsonAttackTests(RunningService service)
{
    private const string Validate = "/v1/modifiers:validate";

    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    /// <summary>Bodies that are no ValidateModifiersRequest, by what is wrong with them.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "nothing", "" },
        { "an object that does not end", """{"procedureCode":"14020""" },
        { "two texts", """{"procedureCode":"14020"}{"procedureCode":"14020"}""" },
        { "a comment", """{"procedureCode":"14020"/* */}""" },
        { "a comma too many", """{"procedureCode":"14020",}""" },
        { "no quotes", "{procedureCode:14020}" },
        { "a list", "[]" },
        { "null", "null" },
        { "a list where a text belongs", """{"procedureCode":["14020"]}""" },
        { "an object where a text belongs", """{"procedureCode":{"code":"14020"}}""" },
        { "a text where a list belongs", """{"procedureCode":"14020","modifiers":"LT"}""" },
        { "a list in a list", """{"procedureCode":"14020","modifiers":[["LT"]]}""" },
        { "an enum value that is none", """{"procedureCode":"14020","view":"VIEW_OF_THE_SEA"}""" },
        { "an enum number past 32 bits", """{"procedureCode":"14020","view":99999999999}""" },
        { "a name twice", """{"procedureCode":"14020","procedureCode":"14060"}""" },
        { "a name twice, once escaped", """{"procedureCode":"14020","procedure\u0043ode":"14060"}""" },
        { "a name twice, in both its forms", """{"procedureCode":"14020","procedure_code":"14060"}""" },
        { "a name twice, far inside", """{"procedureCode":"14020","unknown":{"a":[{"b":1,"b":2}]}}""" },
        { "half a surrogate pair in a text", """{"procedureCode":"\ud800"}""" },
        { "half a surrogate pair in a name", """{"\ud800":"14020"}""" },
        { "a raw control character", "{\"procedureCode\":\"14020\u0001\"}" },
        { "objects 10,000 deep", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000) },
        { "lists 100,000 deep", new string('[', 100_000) },
    };

    [JsonTheory]
    [MemberData(nameof(Bodies))]
    public async Task Post_BodyThatIsNoMessage_SaysSo(string what, string text)
    {
        Assert.NotEmpty(what);
        using var body = new StringContent(text, Encoding.UTF8, "application/json");
        await AssertRefusedAsync(await PostAsync(body), HttpStatusCode.BadRequest, Code.InvalidArgument, "MESSAGE_INVALID");
    }

    [JsonTheory]
    [InlineData("7b2270726f636564757265436f6465223a22ff34303230227d")]
    [InlineData("7b2270726f636564757265436f6465223a22c08034303230227d")]
    [InlineData("7b2270726f636564757265436f6465223a22eda080303230227d")]
    [InlineData("fffe7b002200700022003a00")]
    [InlineData("1f8b080000000000000003ab562a28ca4f4e4d2e2d4a754ece4f4955b2523234313032508a050000ffff")]
    public async Task Post_BytesThatAreNoUtf8_SaysSo(string bytes)
    {
        using var body = new ByteArrayContent(Convert.FromHexString(bytes)) { Headers = { ContentType = new("application/json") } };
        await AssertRefusedAsync(await PostAsync(body), HttpStatusCode.BadRequest, Code.InvalidArgument, "MESSAGE_INVALID");
    }

    [JsonFact]
    public async Task Post_OtherCharset_SaysSo()
    {
        using var body = new StringContent("""{"procedureCode":"14020"}""", Encoding.Unicode, "application/json");
        await AssertRefusedAsync(await PostAsync(body), HttpStatusCode.BadRequest, Code.InvalidArgument, "MESSAGE_INVALID");
    }

    [JsonTheory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-protobuf")]
    public async Task Post_OtherContentType_SaysSo(string type)
    {
        using var body = new StringContent("""{"procedureCode":"14020"}""", Encoding.UTF8, new MediaTypeHeaderValue(type));
        await AssertRefusedAsync(await PostAsync(body), HttpStatusCode.BadRequest, Code.InvalidArgument, "MESSAGE_INVALID");
    }

    [JsonTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_OversizeBody_SaysSoWhetherItsLengthIsStatedOrNot(bool chunked)
    {
        // Little more than the limit: who is still sending when he is refused may hear of the closed connection first.
        using var body = new StringContent($$"""{"procedureCode":"14020","payer":"{{new string('x', ServerLimits.MaxMessage)}}"}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, Validate) { Content = body };
        request.Headers.TransferEncodingChunked = chunked;
        // Who states a length is refused before it sends the body, and closed upon if it does not wait for that.
        request.Headers.ExpectContinue = !chunked;
        var response = await service.Caller.Http.SendAsync(request, TestContext.Current.CancellationToken);
        await AssertRefusedAsync(response, HttpStatusCode.RequestEntityTooLarge, Code.ResourceExhausted, "MESSAGE_TOO_LARGE");
    }

    [JsonFact]
    public async Task Post_LargestBody_IsAnswered()
    {
        const string Start = """{"procedureCode":"14020","payer":" """;
        const string End = "\"}";
        using var body = new StringContent(Start + new string(' ', ServerLimits.MaxMessage - Start.Length - End.Length) + End, Encoding.UTF8, "application/json");
        using var response = await PostAsync(body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [JsonTheory]
    [InlineData("/v1/codes/14020?view=77", HttpStatusCode.BadRequest, Code.InvalidArgument, "MESSAGE_INVALID")]
    [InlineData("/v1/codes/14020?view=VIEW_OF_THE_SEA", HttpStatusCode.BadRequest, Code.InvalidArgument, "MESSAGE_INVALID")]
    [InlineData("/v1/publications?pageSize=many", HttpStatusCode.BadRequest, Code.InvalidArgument, "MESSAGE_INVALID")]
    [InlineData("/v1/publications?pageSize=99999999999", HttpStatusCode.BadRequest, Code.InvalidArgument, "MESSAGE_INVALID")]
    [InlineData("/v1/nothing", HttpStatusCode.NotFound, Code.NotFound, "ROUTE_UNKNOWN")]
    [InlineData("/", HttpStatusCode.NotFound, Code.NotFound, "ROUTE_UNKNOWN")]
    public async Task Get_AddressThatIsNoQuestion_SaysSo(string path, HttpStatusCode status, Code code, string reason) =>
        await AssertRefusedAsync(await service.Caller.Http.GetAsync(path, TestContext.Current.CancellationToken), status, code, reason);

    [JsonTheory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task Method_ThatNoQuestionHas_SaysSo(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/v1/codes/14020");
        await AssertRefusedAsync(await service.Caller.Http.SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.MethodNotAllowed, Code.NotFound, "ROUTE_UNKNOWN");
    }

    /// <summary>A length is announced, and nothing more comes.</summary>
    [JsonFact]
    public async Task Post_BodyThatNeverComes_IsCutOff()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(service.Server.Json.Host, service.Server.Json.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var since = Stopwatch.GetTimestamp();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {Validate} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{{\"proc"), TestContext.Current.CancellationToken);
        var answer = await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains("REQUEST_TOO_SLOW", answer, StringComparison.Ordinal);
    }

    [JsonFact]
    public async Task Post_EveryBody_LogsNothing()
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        foreach (var row in Bodies)
        {
            using var body = new StringContent(row.Data.Item2, Encoding.UTF8, "application/json");
            (await caller.Http.PostAsync(Validate, body, TestContext.Current.CancellationToken)).Dispose();
        }

        await server.TerminateAsync(TimeSpan.FromSeconds(5));
        Assert.DoesNotMatch("(warn|fail|crit): ", string.Join('\n', server.Output));
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage response, HttpStatusCode httpStatus, Code code, string reason)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == httpStatus, $"{response.StatusCode}: {text}");
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            var status = Json.Parse<Google.Rpc.Status>(text);
            var info = status.GetDetail<ErrorInfo>();
            Assert.Equal((int)code, status.Code);
            Assert.Equal(("codereference", reason), (info?.Domain, info?.Reason));
        }
    }

    private Task<HttpResponseMessage> PostAsync(HttpContent body) => service.Caller.Http.PostAsync(Validate, body, TestContext.Current.CancellationToken);
}
