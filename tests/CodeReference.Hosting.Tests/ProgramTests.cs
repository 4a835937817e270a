using System.Net;
using System.Net.Sockets;
using Google.Protobuf.Reflection;
using Grpc.Health.V1;
using Grpc.Reflection.V1Alpha;

namespace CodeReference.Hosting.Tests;

public sealed class ProgramTests(RunningService service)
{
    [Fact]
    public async Task Health_OfTheServer_IsServing()
    {
        var answer = await new Health.HealthClient(service.Caller.Channel).CheckAsync(new() { Service = "" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }

    [Fact]
    public async Task Reflection_Services_ListsAllThatAreServed()
    {
        var answer = await ReflectAsync(new() { ListServices = "" });
        Assert.Equal(
            ["codereference.v1.CodeReferenceService", "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection"],
            answer.ListServicesResponse.Service.Select(listed => listed.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reflection_OfItsVersion1_ListsTheContract()
    {
        using var call = new Grpc.Reflection.V1.ServerReflection.ServerReflectionClient(service.Caller.Channel).ServerReflectionInfo(cancellationToken: TestContext.Current.CancellationToken);
        await call.RequestStream.WriteAsync(new() { ListServices = "" }, TestContext.Current.CancellationToken);
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Contains("codereference.v1.CodeReferenceService", call.ResponseStream.Current.ListServicesResponse.Service.Select(listed => listed.Name));
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
