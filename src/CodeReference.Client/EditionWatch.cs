using System.Collections.Frozen;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CodeReference.Client;

/// <summary>Tells a cache which edition every call has heard of, answered or refused; of streams of the generated client it hears nothing.</summary>
/// <remarks>Every unary method of the contract has a field for it, found by its name; one without is found when the first client is made.</remarks>
internal sealed class EditionWatch(AnswerCache cache) : Interceptor
{
    private static readonly FrozenDictionary<string, FieldDescriptor> Editions = Wire.CodeReferenceService.Descriptor.Methods
        .Where(method => !method.IsServerStreaming)
        .ToFrozenDictionary(
            method => method.Name,
            method => method.OutputType.FindFieldByName("edition")
                ?? throw new InvalidOperationException($"The answer of {method.Name} does not name its edition."));

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, context);
        return new(HearAsync(call.ResponseAsync, context.Method.Name), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private async Task<TResponse> HearAsync<TResponse>(Task<TResponse> answer, string method)
    {
        try
        {
            var response = await answer.ConfigureAwait(false);
            cache.Hear(EditionOf(response, method));
            return response;
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.FailedPrecondition)
        {
            if (Failures.Of(exception, CancellationToken.None) is EditionMismatchException mismatch)
            {
                cache.Hear(mismatch.Have);
            }

            throw;
        }
    }

    private static string EditionOf(object? response, string method)
    {
        if (!Editions.TryGetValue(method, out var field))
        {
            return "";
        }

        return response switch
        {
            byte[] bytes => EditionOf(bytes, field.FieldNumber),
            IMessage message => field.Accessor.GetValue(message) is Wire.Edition edition ? edition.Id : (string)field.Accessor.GetValue(message),
            _ => "",
        };
    }

    private static string EditionOf(byte[] bytes, int field)
    {
        var fields = new FieldReader(bytes);
        while (fields.MoveNext())
        {
            if (fields.Number == field)
            {
                return EncodedValidationAnswer.EditionOf(fields.Bytes);
            }
        }

        return "";
    }
}
