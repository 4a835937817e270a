using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CodeReference.Client;

/// <summary>Tells a cache which edition every call has heard of, answered or refused; of streams of the generated client it hears nothing.</summary>
internal sealed class EditionWatch(AnswerCache cache) : Interceptor
{
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

    private static string EditionOf(object? response, string method) => response switch
    {
        byte[] bytes => EditionOf(bytes, method == "ValidateModifiers" ? Wire.ValidateModifiersResponse.EditionFieldNumber : Wire.BatchValidateModifiersResponse.EditionFieldNumber),
        Wire.GetEditionResponse answer => answer.Edition.Id,
        Wire.ListPublicationsResponse answer => answer.Edition,
        Wire.GetPublicationResponse answer => answer.Edition,
        Wire.ListDiagnosticsResponse answer => answer.Edition,
        Wire.LookupCodeResponse answer => answer.Edition,
        Wire.BatchLookupCodesResponse answer => answer.Edition,
        Wire.SearchCodesResponse answer => answer.Edition,
        Wire.SelectCodeResponse answer => answer.Edition,
        Wire.ValidateModifiersResponse answer => answer.Edition,
        Wire.BatchValidateModifiersResponse answer => answer.Edition,
        _ => "",
    };

    private static string EditionOf(byte[] bytes, int field)
    {
        var fields = new FieldReader(bytes);
        while (fields.MoveNext())
        {
            if (fields.Number == field)
            {
                return ValidationReply.EditionOf(fields.Bytes);
            }
        }

        return "";
    }
}
