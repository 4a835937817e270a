using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CodeReference.Hosting.Tests;

namespace CodeReference.Client.Tests;

/// <summary>A client beside services that are killed, restarted, stopped in their tracks, or absent.</summary>
public sealed class ResilienceTests(ClientRunningService service) : IDisposable
{
    private static readonly ValidationQuery Line = new("14020", "59", "LT");

    private readonly StartedServices _services = new();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Ask_ServiceKilled_SaysThatItIsUnavailable_AndAnswersOnceItIsBack()
    {
        var first = await _services.StartAsync();
        using var client = new CodeReferenceClient(first.Grpc.ToString());
        Assert.Equal(Outcome.Accept, (await client.ValidateModifiersAsync(Line, cancellationToken: Patience)).Outcome);
        await first.KillAsync();
        var exception = await Assert.ThrowsAsync<ServiceUnavailableException>(() => client.ValidateModifiersAsync(Line, cancellationToken: Patience));
        Assert.StartsWith("The service cannot be reached: ", exception.Message, StringComparison.Ordinal);
        await _services.StartAtAsync(first.Grpc);
        Assert.Equal(Outcome.Accept, (await client.ValidateModifiersAsync(Line, cancellationToken: Patience)).Outcome);
    }

    /// <summary>Two services, each killed once and started again while callers ask all the time.</summary>
    [Theory]
    [InlineData(false, "KILL")]
    [InlineData(false, "TERM")]
    [InlineData(true, "KILL")]
    public async Task Ask_TwoServicesRestartedInTurn_LosesNoCall(bool coalesce, string signal)
    {
        ServerProcess[] services = [await _services.StartAsync(), await _services.StartAsync()];
        using var client = new CodeReferenceClient(new CodeReferenceClientOptions { Addresses = [.. services.Select(each => each.Grpc)], Coalesce = coalesce });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Patience);
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(AskAsync, Patience)).ToList();
        for (var i = 0; i < services.Length; i++)
        {
            await Task.Delay(300, Patience);
            await services[i].SignalAsync(signal);
            await Task.Delay(300, Patience);
            await services[i].KillAsync();
            services[i] = await _services.StartAtAsync(services[i].Grpc);

            // The client has found it again, before the other goes.
            while (await StartedServices.ValidatedLinesAsync(services[i]) == 0)
            {
                await Task.Delay(50, Patience);
            }
        }

        await end.CancelAsync();
        var answers = await Task.WhenAll(callers);
        Assert.All(answers, count => Assert.True(count > 50, $"{count} answers"));

        async Task<int> AskAsync()
        {
            var count = 0;
            while (!end.IsCancellationRequested)
            {
                Assert.Equal(Outcome.Accept, (await client.ValidateModifiersAsync(Line, cancellationToken: Patience)).Outcome);
                count++;
            }

            return count;
        }
    }

    /// <summary>A service that goes when it has taken the connection, and before the first call on it.</summary>
    [Fact]
    public async Task Ask_ServiceGoneOnceConnected_IsPassedOver()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = service.Client(options =>
        {
            options.Addresses = [new($"http://{listener.LocalEndpoint}"), service.Server.Grpc];
            options.MaxAttempts = 1;
        });
        var first = client.GetEditionAsync(Patience);
        (await listener.AcceptSocketAsync(Patience)).Dispose();
        listener.Stop();
        await Record.ExceptionAsync(() => first);

        // Until the other is connected there is nobody to go to.
        while (!await IsAnsweredAsync())
        {
            Patience.ThrowIfCancellationRequested();
        }

        var clock = Stopwatch.StartNew();
        var lost = 0;
        for (var i = 0; i < 200; i++)
        {
            lost += await IsAnsweredAsync() ? 0 : 1;
        }

        Assert.InRange(lost, 0, 2 + (int)clock.Elapsed.TotalSeconds);

        async Task<bool> IsAnsweredAsync() => await Record.ExceptionAsync(() => client.ValidateModifiersAsync(Line, cancellationToken: Patience)) is null;
    }

    [Fact]
    public async Task Stream_ServiceRestartedOnTheWay_LosesNoLine()
    {
        ServerProcess[] services = [await _services.StartAsync(), await _services.StartAsync()];
        using var client = new CodeReferenceClient([.. services.Select(each => each.Grpc.ToString())]);
        var count = 0;
        await foreach (var answer in client.ValidateModifiersAsync(Enumerable.Repeat(Line, 20_000).ToAsyncEnumerable(), cancellationToken: Patience))
        {
            Assert.Equal(Outcome.Accept, answer.GetAnswer().Outcome);
            if (++count == 5_000)
            {
                await services[0].KillAsync();
            }
        }

        Assert.Equal(20_000, count);
    }

    [Fact]
    public async Task Ask_ServiceThatStandsStill_GivesUpAtTheDeadline_AndAnswersOnceItMoves()
    {
        var slow = await _services.StartAsync();
        using var client = new CodeReferenceClient(new CodeReferenceClientOptions { Addresses = [slow.Grpc], Deadline = TimeSpan.FromSeconds(1) });
        await AskUntilAnsweredAsync();
        await slow.SignalAsync("STOP");
        var clock = Stopwatch.StartNew();
        var exception = await Assert.ThrowsAsync<DeadlineExceededException>(() => client.ValidateModifiersAsync(Line, cancellationToken: Patience));
        Assert.Equal("DEADLINE_EXCEEDED", exception.Reason);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(30));

        using var impatience = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.LookupCodeAsync("LT", cancellationToken: impatience.Token));

        await slow.SignalAsync("CONT");
        await AskUntilAnsweredAsync();

        // On a busy machine a second may pass before any answer.
        async Task AskUntilAnsweredAsync()
        {
            for (var answer = Outcome.None; answer == Outcome.None;)
            {
                try
                {
                    answer = (await client.ValidateModifiersAsync(Line, cancellationToken: Patience)).Outcome;
                }
                catch (DeadlineExceededException)
                {
                    continue;
                }

                Assert.Equal(Outcome.Accept, answer);
            }
        }
    }

    [Fact]
    public async Task Ask_ServiceWithTooMuchToDo_SaysWhenToAskAgain_AndIsAskedAgain()
    {
        var busy = await _services.StartAsync("--Overload:MaxInFlight=1");
        using var client = new CodeReferenceClient(busy.Grpc.ToString());
        using var impatient = new CodeReferenceClient(new CodeReferenceClientOptions { Addresses = [busy.Grpc], MaxAttempts = 1 });
        using var stream = client.Stub.StreamValidateModifiers(cancellationToken: Patience);
        await stream.RequestStream.WriteAsync(new() { Line = new() { ProcedureCode = "14020" } }, Patience);
        Assert.True(await stream.ResponseStream.MoveNext(Patience));

        var exception = await Assert.ThrowsAsync<OverloadedException>(() => impatient.ValidateModifiersAsync(Line, cancellationToken: Patience));
        Assert.Equal(TimeSpan.FromSeconds(1), exception.RetryAfter);

        var clock = Stopwatch.StartNew();
        var answer = client.ValidateModifiersAsync(Line, cancellationToken: Patience);
        await stream.RequestStream.CompleteAsync();
        Assert.False(await stream.ResponseStream.MoveNext(Patience));
        Assert.Equal(Outcome.Accept, (await answer).Outcome);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task Ask_AddressOfNobody_SaysSoSoon()
    {
        using var client = new CodeReferenceClient(Loopback.FreeAddress().GetLeftPart(UriPartial.Authority));
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => client.GetEditionAsync(Patience));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Ask_AnotherEditionThanIsServed_SaysWhichIs()
    {
        var served = (await service.Remote.GetEditionAsync(Patience)).Id;
        using var client = service.Client(options => options.Edition = "0123456789abcdef");
        var exception = await Assert.ThrowsAsync<EditionMismatchException>(() => client.ValidateModifiersAsync(Line, cancellationToken: Patience));
        Assert.Equal((served, "0123456789abcdef"), (exception.Have, exception.Want));
        Assert.Equal(served, (await Assert.ThrowsAsync<EditionMismatchException>(() => client.LookupCodeAsync("LT", cancellationToken: Patience))).Have);
        var line = Assert.Single(await client.ValidateModifiersAsync([Line], cancellationToken: Patience));
        Assert.IsType<EditionMismatchException>(line.Error);

        using var right = service.Client(options => options.Edition = served);
        Assert.Equal(served, (await right.ValidateModifiersAsync(Line, cancellationToken: Patience)).Edition);
    }
}
