using System.Diagnostics;

namespace CodeReference.Service.Hosting;

/// <summary>
/// How long a request waits for a thread: what a request costs here is computing, so that where too much is asked the
/// queue of the thread pool grows and nothing else does. A probe goes through that queue, and is timed.
/// </summary>
/// <remarks>
/// As in CoDel (RFC 8289), a short burst is let through and a queue that stays is not: shedding begins when the wait has
/// been over the limit for a tenth of a second, and from then on, until two seconds have passed without it, at once. A
/// wait without a backlog is another matter, a machine that is busy with something else: to shed would not shorten it.
/// </remarks>
internal sealed class QueueWait : IThreadPoolWorkItem, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(4);
    private static readonly long Patience = Stopwatch.Frequency / 10;
    private static readonly long Memory = 2 * Stopwatch.Frequency;

    /// <summary>Fewer work items in the queue than this are no overload, however long they take.</summary>
    private const int Backlog = 64;

    private readonly ManualResetEventSlim _ended = new();
    private readonly Thread _watch;
    private readonly long _limit;
    private long _postedAt;
    private long _lastWait;
    private volatile bool _isTooLong;
    private volatile bool _isWaiting;

    public QueueWait(TimeSpan limit)
    {
        _limit = (long)(limit.TotalSeconds * Stopwatch.Frequency);
        // A thread of its own: a timer of the pool would wait in the queue that it is to measure.
        _watch = new(Watch) { IsBackground = true, Name = nameof(QueueWait) };
        _watch.Start();
    }

    /// <summary>The wait of the probe that came through last, or of the one that is under way when that is longer.</summary>
    public TimeSpan Now => Stopwatch.GetElapsedTime(0, Ticks);

    /// <summary>Whether what comes now would wait too long.</summary>
    public bool IsTooLong => _isTooLong;

    private long Ticks
    {
        get
        {
            var last = Volatile.Read(ref _lastWait);
            return _isWaiting ? Math.Max(last, Stopwatch.GetTimestamp() - Volatile.Read(ref _postedAt)) : last;
        }
    }

    /// <summary>The probe has come through.</summary>
    public void Execute()
    {
        Volatile.Write(ref _lastWait, Stopwatch.GetTimestamp() - Volatile.Read(ref _postedAt));
        _isWaiting = false;
    }

    public void Dispose()
    {
        _ended.Set();
        _watch.Join();
        _ended.Dispose();
    }

    private void Watch()
    {
        long overSince = 0, strictUntil = 0;
        while (!_ended.Wait(Pause))
        {
            var now = Stopwatch.GetTimestamp();
            if (Ticks > _limit && ThreadPool.PendingWorkItemCount >= Backlog)
            {
                overSince = overSince == 0 ? now : overSince;
                _isTooLong = now - overSince >= Patience || now < strictUntil;
                strictUntil = _isTooLong ? now + Memory : strictUntil;
            }
            else
            {
                overSince = 0;
                _isTooLong = false;
            }

            if (!_isWaiting)
            {
                Volatile.Write(ref _postedAt, now);
                _isWaiting = true;
                // Where a request of HTTP/2 queues: at the end of the global queue.
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }
    }
}
