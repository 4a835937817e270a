using Google.Protobuf;
using Grpc.Core;

namespace CodeReference.Client;

/// <summary>The two calls that validate claim lines, whose answers stay bytes until they are read.</summary>
internal sealed class Validations(CallInvoker calls)
{
    private static readonly Marshaller<byte[]> Untouched = Marshallers.Create<byte[]>(
        (_, _) => throw new NotSupportedException("Answers are not sent."),
        static context => context.PayloadAsNewBuffer());

    private static readonly Method<Wire.ValidateModifiersRequest, byte[]> One = MethodOf<Wire.ValidateModifiersRequest>("ValidateModifiers");

    private static readonly Method<Wire.BatchValidateModifiersRequest, byte[]> Many = MethodOf<Wire.BatchValidateModifiersRequest>("BatchValidateModifiers");

    /// <summary>Validates a line.</summary>
    /// <exception cref="RpcException">The call has failed.</exception>
    public async Task<ValidationAnswer> AskAsync(Wire.ValidateModifiersRequest line, CancellationToken cancellationToken)
    {
        using var call = calls.AsyncUnaryCall(One, null, new CallOptions(cancellationToken: cancellationToken), line);
        var bytes = await call.ResponseAsync.ConfigureAwait(false);
        return EncodedValidationAnswer.Read(bytes, 0, bytes.Length);
    }

    /// <summary>Validates many lines.</summary>
    /// <returns>An answer or an error for each line, in their order.</returns>
    /// <exception cref="RpcException">The call has failed.</exception>
    public async Task<List<AnswerOrError<ValidationAnswer>>> AskAsync(Wire.BatchValidateModifiersRequest lines, CancellationToken cancellationToken)
    {
        using var call = calls.AsyncUnaryCall(Many, null, new CallOptions(cancellationToken: cancellationToken), lines);
        return EncodedValidationAnswer.ReadBatch(await call.ResponseAsync.ConfigureAwait(false), lines.Lines.Count);
    }

    private static Method<TRequest, byte[]> MethodOf<TRequest>(string name)
        where TRequest : class, IBufferMessage =>
        new(MethodType.Unary, Wire.CodeReferenceService.Descriptor.FullName, name, Marshallers.Create<TRequest>(Write, static _ => throw new NotSupportedException("Questions are not received.")), Untouched);

    private static void Write<TRequest>(TRequest request, SerializationContext context)
        where TRequest : class, IBufferMessage
    {
        context.SetPayloadLength(request.CalculateSize());
        request.WriteTo(context.GetBufferWriter());
        context.Complete();
    }
}
