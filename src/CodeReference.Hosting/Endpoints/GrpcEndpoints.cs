using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using CodeReference.Hosting.FastPath;
using CodeReference.V1;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace CodeReference.Hosting;

/// <summary>
/// The methods of the contract over gRPC. Bound by hand, so that bytes which are no message are the caller's error and not
/// an exception in the log, and so that lookups and validations go from bytes to bytes: these are answered inside the
/// deserializer, before handler and interceptors, because the bytes of a request live no longer than that. Which methods
/// there are, generated code says.
/// </summary>
internal sealed class GrpcEndpoints
{
    /// <summary>Answers the bytes of a request, or gives null to have it answered as a message.</summary>
    private delegate EncodedResponse? AnswerBytes(ReadOnlySpan<byte> request);

    /// <summary>A request: answered already, or still a message.</summary>
    private sealed record UnaryRequest<TRequest>(EncodedResponse? Response, TRequest? Message);

    /// <summary>Tells the server which methods there are.</summary>
    internal sealed class MethodProvider(RequestHandler handler, EncodedLookups lookups, EncodedValidations validations)
        : IServiceMethodProvider<GrpcEndpoints>
    {
        private readonly Dictionary<string, AnswerBytes> _fastPaths = new()
        {
            [nameof(RequestHandler.GetPublication)] = lookups.GetPublication,
            [nameof(RequestHandler.LookupCode)] = lookups.LookupCode,
            [nameof(RequestHandler.BatchLookupCodes)] = lookups.BatchLookupCodes,
            [nameof(RequestHandler.ValidateModifiers)] = validations.ValidateModifiers,
            [nameof(RequestHandler.BatchValidateModifiers)] = validations.BatchValidateModifiers,
        };

        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<GrpcEndpoints> context) =>
            CodeReferenceService.BindService(new Binder(context, handler, _fastPaths), handler);
    }

    /// <summary>Binds each method that generated code names.</summary>
    private sealed class Binder(ServiceMethodProviderContext<GrpcEndpoints> context, RequestHandler handler, Dictionary<string, AnswerBytes> fastPaths)
        : ServiceBinderBase
    {
        // Without it a GET would run a method.
        private static readonly object[] Metadata = [new HttpMethodMetadata([HttpMethods.Post])];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? answer)
        {
            var answerBytes = fastPaths.GetValueOrDefault(method.Name);
            var bound = new Method<UnaryRequest<TRequest>, EncodedResponse>(
                method.Type,
                method.ServiceName,
                method.Name,
                Reading(call => Read(call, method.RequestMarshaller, answerBytes)),
                Writing<EncodedResponse>((response, call) => response.WriteTo(call)));
            context.AddUnaryMethod(bound, Metadata, (_, request, call) =>
                request.Response is { } response ? Task.FromResult(response) : AnswerAsync(answer!, request.Message!, call));
        }

        // A message that cannot be read must not end the stream for those behind it: it comes as the one that stands for all such.
        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? answer)
        {
            if (method.Name != nameof(RequestHandler.StreamValidateModifiers))
            {
                throw new NotSupportedException($"{method.FullName} is not bound.");
            }

            var unreadable = new StreamValidateModifiersRequest();
            var bound = new Method<StreamValidateModifiersRequest, EncodedResponse>(
                method.Type,
                method.ServiceName,
                method.Name,
                Reading(call => TryParse(call, StreamValidateModifiersRequest.Parser, out var request) ? request : unreadable),
                Writing<EncodedResponse>((response, call) => response.WriteTo(call)));
            context.AddDuplexStreamingMethod(bound, Metadata, async (_, requests, responses, call) =>
            {
                while (await requests.NextAsync(call.CancellationToken))
                {
                    var request = ReferenceEquals(requests.Current, unreadable) ? null : requests.Current;
                    await responses.WriteAsync(EncodedResponse.Of(handler.StreamValidateModifiers(request)), call.CancellationToken);
                }
            });
        }

        private static async Task<EncodedResponse> AnswerAsync<TRequest, TResponse>(
            UnaryServerMethod<TRequest, TResponse> answer, TRequest request, ServerCallContext call)
            where TRequest : class
            where TResponse : class =>
            EncodedResponse.Of((IMessage)await answer(request, call));

        // The bytes of a request are there while it is read, and no longer: what is answered from them is answered then.
        private static UnaryRequest<TRequest> Read<TRequest>(DeserializationContext call, Marshaller<TRequest> marshaller, AnswerBytes? answerBytes)
        {
            if (answerBytes is not null && Answer(call.PayloadAsReadOnlySequence(), answerBytes) is { } response)
            {
                return new(response, default);
            }

            try
            {
                return new(null, marshaller.ContextualDeserializer(call));
            }
            catch (InvalidProtocolBufferException)
            {
                throw Errors.MessageInvalid();
            }
        }

        private static EncodedResponse? Answer(ReadOnlySequence<byte> bytes, AnswerBytes answerBytes)
        {
            if (bytes.IsSingleSegment)
            {
                return answerBytes(bytes.FirstSpan);
            }

            var length = (int)bytes.Length;
            var whole = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                bytes.CopyTo(whole);
                return answerBytes(whole.AsSpan(0, length));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(whole);
            }
        }

        private static bool TryParse<TMessage>(
            DeserializationContext call, MessageParser<TMessage> parser, [NotNullWhen(true)] out TMessage? message)
            where TMessage : class, IMessage<TMessage>
        {
            try
            {
                message = parser.ParseFrom(call.PayloadAsReadOnlySequence());
                return true;
            }
            catch (InvalidProtocolBufferException)
            {
                message = null;
                return false;
            }
        }

        // A server reads requests and writes answers, and never the other way round.
        private static Marshaller<TRequest> Reading<TRequest>(Func<DeserializationContext, TRequest> read) =>
            Marshallers.Create((_, _) => throw new NotSupportedException(), read);

        private static Marshaller<TResponse> Writing<TResponse>(Action<TResponse, SerializationContext> write) =>
            Marshallers.Create(write, _ => throw new NotSupportedException());
    }
}
