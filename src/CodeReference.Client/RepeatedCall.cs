using Grpc.Core;

namespace CodeReference.Client;

/// <summary>
/// A call that is made again when it fails for want of a service. Every question may be asked twice, and so a call is
/// repeated even when its answer had begun to come: the retries of the channel give such a call up, and cost every call
/// half of its time besides.
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
        var pause = options.RetryBackoff;
        for (var attempt = 1; ; attempt++)
        {
            _attempt = make();
            try
            {
                return await _attempt.ResponseAsync.ConfigureAwait(false);
            }
            catch (RpcException exception) when (IsWorthRepeating(exception, attempt, pause))
            {
                _attempt.Dispose();
            }

            // Between half of it and all: callers who failed together do not come back together.
            await Task.Delay(pause * (0.5 + (Random.Shared.NextDouble() / 2)), call.CancellationToken).ConfigureAwait(false);
            pause = pause * 2 < options.MaxRetryBackoff ? pause * 2 : options.MaxRetryBackoff;
        }
    }

    private bool IsWorthRepeating(RpcException exception, int attempt, TimeSpan pause) =>
        exception.StatusCode is StatusCode.Unavailable or StatusCode.Internal
        && attempt < options.MaxAttempts
        && !_isDisposed
        && !call.CancellationToken.IsCancellationRequested
        && DateTime.UtcNow + pause < call.Deadline;

    // Of the attempt under way: who reads headers of a call that is repeated may read those of an attempt that fails.
    private Task<Metadata> HeadersAsync() => _attempt!.ResponseHeadersAsync;

    private void Dispose()
    {
        _isDisposed = true;
        _attempt?.Dispose();
    }
}
