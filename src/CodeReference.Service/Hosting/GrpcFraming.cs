using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Pipelines;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;

namespace CodeReference.Service.Hosting;

/// <summary>
/// Looks at the five bytes that begin a unary gRPC call: whether the message is compressed, and its length. The framework
/// answers an unknown flag or a length past 2 GB with UNKNOWN and a stack in the log; here they are the caller's error,
/// and so is a message past the limit, all before any of it is read.
/// </summary>
/// <remarks>
/// Of a stream <see cref="StreamedRequests"/> judges the messages, which come while it goes on. This comes before gRPC-Web is unwrapped: what is in base64 is
/// not to be read twice afterwards.
/// </remarks>
internal static class GrpcFraming
{
    private const int PrefixLength = 5;

    /// <summary>As many characters of base64 as have the prefix.</summary>
    private const int TextLength = 8;

    public static void UseGrpcFraming(this IApplicationBuilder app) => app.Use(next => context =>
    {
        if (!Refusal.IsGrpc(context.Request))
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
        return IsWhole(read) ? Go(context, next, reader, read) : WaitAsync(context, next, reader, new(read));
    });

    private static async Task WaitAsync(HttpContext context, RequestDelegate next, PipeReader reader, ValueTask<ReadResult> reading)
    {
        ReadResult read;
        try
        {
            while (!IsWhole(read = await reading))
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
        var fault = Fault(read.Buffer, Refusal.IsGrpcWebText(context.Request));
        reader.AdvanceTo(read.Buffer.Start);
        return fault is null ? next(context) : Refusal.WriteAsync(context, fault);
    }

    private static bool IsWhole(ReadResult read) => read.Buffer.Length >= TextLength || read.IsCompleted || read.IsCanceled;

    private static RpcException? Fault(ReadOnlySequence<byte> body, bool isText)
    {
        Span<byte> prefix = stackalloc byte[TextLength];
        body = body.Slice(0, Math.Min(body.Length, TextLength));
        body.CopyTo(prefix);
        var length = (int)body.Length;
        if (isText && Base64.DecodeFromUtf8InPlace(prefix[..length], out length) != OperationStatus.Done)
        {
            return Errors.MessageInvalid();
        }

        // Nothing, or a message cut short, the framework answers well.
        return length < PrefixLength ? null
            : prefix[0] > 1 ? Errors.MessageInvalid()
            : BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]) > Limits.MaxMessage ? Errors.MessageTooLarge(Limits.MaxMessage)
            : null;
    }
}
