using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CodeReference.Client.Tests;

public sealed class CodeReferenceClientServicesTests(ClientRunningService service)
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddCodeReferenceClient_Address_AnswersThroughTheInterface()
    {
        var services = new ServiceCollection();
        services.AddCodeReferenceClient(service.Server.Grpc.ToString());
        Assert.Equal(Outcome.Accept, await OutcomeAsync(services));
    }

    /// <summary>The consumer is the same; the line that registers says where the book is.</summary>
    [Fact]
    public async Task AddSingleton_LocalCodeReference_AnswersTheSameConsumer()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ICodeReference>(new LocalCodeReference(Data.Book.Instance));
        Assert.Equal(Outcome.Accept, await OutcomeAsync(services));
    }

    [Fact]
    public async Task AddCodeReferenceClient_SeveralAddressesAndConnections_Answer()
    {
        using var started = new StartedServices();
        var other = await started.StartAsync();
        var several = new ServiceCollection();
        several.AddCodeReferenceClient(options => options.Addresses = [service.Server.Grpc, other.Grpc]);
        Assert.Equal(Outcome.Accept, await OutcomeAsync(several));
        var connections = new ServiceCollection();
        connections.AddCodeReferenceClient(options => (options.Addresses, options.Connections) = ([service.Server.Grpc], 3));
        Assert.Equal(Outcome.Accept, await OutcomeAsync(connections));
    }

    [Fact]
    public async Task AddCodeReferenceClient_Handler_SeesEveryCall()
    {
        var handler = new Counting();
        var services = new ServiceCollection();
        services.AddCodeReferenceClient(service.Server.Grpc.ToString()).AddHttpMessageHandler(() => handler);
        Assert.Equal(Outcome.Accept, await OutcomeAsync(services));
        Assert.Equal(1, handler.Calls);
    }

    [Fact]
    public async Task AddCodeReferenceClient_Client_IsOneForTheApplication()
    {
        var services = new ServiceCollection();
        services.AddCodeReferenceClient(service.Server.Grpc.ToString());
        await using var provider = services.BuildServiceProvider();
        Assert.Same(provider.GetRequiredService<ICodeReference>(), provider.GetRequiredService<CodeReferenceClient>());
        Assert.Same(provider.GetRequiredService<CodeReferenceClient>().Stub, provider.GetRequiredService<Wire.CodeReferenceService.CodeReferenceServiceClient>());
    }

    [Fact]
    public async Task AddCodeReferenceClient_WrongOption_StopsTheStart()
    {
        var services = new ServiceCollection();
        services.AddCodeReferenceClient(options => options.Deadline = TimeSpan.FromDays(1));
        await using var provider = services.BuildServiceProvider();
        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal(
            ["Addresses is empty; expected an address of the service: http://localhost:5081.", "Deadline is 1.00:00:00; expected more than 00:00:00 up to 01:00:00."],
            exception.Failures);
    }

    private static async Task<Outcome> OutcomeAsync(ServiceCollection services)
    {
        services.AddTransient<Consumer>();
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<Consumer>().AskAsync();
    }

    private sealed class Consumer(ICodeReference reference)
    {
        public async Task<Outcome> AskAsync() => (await reference.ValidateModifiersAsync(new ValidationQuery("14020", "59", "LT"), cancellationToken: Patience)).Outcome;
    }

    private sealed class Counting : DelegatingHandler
    {
        private int _calls;

        public int Calls => _calls;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
