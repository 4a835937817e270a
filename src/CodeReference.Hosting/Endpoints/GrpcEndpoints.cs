using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using CodeReference.Client;
using CodeReference.Hosting.FastPath;
using CodeReference.V1;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace CodeReference.Hosting;

/// <summary>
/// The methods of the contract over gRPC. Bound by hand, so that bytes which are no message are the caller's error and not
/// an exception in the log, and so that lookups and validations go from bytes to bytes: these are answered inside the
/// deserializer, before handler and interceptors, because the bytes of a request live no longer than that.
/// <see cref="JsonService"/> cannot be bound so, because transcoding wants the generated base.
/// </summary>
internal sealed class GrpcEndpoints(RequestHandler handler)
{
    /// <summary>Answers the bytes of a request, or gives null to have it answered as a message.</summary>
    private delegate EncodedResponse? AnswerBytes(ReadOnlySpan<byte> request);

    private RequestHandler Handler { get; } = handler;

    private EncodedResponse Answer<TRequest>(Func<RequestHandler, TRequest, IMessage> answer, TRequest request)
    {
        try
        {
            return EncodedResponse.Of(answer(Handler, request));
        }
        catch (CodeReferenceException error)
        {
            throw Errors.Of(error);
        }
    }

    /// <summary>A request: answered already, or still a message.</summary>
    private sealed record UnaryRequest<TRequest>(EncodedResponse? Response, TRequest? Message);

    /// <summary>Tells the server which methods there are.</summary>
    internal sealed class MethodProvider(EncodedLookups lookups, EncodedValidations validations) : IServiceMethodProvider<GrpcEndpoints>
    {
        // Without it a GET would run a method.
        private static readonly object[] Metadata = [new HttpMethodMetadata([HttpMethods.Post])];

        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<GrpcEndpoints> context)
        {
            Add(context, nameof(RequestHandler.GetEdition), GetEditionRequest.Parser, (handler, request) => handler.GetEdition(request));
            Add(
                context, nameof(RequestHandler.ListPublications), ListPublicationsRequest.Parser,
                (handler, request) => handler.ListPublications(request));
            Add(
                context, nameof(RequestHandler.GetPublication), GetPublicationRequest.Parser,
                (handler, request) => handler.GetPublication(request), lookups.GetPublication);
            Add(
                context, nameof(RequestHandler.ListDiagnostics), ListDiagnosticsRequest.Parser,
                (handler, request) => handler.ListDiagnostics(request));
            Add(
                context, nameof(RequestHandler.LookupCode), LookupCodeRequest.Parser,
                (handler, request) => handler.LookupCode(request), lookups.LookupCode);
            Add(context, nameof(RequestHandler.SearchCodes), SearchCodesRequest.Parser, (handler, request) => handler.SearchCodes(request));
            Add(context, nameof(RequestHandler.SelectCode), SelectCodeRequest.Parser, (handler, request) => handler.SelectCode(request));
            Add(
                context, nameof(RequestHandler.ValidateModifiers), ValidateModifiersRequest.Parser,
                (handler, request) => handler.ValidateModifiers(request), validations.ValidateModifiers);
            Add(
                context, nameof(RequestHandler.BatchLookupCodes), BatchLookupCodesRequest.Parser,
                (handler, request) => handler.BatchLookupCodes(request), lookups.BatchLookupCodes);
            Add(
                context, nameof(RequestHandler.BatchValidateModifiers), BatchValidateModifiersRequest.Parser,
                (handler, request) => handler.BatchValidateModifiers(request), validations.BatchValidateModifiers);
            AddStream(context);
        }

        private static void Add<TRequest>(
            ServiceMethodProviderContext<GrpcEndpoints> context,
            string name,
            MessageParser<TRequest> parser,
            Func<RequestHandler, TRequest, IMessage> answer,
            AnswerBytes? answerBytes = null)
            where TRequest : class, IMessage<TRequest>
        {
            var method = new Method<UnaryRequest<TRequest>, EncodedResponse>(
                MethodType.Unary, CodeReferenceService.Descriptor.FullName, name, Reading(call => Read(call.PayloadAsReadOnlySequence(), parser, answerBytes)), Writing<EncodedResponse>((reply, call) => reply.WriteTo(call)));
            context.AddUnaryMethod(method, Metadata, (endpoints, request, _) => Task.FromResult(request.Response ?? endpoints.Answer(answer, request.Message!)));
        }

        // A message that cannot be read must not end the stream for those behind it: it comes as the one that stands for all such.
        private static void AddStream(ServiceMethodProviderContext<GrpcEndpoints> context)
        {
            var unreadable = new StreamValidateModifiersRequest();
            var method = new Method<StreamValidateModifiersRequest, EncodedResponse>(
                MethodType.DuplexStreaming,
                CodeReferenceService.Descriptor.FullName,
                nameof(RequestHandler.StreamValidateModifiers),
                Reading(call => TryParse(call.PayloadAsReadOnlySequence(), StreamValidateModifiersRequest.Parser, out var request) ? request : unreadable),
                Writing<EncodedResponse>((reply, call) => reply.WriteTo(call)));
            context.AddDuplexStreamingMethod(method, Metadata, async (endpoints, requests, responses, call) =>
            {
                while (await requests.NextAsync(call.CancellationToken))
                {
                    var request = ReferenceEquals(requests.Current, unreadable) ? null : requests.Current;
                    await responses.WriteAsync(EncodedResponse.Of(endpoints.Handler.StreamValidateModifiers(request)), call.CancellationToken);
                }
            });
        }

        // The bytes of a request are there while it is read, and no longer: what is answered from them is answered then.
        private static UnaryRequest<TRequest> Read<TRequest>(ReadOnlySequence<byte> bytes, MessageParser<TRequest> parser, AnswerBytes? answerBytes)
            where TRequest : class, IMessage<TRequest> =>
            answerBytes is not null && Answer(bytes, answerBytes) is { } reply ? new(reply, null)
            : TryParse(bytes, parser, out var message) ? new(null, message)
            : throw Errors.MessageInvalid();

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

        private static bool TryParse<TMessage>(ReadOnlySequence<byte> bytes, MessageParser<TMessage> parser, [NotNullWhen(true)] out TMessage? message)
            where TMessage : class, IMessage<TMessage>
        {
            try
            {
                message = parser.ParseFrom(bytes);
                return true;
            }
            catch (InvalidProtocolBufferException)
            {
                message = null;
                return false;
            }
        }

        // A server reads requests and writes answers, and never the other way round.
        private static Marshaller<TRequest> Reading<TRequest>(Func<DeserializationContext, TRequest> read) => Marshallers.Create((_, _) => throw new NotSupportedException(), read);

        private static Marshaller<TResponse> Writing<TResponse>(Action<TResponse, SerializationContext> write) => Marshallers.Create(write, _ => throw new NotSupportedException());
    }
}
