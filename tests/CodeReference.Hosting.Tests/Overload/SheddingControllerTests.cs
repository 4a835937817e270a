namespace CodeReference.Hosting.Tests;

/// <summary>The controller before a model of a server: so many calls wait, and each is answered in 20 microseconds.</summary>
public sealed class SheddingControllerTests
{
    private const double Limit = 0.01;
    private const double Rate = 50_000;
    private const double Step = 0.004;

    /// <summary>The steps after which a wait is seen.</summary>
    private const int Delay = 5;

    private readonly SheddingController _controller = new(TimeSpan.FromSeconds(Limit));
    private readonly Queue<double> _seen = new(new double[Delay]);
    private double _waiting;

    private double Wait => _waiting / Rate;

    [Theory]
    [InlineData(1.05)]
    [InlineData(1.5)]
    [InlineData(2)]
    [InlineData(4)]
    public void Next_WhileMoreIsAskedThanCanBeAnswered_ShedsWhatIsTooMuchAndNoMore(double asked)
    {
        Ask(asked, seconds: 3);
        var (least, most, idle) = Ask(asked, seconds: 2);
        Assert.True(idle == 0, $"nothing to answer for {idle:P1} of the time");
        Assert.InRange(least, Limit * 0.9, most);
        Assert.InRange(most, least, Limit * 1.1);
        Assert.Equal(1 - (1 / asked), _controller.Share, 0.01);
    }

    [Fact]
    public void Next_InABurst_ShedsNothing()
    {
        Ask(1.5, seconds: 0.08);
        Assert.True(Wait > 3 * Limit, $"{Wait} s");
        Ask(0.5, seconds: 0.2);
        Assert.Equal(0, _controller.Share);
    }

    [Fact]
    public void Next_OnceItIsOver_ShedsNothingWithinTwoSeconds()
    {
        Ask(4, seconds: 3);
        Assert.True(_controller.Share > 0.5);
        Ask(0.5, seconds: 2);
        Assert.Equal(0, _controller.Share);
    }

    [Fact]
    public void Next_AfterAnyWait_IsAShare()
    {
        Assert.Equal(0, _controller.Next(TimeSpan.FromDays(1), TimeSpan.Zero));
        Assert.Equal(1, _controller.Next(TimeSpan.FromDays(1), TimeSpan.FromDays(1)));
        Assert.Equal(0, _controller.Next(TimeSpan.Zero, TimeSpan.FromDays(1)));
    }

    /// <summary>Asks for a multiple of what can be answered, for so long.</summary>
    /// <returns>The least and the longest wait, and the share of time without any.</returns>
    private (double Least, double Most, double Idle) Ask(double asked, double seconds)
    {
        var (least, most, idle, steps) = (double.MaxValue, 0.0, 0, (int)Math.Round(seconds / Step));
        for (var step = 0; step < steps; step++)
        {
            _seen.Enqueue(Wait);
            var share = _controller.Next(TimeSpan.FromSeconds(_seen.Dequeue()), TimeSpan.FromSeconds(Step));
            _waiting = Math.Max(0, _waiting + ((asked * (1 - share) - 1) * Rate * Step));
            (least, most, idle) = (Math.Min(least, Wait), Math.Max(most, Wait), idle + (_waiting == 0 ? 1 : 0));
        }

        return (least, most, (double)idle / steps);
    }
}
