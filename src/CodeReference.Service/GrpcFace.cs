using CodeReference.V1;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace CodeReference.Service;

/// <summary>
/// The questions over gRPC. Bound by hand, so that bytes which are no message are the caller's error and not an
/// exception in the log; <see cref="JsonFace"/> cannot be, because transcoding wants the generated base.
/// </summary>
internal sealed class GrpcFace(Answers answers)
{
    private Answers Answers { get; } = answers;

    /// <summary>Tells the server which methods there are.</summary>
    internal sealed class Methods : IServiceMethodProvider<GrpcFace>
    {
        // Without it a GET would run a method.
        private static readonly object[] Metadata = [new HttpMethodMetadata([HttpMethods.Post])];

        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<GrpcFace> context)
        {
            Add(context, nameof(Answers.GetEdition), GetEditionRequest.Parser, GetEditionResponse.Parser, (answers, request) => answers.GetEdition(request));
            Add(context, nameof(Answers.ListPublications), ListPublicationsRequest.Parser, ListPublicationsResponse.Parser, (answers, request) => answers.ListPublications(request));
            Add(context, nameof(Answers.GetPublication), GetPublicationRequest.Parser, GetPublicationResponse.Parser, (answers, request) => answers.GetPublication(request));
            Add(context, nameof(Answers.ListDiagnostics), ListDiagnosticsRequest.Parser, ListDiagnosticsResponse.Parser, (answers, request) => answers.ListDiagnostics(request));
            Add(context, nameof(Answers.LookupCode), LookupCodeRequest.Parser, LookupCodeResponse.Parser, (answers, request) => answers.LookupCode(request));
            Add(context, nameof(Answers.SearchCodes), SearchCodesRequest.Parser, SearchCodesResponse.Parser, (answers, request) => answers.SearchCodes(request));
            Add(context, nameof(Answers.SelectCode), SelectCodeRequest.Parser, SelectCodeResponse.Parser, (answers, request) => answers.SelectCode(request));
            Add(context, nameof(Answers.ValidateModifiers), ValidateModifiersRequest.Parser, ValidateModifiersResponse.Parser, (answers, request) => answers.ValidateModifiers(request));
            Add(context, nameof(Answers.BatchLookupCodes), BatchLookupCodesRequest.Parser, BatchLookupCodesResponse.Parser, (answers, request) => answers.BatchLookupCodes(request));
            Add(context, nameof(Answers.BatchValidateModifiers), BatchValidateModifiersRequest.Parser, BatchValidateModifiersResponse.Parser, (answers, request) => answers.BatchValidateModifiers(request));
            AddStream(context);
        }

        // A message that cannot be read must not end the stream for those behind it: it comes as the one that stands for all such.
        private static void AddStream(ServiceMethodProviderContext<GrpcFace> context)
        {
            var unreadable = new StreamValidateModifiersRequest();
            var method = new Method<StreamValidateModifiersRequest, StreamValidateModifiersResponse>(
                MethodType.DuplexStreaming,
                CodeReferenceService.Descriptor.FullName,
                nameof(Answers.StreamValidateModifiers),
                MarshallerOf(StreamValidateModifiersRequest.Parser, unreadable),
                MarshallerOf(StreamValidateModifiersResponse.Parser));
            context.AddDuplexStreamingMethod(method, Metadata, async (face, requests, responses, call) =>
            {
                while (await requests.MoveNext(call.CancellationToken))
                {
                    var request = ReferenceEquals(requests.Current, unreadable) ? null : requests.Current;
                    await responses.WriteAsync(face.Answers.StreamValidateModifiers(request), call.CancellationToken);
                }
            });
        }

        private static void Add<TRequest, TResponse>(
            ServiceMethodProviderContext<GrpcFace> context,
            string name,
            MessageParser<TRequest> requests,
            MessageParser<TResponse> responses,
            Func<Answers, TRequest, TResponse> answer)
            where TRequest : class, IMessage<TRequest>
            where TResponse : class, IMessage<TResponse>
        {
            var method = new Method<TRequest, TResponse>(
                MethodType.Unary, CodeReferenceService.Descriptor.FullName, name, MarshallerOf(requests), MarshallerOf(responses));
            context.AddUnaryMethod(method, Metadata, (face, request, _) => Task.FromResult(answer(face.Answers, request)));
        }

        private static Marshaller<TMessage> MarshallerOf<TMessage>(MessageParser<TMessage> parser, TMessage? unreadable = null)
            where TMessage : class, IMessage<TMessage> =>
            Marshallers.Create<TMessage>(
                (message, context) =>
                {
                    context.SetPayloadLength(message.CalculateSize());
                    message.WriteTo(context.GetBufferWriter());
                    context.Complete();
                },
                context =>
                {
                    try
                    {
                        return parser.ParseFrom(context.PayloadAsReadOnlySequence());
                    }
                    catch (InvalidProtocolBufferException)
                    {
                        return unreadable ?? throw Errors.MessageInvalid();
                    }
                });
    }
}
