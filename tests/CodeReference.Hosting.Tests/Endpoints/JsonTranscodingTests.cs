using System.Net;
using System.Text;
using Google.Rpc;

namespace CodeReference.Hosting.Tests;

public sealed class JsonTranscodingTests(RunningService service)
{
    [JsonTheory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"procedureCode":14020.5e}""")]
    [InlineData("""{"procedureCode":"14020","view":"VIEW_OF_THE_SEA"}""")]
    [InlineData("""{"procedureCode":"14020","modifiers":"LT"}""")]
    [InlineData("""{"procedureCode":"\ud800"}""")]
    public async Task Post_BodyThatIsNoMessage_IsInvalidArgument(string text)
    {
        using var body = new StringContent(text, Encoding.UTF8, "application/json");
        using var response = await service.Caller.Http.PostAsync("/v1/modifiers:validate", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"code\":{(int)Code.InvalidArgument},", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/modifiers:validate", HttpStatusCode.NotFound)]
    [InlineData("/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/", HttpStatusCode.NotFound)]
    public async Task Get_PathOfNoQuestion_IsRefused(string path, HttpStatusCode status)
    {
        using var response = await service.Caller.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
    }

    [JsonFact]
    public async Task Get_Answer_NamesNoServer()
    {
        using var response = await service.Caller.Http.GetAsync("/v1/edition", TestContext.Current.CancellationToken);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.Headers.Contains("server"));
    }
}
