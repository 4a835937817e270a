using Google.Protobuf.Reflection;

namespace CodeReference.Service.Tests;

public sealed class LogTests
{
    private const string Marker = "phicanary5e1f";

    [Fact]
    public async Task Log_OfEveryRequestAtTrace_HoldsNothingThatTheCallerSent() =>
        Assert.Empty(await MarkedLinesAsync("--Logging:LogLevel:Default=Trace"));

    /// <summary>Starts a server, sends it the marker in every string field of every method, and stops it.</summary>
    /// <returns>The lines of its output that hold the marker.</returns>
    private static async Task<IEnumerable<string>> MarkedLinesAsync(string setting)
    {
        using var server = await ServerProcess.StartServingAsync(setting);
        using var caller = new Caller(server);
        foreach (var (rpc, request) in Wire.CodeReferenceService.Descriptor.Methods.SelectMany(MarkedRequests))
        {
            await Record.ExceptionAsync(() => caller.OverGrpcAsync(rpc, request));
            (await caller.OverJsonAsync(rpc, request)).Dispose();
        }

        await server.TerminateAsync(TimeSpan.FromSeconds(5));
        return server.Output.Concat(server.Errors).Where(line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>One request for each string field, marked in that field and otherwise right.</summary>
    private static IEnumerable<(string Rpc, string Request)> MarkedRequests(MethodDescriptor method) =>
        method.InputType.Fields.InFieldNumberOrder().Where(field => field.FieldType == FieldType.String).Select(marked =>
        {
            var fields = method.InputType.Fields.InFieldNumberOrder()
                .Where(field => field == marked || field.Name is "procedure_code" or "code")
                .Select(field => (field.JsonName, Value: field == marked ? Marker : "14020", field.IsRepeated))
                .Select(field => $"\"{field.JsonName}\":" + (field.IsRepeated ? $"[\"{field.Value}\"]" : $"\"{field.Value}\""));
            return (method.Name, $"{{{string.Join(',', fields)}}}");
        });
}
