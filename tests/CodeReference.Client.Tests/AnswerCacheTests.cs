using Question = CodeReference.Client.AnswerCache.Question;

namespace CodeReference.Client.Tests;

public sealed class AnswerCacheTests
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private readonly Clock _clock = new();
    private readonly AnswerCache _cache;
    private string _edition = "first";
    private int _asked;

    public AnswerCacheTests()
    {
        _cache = new(3, Age, _clock);
        _cache.Hear(_edition);
    }

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_Again_GivesTheSameAnswer()
    {
        var answer = await AskAsync("a");
        Assert.Same(answer, await AskAsync("a"));
        Assert.NotSame(answer, await AskAsync("b"));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Ask_MoreThanItHasRoomFor_ForgetsTheLongestUnused()
    {
        foreach (var code in (string[])["a", "b", "c", "a", "d", "e"])
        {
            await AskAsync(code);
            Assert.InRange(_cache.Count, 1, 3);
        }

        Assert.Equal(5, _asked);
        await AskAsync("a");
        await AskAsync("e");
        Assert.Equal(5, _asked);
        await AskAsync("b");
        Assert.Equal(6, _asked);
    }

    [Fact]
    public async Task Ask_AnswerThatHasAged_AsksAgain()
    {
        await AskAsync("a");
        _clock.Now += Age - TimeSpan.FromTicks(1);
        await AskAsync("a");
        Assert.Equal(1, _asked);
        _clock.Now += TimeSpan.FromTicks(1);
        await AskAsync("a");
        Assert.Equal(2, _asked);
    }

    /// <summary>The age is counted from the question: what the way has taken is part of it.</summary>
    [Fact]
    public async Task Ask_AnswerThatWasLongOnItsWay_AgesFromItsQuestion()
    {
        var held = new TaskCompletionSource();
        var answer = AskAsync("a", held.Task);
        _clock.Now += Age;
        held.SetResult();
        await answer;
        await AskAsync("a");
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Hear_AnotherEdition_ForgetsAll()
    {
        await AskAsync("a");
        _cache.Hear("first");
        Assert.Equal(1, _cache.Count);
        _cache.Hear(_edition = "second");
        Assert.Equal(0, _cache.Count);
        Assert.Equal("a of second", (await AskAsync("a")).Text);
        Assert.Same(await AskAsync("a"), await AskAsync("a"));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Hear_AnotherEditionWhileOneIsAsked_DoesNotKeepItNorLetNewcomersWaitForIt()
    {
        var held = new TaskCompletionSource();
        var old = AskAsync("a", held.Task);
        _cache.Hear(_edition = "second");
        var answer = await AskAsync("a");
        Assert.Equal("a of second", answer.Text);
        held.SetResult();
        Assert.Equal("a of first", (await old).Text);
        Assert.Same(answer, await AskAsync("a"));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Ask_QuestionThatFails_IsNotKept()
    {
        for (var i = 1; i <= 2; i++)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => AskAsync("a", Task.FromException(new InvalidDataException())));
            Assert.Equal((0, i), (_cache.Count, _asked));
        }
    }

    [Fact]
    public async Task Ask_ManyAtOnce_HoldsNoMoreThanItMayAndAnswersEachItsOwn()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(
            async () =>
            {
                var wrong = 0;
                for (var i = 0; i < 2000; i++)
                {
                    var code = $"{(i * (caller + 1)) % 7}";
                    wrong += (await AskAsync(code)).Text == $"{code} of first" && _cache.Count <= 3 ? 0 : 1;
                }

                return wrong;
            },
            Patience)));
        Assert.All(answers, wrong => Assert.Equal(0, wrong));
    }

    private Task<Answer> AskAsync(string code, Task? held = null)
    {
        var edition = _edition;
        return _cache.AskAsync(new Question(typeof(Answer), code, CodeSystem.None, View.Basic), AnswerAsync, answer => answer.Edition, Patience);

        async Task<Answer> AnswerAsync()
        {
            Interlocked.Increment(ref _asked);
            await (held ?? Task.CompletedTask);
            return new($"{code} of {edition}", edition);
        }
    }

    private sealed record Answer(string Text, string Edition);

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
