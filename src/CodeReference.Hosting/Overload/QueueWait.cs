using System.Diagnostics;

namespace CodeReference.Hosting;

/// <summary>
/// How long a call waits for threads, and how many are to be turned away for it: what a call costs here is computing, so
/// that where too much is asked the queue of the thread pool grows and nothing else does. A probe goes through that queue
/// as often as a call of HTTP/2, and is timed.
/// </summary>
/// <remarks>
/// A wait without a backlog is another matter, a machine that is busy with something else: to shed would not shorten it.
/// </remarks>
internal sealed class QueueWait : IThreadPoolWorkItem, IDisposable
{
    /// <summary>
    /// How often a call queues: it is read from the socket, taken out of its connection, answered, framed, and sent. One
    /// turn would tell little: calls come in waves, and between two of them the queue is empty.
    /// </summary>
    private const int Turns = 5;

    /// <summary>Fewer work items in the queue than this are no overload, however long they take.</summary>
    private const int Backlog = 64;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan IdlePause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(1);

    private readonly ManualResetEventSlim _ended = new();
    private readonly Thread _watch;
    private readonly SheddingController _controller;
    private long _postedAt;
    private long _lastWait;
    private long _backlog;
    private long _lastBacklog;
    private int _turnsLeft;
    private double _shareToShed;
    private volatile bool _isWaiting;

    public QueueWait(TimeSpan limit)
    {
        _controller = new(limit);
        // A thread of its own: a timer of the pool would wait in the queue that it is to measure.
        _watch = new(Watch) { IsBackground = true, Name = nameof(QueueWait) };
        _watch.Start();
    }

    /// <summary>The wait of the probe that came through last, or of the one that is under way when that is longer.</summary>
    public TimeSpan Now
    {
        get
        {
            var last = Volatile.Read(ref _lastWait);
            return Stopwatch.GetElapsedTime(0, _isWaiting ? Math.Max(last, Stopwatch.GetTimestamp() - Volatile.Read(ref _postedAt)) : last);
        }
    }

    /// <summary>The share of calls to turn away, from 0 to 1.</summary>
    public double ShareToShed => Volatile.Read(ref _shareToShed);

    /// <summary>The probe has come through once more.</summary>
    public void Execute()
    {
        _backlog = Math.Max(_backlog, ThreadPool.PendingWorkItemCount);
        if (--_turnsLeft > 0)
        {
            Queue();
            return;
        }

        Volatile.Write(ref _lastBacklog, _backlog);
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
        var before = Stopwatch.GetTimestamp();
        while (!_ended.Wait(Now < Idle ? IdlePause : Pause))
        {
            var now = Stopwatch.GetTimestamp();
            var isBacklog = Math.Max(Volatile.Read(ref _lastBacklog), ThreadPool.PendingWorkItemCount) >= Backlog;
            Volatile.Write(ref _shareToShed, _controller.Next(isBacklog ? Now : TimeSpan.Zero, Stopwatch.GetElapsedTime(before, now)));
            before = now;
            if (!_isWaiting)
            {
                (_postedAt, _turnsLeft, _backlog) = (now, Turns, 0);
                _isWaiting = true;
                Queue();
            }
        }
    }

    /// <summary>At the end of the global queue, as a request of HTTP/2.</summary>
    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
}
