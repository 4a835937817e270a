using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;

namespace CodeReference.Client.Tests;

public sealed class CoalescerTests : IDisposable
{
    private static readonly ValidationQuery Good = new("14020", "59", "LT");

    private readonly ClientRunningService _service;
    private readonly GrpcChannel _channel;

    public CoalescerTests(ClientRunningService service)
    {
        _service = service;
        _channel = GrpcChannel.ForAddress(service.Server.Grpc);
    }

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public void Dispose() => _channel.Dispose();

    /// <summary>The first line finds no other under way. Of the 499 that come while it is held nine batches of 50 are full and leave; what is left goes with the first answer.</summary>
    [Fact]
    public async Task Validate_ManyAtOnce_GetTheirOwnAnswersAndErrorsInAsFewCallsAsBatchesHoldThem()
    {
        ValidationQuery[] lines = [.. Enumerable.Range(0, 500).Select(LineOf)];
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var methods = new ConcurrentQueue<string>();
        var (client, calls) = Coalescing(
            (method, _) =>
            {
                methods.Enqueue(method);
                return held.Task;
            },
            options => (options.MaxBatch, options.MaxBatchWait) = (50, TimeSpan.FromMinutes(30)));
        using (client)
        {
            var answers = lines.Select(line => client.ValidateModifiersAsync(line, cancellationToken: Patience)).ToList();
            Assert.Equal(1 + (499 / 50), calls.Count);
            held.SetResult();
            for (var i = 0; i < lines.Length; i++)
            {
                Assert.Equal(await OutcomeAsync(_service.Local.ValidateModifiersAsync(lines[i], cancellationToken: Patience)), await OutcomeAsync(answers[i]));
            }
        }

        Assert.Equal(["ValidateModifiers", .. Enumerable.Repeat("BatchValidateModifiers", 10)], methods);
    }

    [Fact]
    public async Task Validate_OneByOne_TravelsAlone()
    {
        var methods = new ConcurrentQueue<string>();
        var (client, _) = Coalescing((method, _) =>
        {
            methods.Enqueue(method);
            return Task.CompletedTask;
        });
        using (client)
        {
            for (var i = 0; i < 10; i++)
            {
                Assert.Equal(await OutcomeAsync(_service.Local.ValidateModifiersAsync(LineOf(i), cancellationToken: Patience)), await OutcomeAsync(client.ValidateModifiersAsync(LineOf(i), cancellationToken: Patience)));
            }
        }

        Assert.Equal(Enumerable.Repeat("ValidateModifiers", 10), methods);
    }

    /// <summary>What is sent together stays far below what a service takes as one message.</summary>
    [Fact]
    public async Task Validate_LongLinesAtOnce_TravelFewTogether()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var methods = new ConcurrentQueue<string>();
        var (client, _) = Coalescing(
            (method, _) =>
            {
                methods.Enqueue(method);
                return held.Task;
            },
            options => options.MaxBatchWait = TimeSpan.FromMinutes(30));
        using (client)
        {
            var line = Good with { Payer = new('p', 30_000) };
            var answers = Enumerable.Range(0, 10).Select(_ => client.ValidateModifiersAsync(line, cancellationToken: Patience)).ToList();
            held.SetResult();
            Assert.All(await Task.WhenAll(answers), answer => Assert.Equal(Outcome.Accept, answer.Outcome));
        }

        Assert.Equal(["ValidateModifiers", .. Enumerable.Repeat("BatchValidateModifiers", 4), "ValidateModifiers"], methods);
    }

    [Fact]
    public async Task Validate_LineThatIsCancelledBefore_IsNotAsked()
    {
        var (client, calls) = Coalescing((_, _) => Task.CompletedTask);
        using (client)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ValidateModifiersAsync(Good, cancellationToken: new(canceled: true)));
        }

        Assert.Equal(0, calls.Count);
    }

    [Fact]
    public async Task Validate_BesideACallThatHangs_LeavesAfterItsWait()
    {
        var hanging = new TaskCompletionSource();
        var isFirst = true;
        var (client, _) = Coalescing((_, _) => Interlocked.Exchange(ref isFirst, false) ? hanging.Task : Task.CompletedTask);
        using (client)
        {
            var first = client.ValidateModifiersAsync(Good, cancellationToken: Patience);
            Assert.Equal(Outcome.Accept, (await client.ValidateModifiersAsync(Good, cancellationToken: Patience)).Outcome);
            Assert.False(first.IsCompleted);
            hanging.SetResult();
            Assert.Equal(Outcome.Accept, (await first).Outcome);
        }
    }

    [Fact]
    public async Task Validate_FullBatchBesideACallThatHangs_LeavesAtOnce()
    {
        var hanging = new TaskCompletionSource();
        var isFirst = true;
        var (client, _) = Coalescing((_, _) => Interlocked.Exchange(ref isFirst, false) ? hanging.Task : Task.CompletedTask, options => (options.MaxBatch, options.MaxBatchWait) = (10, TimeSpan.FromMinutes(30)));
        using (client)
        {
            var first = client.ValidateModifiersAsync(Good, cancellationToken: Patience);
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.ValidateModifiersAsync(Good, cancellationToken: Patience)));
            Assert.False(first.IsCompleted);
            hanging.SetResult();
            await first;
        }
    }

    [Fact]
    public async Task Validate_CancelledLine_IsGivenUpAtOnceAndSpoilsNoOther()
    {
        var hanging = new TaskCompletionSource();
        var (client, _) = Coalescing((_, _) => hanging.Task);
        using (client)
        using (var cancellationToken = new CancellationTokenSource())
        {
            var others = Enumerable.Range(0, 20).Select(_ => client.ValidateModifiersAsync(Good, cancellationToken: Patience)).ToList();
            var cancelled = client.ValidateModifiersAsync(Good, cancellationToken: cancellationToken.Token);
            await cancellationToken.CancelAsync();
            var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.WaitAsync(TimeSpan.FromSeconds(10), Patience));
            Assert.Equal(cancellationToken.Token, exception.CancellationToken);
            hanging.SetResult();
            Assert.All(await Task.WhenAll(others), answer => Assert.Equal(Outcome.Accept, answer.Outcome));
        }
    }

    [Fact]
    public async Task Validate_CallThatFails_FailsEachOfItsLinesAndNoLater()
    {
        var fails = true;
        var (client, _) = Coalescing((_, _) => Volatile.Read(ref fails) ? throw new RpcException(new(StatusCode.Unavailable, "gone")) : Task.CompletedTask);
        using (client)
        {
            var lines = Enumerable.Range(0, 50).Select(_ => client.ValidateModifiersAsync(Good, cancellationToken: Patience)).ToList();
            foreach (var line in lines)
            {
                Assert.Equal("UNAVAILABLE", (await Assert.ThrowsAsync<ServiceUnavailableException>(() => line)).Reason);
            }

            Volatile.Write(ref fails, false);
            Assert.Equal(Outcome.Accept, (await client.ValidateModifiersAsync(Good, cancellationToken: Patience)).Outcome);
        }
    }

    [Fact]
    public async Task Stream_EndlessLines_HoldsNoMoreThanItMay()
    {
        const int MaxInFlight = 100;
        var read = 0;
        using var client = _service.Client(options => options.MaxInFlight = MaxInFlight);
        var answered = 0;
        await foreach (var answer in client.ValidateModifiersAsync(Endless(), cancellationToken: Patience))
        {
            Assert.Equal(Outcome.Accept, answer.GetAnswer().Outcome);
            Assert.True(Volatile.Read(ref read) - answered <= MaxInFlight, $"{read} read, {answered} answered");
            if (++answered == 1000)
            {
                break;
            }

            if (answered % 300 == 0)
            {
                await Task.Delay(20, Patience);
            }
        }

        Assert.Equal(1000, answered);

        async IAsyncEnumerable<ValidationQuery> Endless()
        {
            await Task.Yield();
            while (true)
            {
                Interlocked.Increment(ref read);
                yield return Good;
            }
        }
    }

    [Fact]
    public async Task Stream_LineWhoseAnswerIsAwaitedBeforeTheNext_IsAnswered()
    {
        var answers = System.Threading.Channels.Channel.CreateUnbounded<ValidationQuery>();
        answers.Writer.TryWrite(Good);
        var count = 0;
        await foreach (var answer in _service.Remote.ValidateModifiersAsync(answers.Reader.ReadAllAsync(Patience), cancellationToken: Patience))
        {
            Assert.Equal(Outcome.Accept, answer.GetAnswer().Outcome);
            if (++count == 20)
            {
                answers.Writer.Complete();
            }
            else
            {
                answers.Writer.TryWrite(Good);
            }
        }

        Assert.Equal(20, count);
    }

    [Fact]
    public async Task Stream_SourceThatFails_ThrowsWhatItThrewAfterTheAnswersBefore()
    {
        var answered = 0;
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var answer in _service.Remote.ValidateModifiersAsync(Failing(), cancellationToken: Patience))
            {
                answered += answer.IsAnswered ? 1 : 0;
            }
        });
        Assert.Equal(3, answered);

        static async IAsyncEnumerable<ValidationQuery> Failing()
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Yield();
                yield return Good;
            }

            throw new InvalidDataException("line 4");
        }
    }

    private static ValidationQuery LineOf(int i) => (i % 5) switch
    {
        0 => new("14020", "50", "LT"),
        1 => new("99213", "25"),
        2 => new("?", $"{i}"),
        3 => new("14020", [.. Enumerable.Repeat("LT", 20 + (i % 2))]),
        _ => Good,
    };

    private static async Task<string> OutcomeAsync(Task<ValidationAnswer> answer)
    {
        try
        {
            return AgreementTests.Json(await answer);
        }
        catch (CodeReferenceException exception)
        {
            return $"{exception.GetType()} {exception.Message} {AgreementTests.Json(exception.Violations)} {AgreementTests.Json(exception.Metadata)}";
        }
    }

    private (CodeReferenceClient Client, FakeCalls Calls) Coalescing(Func<string, CallOptions, Task> before, Action<CodeReferenceClientOptions>? configure = null)
    {
        var options = new CodeReferenceClientOptions { Addresses = [_service.Server.Grpc], Coalesce = true };
        configure?.Invoke(options);
        var calls = new FakeCalls(_channel.CreateCallInvoker(), before);
        return (new(calls, options), calls);
    }
}
