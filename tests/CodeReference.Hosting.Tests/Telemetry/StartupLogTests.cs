using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CodeReference.Hosting.Tests;

public sealed class StartupLogTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Log_FirstLines_SayEditionCountsAndAddresses()
    {
        using var server = await ServerProcess.StartServingAsync();
        using var caller = new Caller(server);
        var edition = ((Wire.GetEditionResponse)await caller.OverGrpcAsync("GetEdition", "{}")).Edition;
        var lines = await server.FirstLinesAsync(2, Patience);
        Assert.Contains($"{edition.Id}) (publications: {edition.Publications}, rows: {edition.Rows}, codes: {edition.Codes}, diagnostics: {edition.Diagnostics})", lines[0], StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{server.Grpc.Port}", lines[1], StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{server.Json.Port}", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_Command_IsSaidWhereJsonIsServed()
    {
        using var server = await ServerProcess.StartServingAsync();
        await server.FirstLinesAsync(2, Patience);
        await server.TerminateAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(ServerProcess.ServesJson, server.Output.Any(line => line.Contains("/v1/", StringComparison.Ordinal)));
    }

    /// <summary>How the address of the JSON endpoint may be set: all are right for Kestrel.</summary>
    [JsonTheory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://*:{0}")]
    public async Task Log_Command_WorksAsWritten(string address)
    {
        var port = Loopback.FreeAddress().Port;
        using var server = await ServerProcess.StartServingAsync($"--Kestrel:Endpoints:Json:Url={string.Format(CultureInfo.InvariantCulture, address, port)}", "--Transport:AllowPlaintext=true", "--Authentication:AllowAnonymous=true");
        using var caller = new Caller(server);
        var command = Regex.Match((await server.FirstLinesAsync(3, Patience))[2], @"curl -s (\S+) -H 'content-type: (\S+)' -d '(.*)'$");
        using var body = new StringContent(command.Groups[3].Value, Encoding.UTF8, command.Groups[2].Value);
        using var answer = await caller.Http.PostAsync(new Uri(command.Groups[1].Value), body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
