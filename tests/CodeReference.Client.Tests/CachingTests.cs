using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace CodeReference.Client.Tests;

/// <summary>A client that keeps answers, beside a service whose edition a test may change.</summary>
public sealed class CachingTests : IDisposable
{
    private readonly ClientRunningService _service;
    private readonly GrpcChannel _channel;
    private readonly FakeCalls _calls;
    private readonly CodeReferenceClient _client;
    private Task _held = Task.CompletedTask;
    private string _edition = "0000000000000001";

    public CachingTests(ClientRunningService service)
    {
        _service = service;
        _channel = GrpcChannel.ForAddress(service.Server.Grpc);
        _calls = new(_channel.CreateCallInvoker(), (_, _) => _held, InEdition);
        _client = new(_calls, new CodeReferenceClientOptions { Addresses = [service.Server.Grpc], CacheSize = 100 });
    }

    /// <summary>Every way to hear of an edition.</summary>
    public static TheoryData<string, Func<CodeReferenceClient, Task>> Questions => new()
    {
        { "edition", client => client.GetEditionAsync(Patience) },
        { "publications", client => client.ListPublicationsAsync(Patience).ToListAsync(Patience).AsTask() },
        { "publication", client => client.GetPublicationAsync("14020", View.Full, Patience) },
        { "diagnostics", client => client.ListDiagnosticsAsync(cancellationToken: Patience).ToListAsync(Patience).AsTask() },
        { "lookup", client => client.LookupCodeAsync("RT", cancellationToken: Patience) },
        { "lookups", client => client.LookupCodesAsync(["RT"], cancellationToken: Patience) },
        { "search", client => client.SearchCodesAsync("lac", cancellationToken: Patience) },
        { "selection", client => client.SelectCodeAsync(new() { Technique = "flap" }, cancellationToken: Patience) },
        { "line", client => client.ValidateModifiersAsync(new ValidationQuery("14020"), cancellationToken: Patience) },
        { "lines", client => client.ValidateModifiersAsync([new ValidationQuery("14020")], cancellationToken: Patience) },
        { "stream of lines", client => client.ValidateModifiersAsync(Enumerable.Repeat(new ValidationQuery("14020"), 2).ToAsyncEnumerable(), cancellationToken: Patience).ToListAsync(Patience).AsTask() },
        { "generated client", client => client.Stub.ValidateModifiersAsync(new() { ProcedureCode = "14020" }, cancellationToken: Patience).ResponseAsync },
    };

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _channel.Dispose();
    }

    [Fact]
    public async Task Lookup_Again_MakesNoCall()
    {
        var answer = await _client.LookupCodeAsync("LT", cancellationToken: Patience);
        var publication = await _client.GetPublicationAsync("14020", cancellationToken: Patience);
        Assert.Same(answer, await _client.LookupCodeAsync("LT", cancellationToken: Patience));
        Assert.Same(publication, await _client.GetPublicationAsync("14020", cancellationToken: Patience));
        Assert.Equal(2, _calls.Count);

        Assert.NotSame(answer, await _client.LookupCodeAsync("LT", View.Full, Patience));
        Assert.NotSame(answer, await _client.LookupCodeAsync(new CodeQuery("LT", CodeSystem.Modifier), cancellationToken: Patience));
        Assert.Equal("14020", (await _client.LookupCodeAsync("14020", cancellationToken: Patience)).Code);
        Assert.Equal(5, _calls.Count);
    }

    [Fact]
    public async Task Lookup_ByDefault_MakesACallEachTime()
    {
        var calls = new FakeCalls(_channel.CreateCallInvoker(), (_, _) => Task.CompletedTask);
        using var client = new CodeReferenceClient(calls, new CodeReferenceClientOptions { Addresses = [_service.Server.Grpc] });
        await client.LookupCodeAsync("LT", cancellationToken: Patience);
        await client.LookupCodeAsync("LT", cancellationToken: Patience);
        Assert.Equal(2, calls.Count);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Lookup_AfterAnyAnswerOfAnotherEdition_AsksAgain(string name, Func<CodeReferenceClient, Task> ask)
    {
        Assert.NotEmpty(name);
        Assert.Equal("0000000000000001", (await _client.LookupCodeAsync("LT", cancellationToken: Patience)).Edition);
        _edition = "0000000000000002";
        Assert.Equal("0000000000000001", (await _client.LookupCodeAsync("LT", cancellationToken: Patience)).Edition);
        await ask(_client);
        Assert.Equal("0000000000000002", (await _client.LookupCodeAsync("LT", cancellationToken: Patience)).Edition);
        var count = _calls.Count;
        await _client.LookupCodeAsync("LT", cancellationToken: Patience);
        Assert.Equal(count, _calls.Count);
    }

    [Fact]
    public async Task Lookup_AfterARefusalThatNamesAnotherEdition_AsksAgain()
    {
        await _client.LookupCodeAsync("LT", cancellationToken: Patience);
        await Assert.ThrowsAsync<RpcException>(() => _client.Stub.SearchCodesAsync(new() { Query = "lac", Edition = "0123456789abcdef" }, cancellationToken: Patience).ResponseAsync);
        var count = _calls.Count;
        await _client.LookupCodeAsync("LT", cancellationToken: Patience);
        Assert.Equal(count + 1, _calls.Count);
    }

    [Fact]
    public async Task Lookup_CodeThatIsNotFound_IsNotKept()
    {
        for (var i = 1; i <= 2; i++)
        {
            Assert.Equal("14020", (await Assert.ThrowsAsync<CodeNotFoundException>(() => _client.LookupCodeAsync("14023", cancellationToken: Patience))).Nearest[0]);
            Assert.Equal(i, _calls.Count);
        }
    }

    [Fact]
    public async Task Lookup_ManyAtOnce_ShareACall_AndOneThatIsCancelledCancelsNoOther()
    {
        var held = new TaskCompletionSource();
        _held = held.Task;
        using var impatience = new CancellationTokenSource();
        var first = _client.LookupCodeAsync("LT", cancellationToken: impatience.Token);
        var others = Enumerable.Range(0, 50).Select(_ => _client.LookupCodeAsync("LT", cancellationToken: Patience)).ToList();
        await impatience.CancelAsync();
        Assert.Equal(impatience.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first)).CancellationToken);
        held.SetResult();
        Assert.Single((await Task.WhenAll(others)).Distinct());
        Assert.Equal(1, _calls.Count);
    }

    [Fact]
    public async Task Lookup_Cancelled_IsCancelledThoughItsAnswerIsKept()
    {
        await _client.LookupCodeAsync("LT", cancellationToken: Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.LookupCodeAsync("LT", cancellationToken: new(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.LookupCodeAsync("RT", cancellationToken: new(canceled: true)));
        Assert.Equal(1, _calls.Count);
    }

    [Fact]
    public async Task Lookup_CallThatFails_FailsAllWhoWaitForItEachWithAnExceptionOfItsOwn()
    {
        var held = new TaskCompletionSource();
        _held = held.Task;
        var waiting = Enumerable.Range(0, 5).Select(_ => _client.LookupCodeAsync("14023", cancellationToken: Patience)).ToList();
        held.SetResult();
        var exceptions = new List<Exception>();
        foreach (var each in waiting)
        {
            exceptions.Add(await Assert.ThrowsAsync<CodeNotFoundException>(() => each));
        }

        Assert.Equal((5, 1), (exceptions.Distinct().Count(), _calls.Count));
    }

    private object InEdition(string method, object response)
    {
        switch (response)
        {
            case byte[] bytes when method == "ValidateModifiers":
                return InEdition(Wire.ValidateModifiersResponse.Parser.ParseFrom(bytes)).ToByteArray();
            case byte[] bytes:
                return InEdition(Wire.BatchValidateModifiersResponse.Parser.ParseFrom(bytes)).ToByteArray();
            case Wire.GetEditionResponse edition:
                edition.Edition.Id = _edition;
                return edition;
            default:
                return InEdition((IMessage)response);
        }
    }

    private IMessage InEdition(IMessage message)
    {
        message.Descriptor.FindFieldByName("edition").Accessor.SetValue(message, _edition);
        return message;
    }
}
