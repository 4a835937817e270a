using CodeReference.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using PlainAnswers = CodeReference.Hosting.RequestHandler;

namespace CodeReference.Benchmarks.Service;

/// <summary>
/// What the service is compared with, in the same server and behind the same checks: an empty call, and the same answers
/// the plain way, through the objects of Google.Protobuf; and a lookup in SQLite. Bound as generated code is.
/// </summary>
internal sealed class PeerMethods : IServiceMethodProvider<PeerMethods.Face>
{
    private static readonly Empty Nothing = new();

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<Face> context)
    {
        Add<Empty, Empty>(context, "Empty", (_, _) => Nothing);
        Add<LookupCodeRequest, LookupCodeResponse>(context, "PlainLookupCode", (face, request) => face.Answers.LookupCode(request));
        Add<LookupCodeRequest, LookupCodeResponse>(context, "SqliteLookupCode", (face, request) => face.Codes.LookupCode(request));
        Add<BatchLookupCodesRequest, BatchLookupCodesResponse>(context, "PlainBatchLookupCodes", (face, request) => face.Answers.BatchLookupCodes(request));
        Add<GetPublicationRequest, GetPublicationResponse>(context, "PlainGetPublication", (face, request) => face.Answers.GetPublication(request));
        Add<ValidateModifiersRequest, ValidateModifiersResponse>(context, "PlainValidateModifiers", (face, request) => face.Answers.ValidateModifiers(request));
        Add<BatchValidateModifiersRequest, BatchValidateModifiersResponse>(context, "PlainBatchValidateModifiers", (face, request) => face.Answers.BatchValidateModifiers(request));
    }

    private static void Add<TRequest, TResponse>(ServiceMethodProviderContext<Face> context, string name, Func<Face, TRequest, TResponse> answer)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        var method = new Method<TRequest, TResponse>(MethodType.Unary, CodeReferenceService.Descriptor.FullName, name, MarshallerOf<TRequest>(), MarshallerOf<TResponse>());
        context.AddUnaryMethod(method, [new HttpMethodMetadata(["POST"])], (face, request, _) => Task.FromResult(answer(face, request)));
    }

    private static Marshaller<TMessage> MarshallerOf<TMessage>()
        where TMessage : IMessage<TMessage>, new()
    {
        var parser = new MessageParser<TMessage>(() => new());
        return Marshallers.Create(
            (message, context) =>
            {
                context.SetPayloadLength(message.CalculateSize());
                message.WriteTo(context.GetBufferWriter());
                context.Complete();
            },
            context => parser.ParseFrom(context.PayloadAsReadOnlySequence()));
    }

    /// <summary>Made for each call, as the service of generated code is.</summary>
    internal sealed class Face(PlainAnswers answers, SqliteCodes codes)
    {
        public PlainAnswers Answers { get; } = answers;

        public SqliteCodes Codes { get; } = codes;
    }
}
