using System.Net;
using System.Net.Sockets;
using Google.Protobuf.Reflection;
using Grpc.Health.V1;
using Grpc.Reflection.V1Alpha;

namespace CodeReference.Service.Tests;

public sealed class ProgramTests(RunningService service)
{
    [Fact]
    public async Task Health_OfTheServer_IsServing()
    {
        var answer = await new Health.HealthClient(service.Caller.Channel).CheckAsync(new() { Service = "" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }

    [Fact]
    public async Task Reflection_Services_ListsTheContract()
    {
        var answer = await ReflectAsync(new() { ListServices = "" });
        Assert.Contains("codereference.v1.CodeReferenceService", answer.ListServicesResponse.Service.Select(listed => listed.Name));
    }

    [Fact]
    public async Task Reflection_SymbolOfTheContract_ReturnsItsFile()
    {
        var answer = await ReflectAsync(new() { FileContainingSymbol = "codereference.v1.CodeReferenceService" });
        var files = answer.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom);
        var contract = Assert.Single(files, file => file.Name == "codereference/v1/code_reference_service.proto");
        Assert.Equal(Wire.CodeReferenceService.Descriptor.Methods.Select(method => method.Name), Assert.Single(contract.Service).Method.Select(method => method.Name));
    }

    [Fact]
    public async Task Start_PortInUse_SaysSoInOneLineAndExitsWith1()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var server = ServerProcess.Start($"--Kestrel:Endpoints:Json:Url=http://{taken.LocalEndpoint}");
        Assert.Equal(1, await server.ExitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains($"{taken.LocalEndpoint}", Assert.Single(server.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PortInUse_ShowsNoStack()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var server = ServerProcess.Start($"--Kestrel:Endpoints:Json:Url=http://{taken.LocalEndpoint}");
        await server.ExitAsync(TimeSpan.FromSeconds(60));
        Assert.DoesNotMatch(@"\s+at \w+\.", string.Join('\n', [.. server.Output, .. server.Errors]));
    }

    [Fact]
    public async Task Terminate_WhileServing_ExitsWith0()
    {
        using var server = await ServerProcess.StartServingAsync();
        Assert.Equal(0, await server.TerminateAsync(TimeSpan.FromSeconds(5)));
        Assert.Empty(server.Errors);
    }

    private async Task<ServerReflectionResponse> ReflectAsync(ServerReflectionRequest request)
    {
        using var call = new ServerReflection.ServerReflectionClient(service.Caller.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request);
        await call.RequestStream.CompleteAsync();
        Assert.True(await call.ResponseStream.MoveNext(default));
        return call.ResponseStream.Current;
    }
}
