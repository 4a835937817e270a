using System.Diagnostics;

namespace CodeReference.Hosting.Tests;

public sealed class QueueWaitTests
{
    /// <summary>A queue of 4,000 work items of half a millisecond each: some seconds of it, and then none.</summary>
    [Fact]
    public void ShareToShed_WhileTheQueueStays_IsSome_AndNoneOnceItIsGone()
    {
        using var wait = new QueueWait(TimeSpan.FromMilliseconds(1));
        using var done = new CountdownEvent(4000);
        Assert.Equal(0, wait.ShareToShed);
        for (var i = 0; i < done.InitialCount; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static done =>
                {
                    var since = Stopwatch.GetTimestamp();
                    while (Stopwatch.GetElapsedTime(since) < TimeSpan.FromMilliseconds(0.5))
                    {
                        Thread.SpinWait(50);
                    }

                    done.Signal();
                },
                done,
                preferLocal: false);
        }

        Assert.True(SpinWait.SpinUntil(() => wait.ShareToShed > 0, TimeSpan.FromSeconds(20)), $"{wait.Now}");
        Assert.True(done.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.True(SpinWait.SpinUntil(() => wait.ShareToShed == 0, TimeSpan.FromSeconds(20)), $"{wait.Now}");
    }
}
