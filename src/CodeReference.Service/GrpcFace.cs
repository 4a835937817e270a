using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using CodeReference.Client;
using CodeReference.Service.Encoded;
using CodeReference.Service.Hosting;
using CodeReference.V1;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace CodeReference.Service;

/// <summary>
/// The questions over gRPC. Bound by hand, so that bytes which are no message are the caller's error and not an
/// exception in the log, and so that lookups and validations go from bytes to bytes; <see cref="JsonFace"/> cannot be,
/// because transcoding wants the generated base.
/// </summary>
internal sealed class GrpcFace(Answers answers)
{
    /// <summary>Answers the bytes of a request, or gives null to have it answered as a message.</summary>
    private delegate Reply? AnswerBytes(ReadOnlySpan<byte> request);

    private Answers Answers { get; } = answers;

    private Reply Answer<TRequest>(Func<Answers, TRequest, IMessage> answer, TRequest request)
    {
        try
        {
            return Reply.Of(answer(Answers, request));
        }
        catch (CodeReferenceException error)
        {
            throw Errors.Of(error);
        }
    }

    /// <summary>A request: answered already, or still a message.</summary>
    private sealed record Question<TRequest>(Reply? Reply, TRequest? Message);

    /// <summary>Tells the server which methods there are.</summary>
    internal sealed class Methods(EncodedLookups lookups, EncodedValidations validations) : IServiceMethodProvider<GrpcFace>
    {
        // Without it a GET would run a method.
        private static readonly object[] Metadata = [new HttpMethodMetadata([HttpMethods.Post])];

        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<GrpcFace> context)
        {
            Add(context, nameof(Answers.GetEdition), GetEditionRequest.Parser, (answers, request) => answers.GetEdition(request));
            Add(context, nameof(Answers.ListPublications), ListPublicationsRequest.Parser, (answers, request) => answers.ListPublications(request));
            Add(context, nameof(Answers.GetPublication), GetPublicationRequest.Parser, (answers, request) => answers.GetPublication(request), lookups.GetPublication);
            Add(context, nameof(Answers.ListDiagnostics), ListDiagnosticsRequest.Parser, (answers, request) => answers.ListDiagnostics(request));
            Add(context, nameof(Answers.LookupCode), LookupCodeRequest.Parser, (answers, request) => answers.LookupCode(request), lookups.LookupCode);
            Add(context, nameof(Answers.SearchCodes), SearchCodesRequest.Parser, (answers, request) => answers.SearchCodes(request));
            Add(context, nameof(Answers.SelectCode), SelectCodeRequest.Parser, (answers, request) => answers.SelectCode(request));
            Add(context, nameof(Answers.ValidateModifiers), ValidateModifiersRequest.Parser, (answers, request) => answers.ValidateModifiers(request), validations.ValidateModifiers);
            Add(context, nameof(Answers.BatchLookupCodes), BatchLookupCodesRequest.Parser, (answers, request) => answers.BatchLookupCodes(request), lookups.BatchLookupCodes);
            Add(context, nameof(Answers.BatchValidateModifiers), BatchValidateModifiersRequest.Parser, (answers, request) => answers.BatchValidateModifiers(request), validations.BatchValidateModifiers);
            AddStream(context);
        }

        private static void Add<TRequest>(
            ServiceMethodProviderContext<GrpcFace> context,
            string name,
            MessageParser<TRequest> parser,
            Func<Answers, TRequest, IMessage> answer,
            AnswerBytes? answerBytes = null)
            where TRequest : class, IMessage<TRequest>
        {
            var method = new Method<Question<TRequest>, Reply>(
                MethodType.Unary, CodeReferenceService.Descriptor.FullName, name, Reading(call => Read(call.PayloadAsReadOnlySequence(), parser, answerBytes)), Writing<Reply>((reply, call) => reply.WriteTo(call)));
            context.AddUnaryMethod(method, Metadata, (face, question, _) => Task.FromResult(question.Reply ?? face.Answer(answer, question.Message!)));
        }

        // A message that cannot be read must not end the stream for those behind it: it comes as the one that stands for all such.
        private static void AddStream(ServiceMethodProviderContext<GrpcFace> context)
        {
            var unreadable = new StreamValidateModifiersRequest();
            var method = new Method<StreamValidateModifiersRequest, Reply>(
                MethodType.DuplexStreaming,
                CodeReferenceService.Descriptor.FullName,
                nameof(Answers.StreamValidateModifiers),
                Reading(call => TryParse(call.PayloadAsReadOnlySequence(), StreamValidateModifiersRequest.Parser, out var request) ? request : unreadable),
                Writing<Reply>((reply, call) => reply.WriteTo(call)));
            context.AddDuplexStreamingMethod(method, Metadata, async (face, requests, responses, call) =>
            {
                while (await requests.NextAsync(call.CancellationToken))
                {
                    var request = ReferenceEquals(requests.Current, unreadable) ? null : requests.Current;
                    await responses.WriteAsync(Reply.Of(face.Answers.StreamValidateModifiers(request)), call.CancellationToken);
                }
            });
        }

        // The bytes of a request are there while it is read, and no longer: what is answered from them is answered then.
        private static Question<TRequest> Read<TRequest>(ReadOnlySequence<byte> bytes, MessageParser<TRequest> parser, AnswerBytes? answerBytes)
            where TRequest : class, IMessage<TRequest> =>
            answerBytes is not null && Answer(bytes, answerBytes) is { } reply ? new(reply, null)
            : TryParse(bytes, parser, out var message) ? new(null, message)
            : throw Errors.MessageInvalid();

        private static Reply? Answer(ReadOnlySequence<byte> bytes, AnswerBytes answerBytes)
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
