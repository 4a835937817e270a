using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace CodeReference.Client;

/// <summary>Makes exceptions of what a service answers in place of an answer, and of what goes wrong on the way to it.</summary>
internal static class Failures
{
    /// <summary>The exception of a call that failed.</summary>
    public static Exception Of(RpcException exception, CancellationToken cancellationToken)
    {
        if (exception.StatusCode == StatusCode.Cancelled && cancellationToken.IsCancellationRequested)
        {
            return new OperationCanceledException(exception.Message, exception, cancellationToken);
        }

        return DetailsOf(exception) is { } status
            ? Of(status, exception)
            : CodeReferenceException.Of(new() { Reason = ReasonOf(StatusOf(exception)), Message = MessageOf(exception), Inner = exception });
    }

    /// <summary>The exception of one line of a batch.</summary>
    public static CodeReferenceException Of(Google.Rpc.Status status, RpcException? inner = null)
    {
        var (info, bad, retry) = (Detail<ErrorInfo>(status), Detail<BadRequest>(status), Detail<RetryInfo>(status));
        return CodeReferenceException.Of(new()
        {
            Reason = info?.Reason ?? ReasonOf((StatusCode)status.Code),
            Message = status.Message,
            Violations = bad is null ? [] : [.. bad.FieldViolations.Select(violation => new FieldViolation { Field = violation.Field, Description = violation.Description })],
            Metadata = info is null ? new Dictionary<string, string>() : new Dictionary<string, string>(info.Metadata),
            RetryAfter = retry?.RetryDelay?.ToTimeSpan(),
            Inner = inner,
        });
    }

    /// <summary>How long an overloaded service asks to wait; null when it does not say.</summary>
    public static TimeSpan? RetryAfter(RpcException exception) =>
        exception.StatusCode == StatusCode.ResourceExhausted && DetailsOf(exception) is { } status ? Detail<RetryInfo>(status)?.RetryDelay?.ToTimeSpan() : null;

    /// <summary>Whether the request itself caused the failure, so that another request may succeed.</summary>
    public static bool IsAboutTheRequest(RpcException exception) =>
        exception.StatusCode is StatusCode.InvalidArgument or StatusCode.NotFound or StatusCode.FailedPrecondition;

    private static Google.Rpc.Status? DetailsOf(RpcException exception)
    {
        try
        {
            return exception.Trailers.GetValueBytes("grpc-status-details-bin") is { } bytes ? Google.Rpc.Status.Parser.ParseFrom(bytes) : null;
        }
        catch (InvalidProtocolBufferException)
        {
            // A proxy between client and service may have written it; the status itself still says what failed.
            return null;
        }
    }

    private static TDetail? Detail<TDetail>(Google.Rpc.Status status)
        where TDetail : class, IMessage<TDetail>, new()
    {
        foreach (var any in status.Details)
        {
            if (any.TryUnpack<TDetail>(out var detail))
            {
                return detail;
            }
        }

        return null;
    }

    // A call that has never reached a server, as over a TLS connection that could not be made, is INTERNAL to the channel.
    private static StatusCode StatusOf(RpcException exception) =>
        exception is { StatusCode: StatusCode.Internal, Status.DebugException: HttpRequestException } ? StatusCode.Unavailable : exception.StatusCode;

    // As the protocol writes it: DEADLINE_EXCEEDED.
    private static string ReasonOf(StatusCode code) => code switch
    {
        StatusCode.Unavailable => TransportErrorReasons.Unavailable,
        StatusCode.DeadlineExceeded => TransportErrorReasons.DeadlineExceeded,
        StatusCode.ResourceExhausted => TransportErrorReasons.ResourceExhausted,
        StatusCode.Unauthenticated => ErrorReasons.CredentialsInvalid,
        StatusCode.PermissionDenied => TransportErrorReasons.PermissionDenied,
        _ => code.ToString().ToUpperInvariant(),
    };

    private static string MessageOf(RpcException exception) => StatusOf(exception) switch
    {
        StatusCode.Unavailable => $"The service cannot be reached: {exception.Status.Detail}",
        StatusCode.DeadlineExceeded => "The service did not answer before the deadline.",
        _ => exception.Status.Detail,
    };
}
