using Grpc.Core;

namespace CodeReference.Client;

/// <summary>
/// A call that is made again when it fails for want of a service, or when a service with too much to do asks for it. Every
/// question may be asked twice, and so a call is repeated even when its answer had begun to come, which the retries of the
/// channel give up.
/// </summary>
internal sealed class RepeatedCall<TResponse>(Func<AsyncUnaryCall<TResponse>> make, CallOptions call, CodeReferenceClientOptions options)
{
    private AsyncUnaryCall<TResponse>? _attempt;
    private bool _isDisposed;

    public AsyncUnaryCall<TResponse> Start() => new(
        AnswerAsync(),
        static self => ((RepeatedCall<TResponse>)self).HeadersAsync(),
        static self => ((RepeatedCall<TResponse>)self)._attempt!.GetStatus(),
        static self => ((RepeatedCall<TResponse>)self)._attempt!.GetTrailers(),
        static self => ((RepeatedCall<TResponse>)self).Dispose(),
        this);

    private async Task<TResponse> AnswerAsync()
    {
        var backoff = options.RetryBackoff;
        for (var attempt = 1; ; attempt++)
        {
            _attempt = make();
            TimeSpan pause;
            try
            {
                return await _attempt.ResponseAsync.ConfigureAwait(false);
            }
            catch (RpcException exception) when (attempt < options.MaxAttempts && IsWorthRepeating(exception, backoff, out pause))
            {
                _attempt.Dispose();
            }

            await Task.Delay(pause, call.CancellationToken).ConfigureAwait(false);
            backoff = backoff * 2 < options.MaxRetryBackoff ? backoff * 2 : options.MaxRetryBackoff;
        }
    }

    private bool IsWorthRepeating(RpcException exception, TimeSpan backoff, out TimeSpan pause)
    {
        // At random, so that callers who failed together do not come back together: no sooner than a service asks for,
        // and else between half of the backoff and all.
        var chance = Random.Shared.NextDouble() / 2;
        pause = Failures.RetryAfter(exception) is { } retryAfter ? retryAfter * (1 + chance)
            : exception.StatusCode is StatusCode.Unavailable or StatusCode.Internal ? backoff * (0.5 + chance)
            : Timeout.InfiniteTimeSpan;
        return pause >= TimeSpan.Zero
            && !_isDisposed
            && !call.CancellationToken.IsCancellationRequested
            && DateTime.UtcNow + pause < call.Deadline;
    }

    // Of the attempt under way: who reads headers of a call that is repeated may read those of an attempt that fails.
    private Task<Metadata> HeadersAsync() => _attempt!.ResponseHeadersAsync;

    private void Dispose()
    {
        _isDisposed = true;
        _attempt?.Dispose();
    }
}
