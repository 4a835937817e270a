using System.Globalization;

namespace CodeReference.Hosting.Tests;

/// <summary>A service that cannot start says which setting is at fault, what it found and what it expected, in one line.</summary>
public sealed class StartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("Kestrel:Endpoints:Json:Url", "nonsense", "expected an address")]
    [InlineData("Kestrel:Endpoints:Json:Url", "http://127.0.0.1:99999", "a port from 0 to 65535")]
    [InlineData("Kestrel:Endpoints:Json:Url", "http://127.0.0.1:http", "expected an address")]
    [InlineData("Kestrel:Endpoints:Grpc:Url", "ftp://127.0.0.1:21", "expected an address")]
    [InlineData("Limits:MaxConnections", "many", "expected a whole number from 1 to 100000")]
    [InlineData("Limits:MaxConnections", "0", "expected a whole number from 1 to 100000")]
    [InlineData("Limits:MaxConnection", "64", "no such setting; Limits has MaxConnections")]
    public async Task Start_BadSetting_NamesItWhatWasFoundAndWhatIsExpected(string name, string value, string expected) =>
        AssertLine($"{name} is \"{value}\"; expected ", expected, await ErrorOfAsync(ServerProcess.Start($"--{name}={value}")));

    [Fact]
    public async Task Start_AddressOfAnotherMachine_SaysSo() =>
        AssertLine("CodeReference cannot start: ", "assign requested address", await ErrorOfAsync(ServerProcess.Start("--Kestrel:Endpoints:Json:Url=http://192.0.2.1:5080", "--Transport:AllowPlaintext=true", "--Authentication:AllowAnonymous=true")));

    [Theory]
    [InlineData(811)]
    [InlineData(500)]
    public async Task Start_FewerFilesThanConnectionsNeed_SaysSo(int files) =>
        AssertLine("Limits:MaxConnections is not set; expected at most ", string.Create(CultureInfo.InvariantCulture, $"open {files} files"), await ErrorOfAsync(Limited(files)));

    [Theory]
    [InlineData(812, 512)]
    [InlineData(500, 200)]
    public async Task Start_AsManyFilesAsConnectionsNeed_Serves(int files, int connections)
    {
        using var server = Limited(files, string.Create(CultureInfo.InvariantCulture, $"--Limits:MaxConnections={connections}"));
        using var caller = new Caller(server);
        await caller.WaitUntilHealthyAsync(Patience);
    }

    private static ServerProcess Limited(int files, params IEnumerable<string> settings) =>
        ServerProcess.StartUnder(["sh", "-c", string.Create(CultureInfo.InvariantCulture, $"ulimit -n {files}; exec \"$@\""), "sh"], settings);

    private static async Task<string> ErrorOfAsync(ServerProcess server)
    {
        using (server)
        {
            Assert.Equal(1, await server.ExitAsync(Patience));
            Assert.DoesNotMatch(@"\s+at \w+\.", string.Join('\n', server.Output));
            return Assert.Single(server.Errors);
        }
    }

    private static void AssertLine(string start, string inside, string line)
    {
        Assert.Contains(start, line, StringComparison.Ordinal);
        Assert.Contains(inside, line, StringComparison.Ordinal);
    }
}
