using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CodeReference.Client;

/// <summary>Gives every call what it does not bring itself: a deadline, the credentials of the client, and further attempts.</summary>
internal sealed class CallDefaults(CodeReferenceClientOptions options) : Interceptor
{
    private const string ApiKey = "x-api-key";

    private readonly Metadata? _headers = options.ApiKey.Length > 0 ? new() { { ApiKey, options.ApiKey } } : null;

    private readonly CallCredentials? _token = options.BearerToken is { } token
        ? CallCredentials.FromInterceptor(async (context, headers) => headers.Add("authorization", $"Bearer {await token(context.CancellationToken).ConfigureAwait(false)}"))
        : null;

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var completed = Complete(context);
        return new RepeatedCall<TResponse>(() => continuation(request, completed), completed.Options, options).Start();
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Complete(context));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
        // A stream may go on for as long as its caller has lines.
        continuation(Complete(context, hasDeadline: false));

    private ClientInterceptorContext<TRequest, TResponse> Complete<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, bool hasDeadline = true)
        where TRequest : class
        where TResponse : class
    {
        var call = context.Options;
        if (hasDeadline && call.Deadline is null)
        {
            call = call.WithDeadline(DateTime.UtcNow + options.Deadline);
        }

        if (_headers is not null)
        {
            call = call.WithHeaders(call.Headers is { Count: > 0 } own ? [.. own, new(ApiKey, options.ApiKey)] : _headers);
        }

        if (_token is not null && call.Credentials is null)
        {
            call = call.WithCredentials(_token);
        }

        return new(context.Method, context.Host, call);
    }
}
