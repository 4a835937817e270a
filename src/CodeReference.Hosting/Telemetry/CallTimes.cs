using System.Diagnostics;
using System.Globalization;
using CodeReference.V1;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http.Features;

namespace CodeReference.Hosting;

/// <summary>Times each question, from when a thread takes it up to the end of its answer, with its method, status and wire.</summary>
internal static class CallTimes
{
    public static void UseCallTimes(this IApplicationBuilder app, Metrics metrics) => app.Use(next => context =>
    {
        if (MethodOf(context.GetEndpoint()) is not { } method)
        {
            return next(context);
        }

        var call = new Call(context, method, WireOf(context.Request), Stopwatch.GetTimestamp());
        if (call.Wire == "grpc-web")
        {
            context.Features.Set(call);
        }

        var answer = next(context);
        if (!answer.IsCompletedSuccessfully)
        {
            return FinishAsync(answer, call, metrics);
        }

        call.Record(metrics);
        return answer;
    });

    /// <summary>Notes the status of a call of gRPC-Web before it becomes a part of the body.</summary>
    public static void UseGrpcWebStatus(this IApplicationBuilder app) => app.Use(next => context =>
        context.Features.Get<Call>() is { } call ? NoteAsync(next(context), call) : next(context));

    private static async Task FinishAsync(Task answer, Call call, Metrics metrics)
    {
        try
        {
            await answer;
        }
        finally
        {
            call.Record(metrics);
        }
    }

    private static async Task NoteAsync(Task answer, Call call)
    {
        await answer;
        call.NoteGrpcStatus();
    }

    private static string? MethodOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method is { } method ? method.ServiceName == CodeReferenceService.Descriptor.FullName ? method.Name : null
        : endpoint?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>()?.MethodDescriptor.Name;

    private static string WireOf(HttpRequest request) =>
        !ErrorResponseWriter.IsGrpc(request) ? "json" : ErrorResponseWriter.IsGrpcWeb(request) ? "grpc-web" : "grpc";

    private sealed class Call(HttpContext context, string method, string wire, long begun)
    {
        private string? _status;

        public string Wire => wire;

        public void NoteGrpcStatus() => _status =
            context.Response.Headers.TryGetValue("grpc-status", out var status)
            || context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers.TryGetValue("grpc-status", out status) is true
                ? NameOf(status.ToString()) : null;

        public void Record(Metrics metrics)
        {
            if (wire == "json")
            {
                _status = context.Features.Get<ErrorStatus>()?.Code.ToString()
                    ?? (context.Response.StatusCode < StatusCodes.Status400BadRequest ? nameof(StatusCode.OK) : nameof(StatusCode.Internal));
            }
            else if (_status is null)
            {
                NoteGrpcStatus();
            }

            metrics.Called(method, _status ?? nameof(StatusCode.Cancelled), wire, Stopwatch.GetElapsedTime(begun));
        }

        private static string NameOf(string status) => status == "0" ? nameof(StatusCode.OK)
            : int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? ((StatusCode)code).ToString() : nameof(StatusCode.Unknown);
    }
}
