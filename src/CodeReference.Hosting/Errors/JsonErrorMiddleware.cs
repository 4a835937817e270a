using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http.Features;

namespace CodeReference.Hosting;

/// <summary>
/// Stands before the JSON service: bodies that are not JSON do not reach it, and every error, also those of its own
/// reader and of routing, leaves with the ErrorInfo that the contract promises.
/// </summary>
internal static class JsonErrorMiddleware
{
    public static void UseJsonErrors(this IApplicationBuilder app) => app.Use(next => context =>
        ErrorResponseWriter.IsGrpc(context.Request) ? next(context) : AnswerAsync(context, next));

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var buffered = new ErrorBufferingStream(context.Response, inner.Stream);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(buffered, inner));
        var (fault, status) = await TryAnswerAsync(context, next);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        context.Features.Set(inner);
        if (context.Response.HasStarted || (fault is null && context.Response.StatusCode < StatusCodes.Status400BadRequest))
        {
            return;
        }

        if (fault is null && buffered.Status is { } code)
        {
            context.Features.Set(new ErrorStatus(code));
            await inner.Stream.WriteAsync(buffered.Body);
            return;
        }

        if (fault is null)
        {
            (fault, status) = FaultOf(context.Response.StatusCode);
        }

        if (fault is not null)
        {
            await ErrorResponseWriter.WriteAsync(context, fault, status);
        }
        else
        {
            await inner.Stream.WriteAsync(buffered.Body);
        }
    }

    private static async ValueTask<(RpcException? Fault, HttpStatusCode? Status)> TryAnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            var hasBody = HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is not null;
            if (hasBody && await JsonBodyValidator.CheckAsync(context.Request, context.RequestAborted) is { } fault)
            {
                return (fault, null);
            }

            await next(context);
            return default;
        }
        catch (BadHttpRequestException exception)
        {
            return FaultOf(exception.StatusCode);
        }
    }

    /// <summary>The error of the contract for a status of HTTP that has none.</summary>
    private static (RpcException? Fault, HttpStatusCode? Status) FaultOf(int status) => (HttpStatusCode)status switch
    {
        HttpStatusCode.RequestEntityTooLarge => (Errors.MessageTooLarge(ServerLimits.MaxMessage), HttpStatusCode.RequestEntityTooLarge),
        HttpStatusCode.RequestTimeout => (Errors.RequestTooSlow(), HttpStatusCode.RequestTimeout),
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed => (Errors.RouteUnknown(), (HttpStatusCode)status),
        < HttpStatusCode.InternalServerError => (Errors.MessageInvalid(), (HttpStatusCode)status),
        _ => default,
    };
}
