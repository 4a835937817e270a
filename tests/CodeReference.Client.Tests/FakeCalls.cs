using Grpc.Core;

namespace CodeReference.Client.Tests;

/// <summary>Calls that pass through the hands of a test: it may hold them, count them, or change what is answered.</summary>
internal sealed class FakeCalls(CallInvoker calls, Func<string, CallOptions, Task> before, Func<string, object, object>? change = null) : CallInvoker
{
    private int _count;

    public int Count => _count;

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Interlocked.Increment(ref _count);
        return new(AnswerAsync(), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

        async Task<TResponse> AnswerAsync()
        {
            await before(method.Name, options);
            using var call = calls.AsyncUnaryCall(method, host, options, request);
            var response = await call.ResponseAsync;
            return change is null ? response : (TResponse)change(method.Name, response);
        }
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        throw new NotSupportedException();

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        throw new NotSupportedException();

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        throw new NotSupportedException();

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        throw new NotSupportedException();
}
