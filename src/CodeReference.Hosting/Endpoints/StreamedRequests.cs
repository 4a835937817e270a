using Grpc.Core;

namespace CodeReference.Hosting;

/// <summary>Reads the messages of a stream, and tells faults of the caller from those of the service.</summary>
internal static class StreamedRequests
{
    /// <summary>Waits for the next message.</summary>
    /// <returns>False when there is none.</returns>
    /// <exception cref="RpcException">What should begin a message does not, a message is too large, or the caller has gone.</exception>
    public static async ValueTask<bool> NextAsync<TRequest>(this IAsyncStreamReader<TRequest> requests, CancellationToken cancellationToken)
    {
        try
        {
            return await requests.MoveNext(cancellationToken);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.ResourceExhausted)
        {
            throw Errors.MessageTooLarge(ServerLimits.MaxMessage);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // An unknown flag, a length past 2 GB: the framework would answer UNKNOWN, and log a stack. Or the caller has
            // just gone, and hears none of it.
            throw Errors.MessageInvalid();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            throw new RpcException(new(StatusCode.Cancelled, "The caller has gone."));
        }
    }
}
