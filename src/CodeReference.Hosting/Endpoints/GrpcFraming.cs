using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Pipelines;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;

namespace CodeReference.Hosting;

/// <summary>
/// Looks at the five bytes that begin a unary gRPC call: whether the message is compressed, and its length. The framework
/// answers an unknown flag or a length past 2 GB with UNKNOWN and a stack in the log; here they are the caller's error,
/// and so is a message past the limit, all before any of it is read.
/// </summary>
/// <remarks>
/// Of a stream <see cref="StreamedRequests"/> judges the messages, which come while it goes on. This comes before gRPC-Web
/// is unwrapped: what is in base64 is not to be read twice afterwards. Over HTTP/1.1 it waits for the message, too: when
/// the server is told to end, it cancels what waits for bytes there, and the framework would give the call up.
/// </remarks>
internal static class GrpcFraming
{
    private const int PrefixLength = 5;

    /// <summary>As many characters of base64 as have the prefix.</summary>
    private const int TextLength = 8;

    public static void UseGrpcFraming(this IApplicationBuilder app) => app.Use(next => context =>
    {
        if (!ErrorResponseWriter.IsGrpc(context.Request))
        {
            return next(context);
        }

        // The length of a message is judged by what it announces, with a status; the server would cut the connection.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = null;
        }

        // A stream may begin before its first message comes.
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Type != MethodType.Unary)
        {
            return next(context);
        }

        // Most calls are here in whole when they begin, and take no state machine.
        var reader = context.Request.BodyReader;
        var reading = reader.ReadAsync(context.RequestAborted);
        if (!reading.IsCompletedSuccessfully)
        {
            return WaitAsync(context, next, reader, reading);
        }

        var read = reading.Result;
        return IsEnough(context.Request, read) ? Go(context, next, reader, read) : WaitAsync(context, next, reader, new(read));
    });

    private static async Task WaitAsync(HttpContext context, RequestDelegate next, PipeReader reader, ValueTask<ReadResult> reading)
    {
        ReadResult read;
        try
        {
            while (!IsEnough(context.Request, read = await reading))
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                reading = reader.ReadAsync(context.RequestAborted);
            }
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is IOException or OperationCanceledException)
        {
            // The caller has gone.
            return;
        }

        await Go(context, next, reader, read);
    }

    private static Task Go(HttpContext context, RequestDelegate next, PipeReader reader, ReadResult read)
    {
        var fault = Judge(context.Request, read.Buffer, out _);
        reader.AdvanceTo(read.Buffer.Start);
        return fault is null ? next(context) : ErrorResponseWriter.WriteAsync(context, fault);
    }

    private static bool IsEnough(HttpRequest request, ReadResult read)
    {
        if (read.IsCompleted)
        {
            return true;
        }

        if (read.Buffer.Length < TextLength)
        {
            return false;
        }

        return HttpProtocol.IsHttp2(request.Protocol) || Judge(request, read.Buffer, out var whole) is not null || read.Buffer.Length >= whole;
    }

    /// <summary>What is wrong with the beginning of a body, and how many bytes of it have the message.</summary>
    private static RpcException? Judge(HttpRequest request, ReadOnlySequence<byte> body, out long whole)
    {
        var isText = ErrorResponseWriter.IsGrpcWebText(request);
        Span<byte> prefix = stackalloc byte[TextLength];
        body = body.Slice(0, Math.Min(body.Length, TextLength));
        body.CopyTo(prefix);
        var length = (int)body.Length;
        whole = length;
        if (isText && Base64.DecodeFromUtf8InPlace(prefix[..length], out length) != OperationStatus.Done)
        {
            return Errors.MessageInvalid();
        }

        // Nothing, or a message cut short, the framework answers well.
        if (length < PrefixLength)
        {
            return null;
        }

        var message = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        whole = isText ? Base64.GetMaxEncodedToUtf8Length(PrefixLength + (int)Math.Min(message, ServerLimits.MaxMessage)) : PrefixLength + message;
        return prefix[0] > 1 ? Errors.MessageInvalid()
            : message > ServerLimits.MaxMessage ? Errors.MessageTooLarge(ServerLimits.MaxMessage)
            : null;
    }
}
