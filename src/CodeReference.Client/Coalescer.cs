using Grpc.Core;

namespace CodeReference.Client;

/// <summary>
/// Gathers claim lines that are in question at the same time into batches: those that come while others are under way
/// wait for them, and then travel together. None waits longer than it must: a full batch leaves at once, and a slow one
/// is not waited for.
/// </summary>
/// <remarks>A call costs a client tens of microseconds, and a line of a batch a few: a busy client is its own limit.</remarks>
internal sealed class Coalescer : IThreadPoolWorkItem, IDisposable
{
    // Well below what a service takes as one message.
    private const int MaxBytes = 256 * 1024;

    private readonly Validations _validations;
    private readonly int _maxBatch;
    private readonly TimeSpan _maxWait;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private readonly Queue<Line> _waiting = [];
    private int _underWay;
    private bool _isBusy;
    private int _seen;

    public Coalescer(Validations validations, CodeReferenceClientOptions options)
    {
        _validations = validations;
        _maxBatch = options.MaxBatch;
        _maxWait = options.MaxBatchWait;
        _timer = new(static self => ((Coalescer)self!).SendWaiting(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>Validates a line, alone or among others.</summary>
    public Line Validate(Wire.ValidateModifiersRequest request, CancellationToken cancellationToken)
    {
        var line = new Line(request, cancellationToken);
        if (line.Task.IsCompleted)
        {
            // Cancelled before it was asked.
            return line;
        }

        var isDeferred = false;
        List<Line>? batch = null;
        lock (_gate)
        {
            _waiting.Enqueue(line);
            if (_underWay == 0)
            {
                isDeferred = _isBusy;
                batch = isDeferred ? null : Take();
                _underWay++;
            }
            else if (_waiting.Count >= _maxBatch)
            {
                batch = Take();
                _underWay++;
            }
            else if (_waiting.Count == 1)
            {
                _timer.Change(_maxWait, Timeout.InfiniteTimeSpan);
            }
        }

        if (isDeferred)
        {
            // From the end of the pool's queue, where there was company before: callers whose answers came with that of
            // this one are about to ask again, and come along.
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        else if (batch is not null)
        {
            _ = SendAsync(batch);
        }

        return line;
    }

    void IThreadPoolWorkItem.Execute()
    {
        lock (_gate)
        {
            // As long as others come, and the batch has room, it is worth a turn more.
            if (_waiting.Count > _seen && _waiting.Count < _maxBatch)
            {
                _seen = _waiting.Count;
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }

        SendNext();
    }

    public void Dispose() => _timer.Dispose();

    // The place of a batch under way is taken already.
    private void SendNext()
    {
        List<Line> batch;
        lock (_gate)
        {
            batch = Take();
            if (batch.Count == 0)
            {
                _underWay--;
                return;
            }
        }

        _ = SendAsync(batch);
    }

    private void SendWaiting()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                return;
            }

            _underWay++;
        }

        SendNext();
    }

    private List<Line> Take()
    {
        var batch = new List<Line>(Math.Min(_waiting.Count, _maxBatch));
        var bytes = 0;
        while (batch.Count < _maxBatch && _waiting.TryPeek(out var line) && ((bytes += ValidationWire.LargestSize(line.Request)) <= MaxBytes || batch.Count == 0))
        {
            _waiting.Dequeue();
            if (!line.Task.IsCompleted)
            {
                batch.Add(line);
            }
        }

        if (_waiting.Count > 0)
        {
            _timer.Change(_maxWait, Timeout.InfiniteTimeSpan);
        }

        (_isBusy, _seen) = (batch.Count > 1, 0);
        return batch;
    }

    private async Task SendAsync(List<Line> batch)
    {
        try
        {
            if (batch is [var line])
            {
                await SendAloneAsync(line).ConfigureAwait(false);
            }
            else
            {
                await SendTogetherAsync(batch).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            foreach (var each in batch)
            {
                // One for each: an exception that several callers throw at once has nobody's stack.
                each.Fail(exception is RpcException rpc ? Failures.Of(rpc, CancellationToken.None) : exception);
            }
        }

        SendNext();
    }

    private async Task SendAloneAsync(Line line)
    {
        try
        {
            line.Answer(new(await _validations.AskAsync(line.Request, line.Cancellation).ConfigureAwait(false)));
        }
        catch (RpcException exception) when (Failures.IsAboutTheRequest(exception) && Failures.Of(exception, CancellationToken.None) is CodeReferenceException error)
        {
            line.Answer(new(error));
        }
    }

    private async Task SendTogetherAsync(List<Line> batch)
    {
        var request = new Wire.BatchValidateModifiersRequest();
        foreach (var line in batch)
        {
            request.Lines.Add(line.Request);
        }

        var answers = await _validations.AskAsync(request, CancellationToken.None).ConfigureAwait(false);
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Answer(answers[i]);
        }
    }

    /// <summary>A line that waits for its answer.</summary>
    internal sealed class Line : TaskCompletionSource<ValidationAnswer>
    {
        private readonly CancellationTokenRegistration _registration;
        private CodeReferenceException? _ownError;

        public Line(Wire.ValidateModifiersRequest request, CancellationToken cancellationToken)
            : base(TaskCreationOptions.RunContinuationsAsynchronously)
        {
            Request = request;
            Cancellation = cancellationToken;
            _registration = cancellationToken.UnsafeRegister(static (line, token) => ((Line)line!).TrySetCanceled(token), this);
        }

        public Wire.ValidateModifiersRequest Request { get; }

        public CancellationToken Cancellation { get; }

        /// <summary>The answer to the line or its own error.</summary>
        /// <returns>A task that fails when the call does that the line travels on.</returns>
        public async ValueTask<AnswerOrError<ValidationAnswer>> AnswerOrErrorAsync()
        {
            await ((Task)Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return _ownError is { } error ? new(error) : new(await Task.ConfigureAwait(false));
        }

        public void Answer(AnswerOrError<ValidationAnswer> answer)
        {
            _registration.Dispose();
            if (answer.IsAnswered)
            {
                TrySetResult(answer.Answer);
            }
            else
            {
                _ownError = answer.Error;
                TrySetException(answer.Error);
            }
        }

        public void Fail(Exception exception)
        {
            _registration.Dispose();
            if (Cancellation.IsCancellationRequested)
            {
                // A call that is given up with its line fails for that, and may say so first.
                TrySetCanceled(Cancellation);
            }
            else
            {
                TrySetException(exception);
            }
        }
    }
}
