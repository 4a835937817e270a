using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using static CodeReference.V1.CodeReferenceService;

namespace CodeReference.Hosting.Tests;

/// <summary>Asks a server over gRPC and over JSON. A request is its JSON text, whichever way it goes.</summary>
public sealed partial class Caller : IDisposable
{
    private static readonly FrozenDictionary<string, Func<CodeReferenceServiceClient, string, Task<IMessage>>> Methods =
        new Dictionary<string, Func<CodeReferenceServiceClient, string, Task<IMessage>>>
        {
            ["GetEdition"] = async (client, request) => await client.GetEditionAsync(Read<Wire.GetEditionRequest>(request)),
            ["ListPublications"] = async (client, request) => await client.ListPublicationsAsync(Read<Wire.ListPublicationsRequest>(request)),
            ["GetPublication"] = async (client, request) => await client.GetPublicationAsync(Read<Wire.GetPublicationRequest>(request)),
            ["ListDiagnostics"] = async (client, request) => await client.ListDiagnosticsAsync(Read<Wire.ListDiagnosticsRequest>(request)),
            ["LookupCode"] = async (client, request) => await client.LookupCodeAsync(Read<Wire.LookupCodeRequest>(request)),
            ["BatchLookupCodes"] = async (client, request) => await client.BatchLookupCodesAsync(Read<Wire.BatchLookupCodesRequest>(request)),
            ["SearchCodes"] = async (client, request) => await client.SearchCodesAsync(Read<Wire.SearchCodesRequest>(request)),
            ["SelectCode"] = async (client, request) => await client.SelectCodeAsync(Read<Wire.SelectCodeRequest>(request)),
            ["ValidateModifiers"] = async (client, request) => await client.ValidateModifiersAsync(Read<Wire.ValidateModifiersRequest>(request)),
            ["BatchValidateModifiers"] = async (client, request) => await client.BatchValidateModifiersAsync(Read<Wire.BatchValidateModifiersRequest>(request)),
        }.ToFrozenDictionary();

    private static readonly JsonParser Answers = new(JsonParser.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    private static readonly Marshaller<byte[]> Untouched = Marshallers.Create(bytes => bytes, bytes => bytes);

    private readonly CodeReferenceServiceClient _client;

    public Caller(ServerProcess server)
    {
        Channel = GrpcChannel.ForAddress(server.Grpc, new() { InitialReconnectBackoff = TimeSpan.FromMilliseconds(50), MaxReconnectBackoff = TimeSpan.FromMilliseconds(200), MaxReceiveMessageSize = 64 * 1024 * 1024 });
        Http = new() { BaseAddress = server.Json };
        Http2 = new()
        {
            BaseAddress = server.Grpc,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        _client = new(Channel);
    }

    public GrpcChannel Channel { get; }

    /// <summary>A client of the JSON port.</summary>
    public HttpClient Http { get; }

    /// <summary>A client of the gRPC port that knows nothing of gRPC.</summary>
    public HttpClient Http2 { get; }

    /// <summary>Waits until the health service says that the server serves.</summary>
    public async Task WaitUntilHealthyAsync(TimeSpan patience)
    {
        var options = new CallOptions(deadline: DateTime.UtcNow + patience).WithWaitForReady();
        var health = await new Health.HealthClient(Channel).CheckAsync(new(), options);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    /// <summary>Asks over gRPC, by the generated client.</summary>
    public Task<IMessage> OverGrpcAsync(string rpc, string request) => Methods[rpc](_client, request);

    /// <summary>Opens a stream of claim lines, by the generated client.</summary>
    public AsyncDuplexStreamingCall<Wire.StreamValidateModifiersRequest, Wire.StreamValidateModifiersResponse> Stream(CancellationToken cancellationToken = default) =>
        _client.StreamValidateModifiers(cancellationToken: cancellationToken);

    /// <summary>Opens a stream of any bytes.</summary>
    public AsyncDuplexStreamingCall<byte[], byte[]> StreamBytes()
    {
        var method = new Method<byte[], byte[]>(MethodType.DuplexStreaming, Descriptor.FullName, "StreamValidateModifiers", Untouched, Untouched);
        return Channel.CreateCallInvoker().AsyncDuplexStreamingCall(method, null, new());
    }

    /// <summary>Sends any bytes as the message of a gRPC request.</summary>
    public async Task<byte[]> OverGrpcAsync(string rpc, byte[] message)
    {
        var method = new Method<byte[], byte[]>(MethodType.Unary, Descriptor.FullName, rpc, Untouched, Untouched);
        return await Channel.CreateCallInvoker().AsyncUnaryCall(method, null, new(), message);
    }

    /// <summary>Asks over JSON, by the HTTP annotation of the method.</summary>
    public async Task<HttpResponseMessage> OverJsonAsync(string rpc, string request)
    {
        var method = Descriptor.FindMethodByName(rpc);
        var http = method.GetOptions().GetExtension(AnnotationsExtensions.Http);
        if (http.PatternCase == HttpRule.PatternOneofCase.Post)
        {
            using var body = new StringContent(request, Encoding.UTF8, "application/json");
            return await Http.PostAsync(http.Post, body);
        }

        var fields = JsonNode.Parse(request)!.AsObject();
        var path = PathField().Replace(http.Get, name =>
        {
            Assert.True(fields.Remove(method.InputType.FindFieldByName(name.Groups[1].Value).JsonName, out var value));
            return Uri.EscapeDataString(value!.ToString());
        });
        var query = fields.SelectMany(field => field.Value is JsonArray values
            ? values.Select(value => (Name: field.Key, Value: value!))
            : [(Name: field.Key, Value: field.Value!)]);
        return await Http.GetAsync($"{path}?{string.Join('&', query.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value.ToString())}"))}");
    }

    /// <summary>Reads the answer of a method from JSON.</summary>
    public static IMessage ReadAnswer(string rpc, string json) => Answers.Parse(json, Descriptor.FindMethodByName(rpc).OutputType);

    public void Dispose()
    {
        Channel.Dispose();
        Http.Dispose();
        Http2.Dispose();
    }

    private static TMessage Read<TMessage>(string json)
        where TMessage : IMessage, new() => JsonParser.Default.Parse<TMessage>(json);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathField();
}
