using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CodeReference.Client;
using CodeReference.V1;
using Grpc.Core;

namespace CodeReference.Hosting;

/// <summary>The methods of the contract over JSON: routes and bodies by the HTTP annotations of the protos.</summary>
internal sealed class JsonService(RequestHandler handler) : CodeReferenceService.CodeReferenceServiceBase
{
    /// <summary>Whether JSON is served, with its pages: transcoding makes types at run time, which a native executable cannot.</summary>
    [FeatureGuard(typeof(RequiresDynamicCodeAttribute))]
    public static bool IsServed => RuntimeFeature.IsDynamicCodeSupported;

    public override Task<GetEditionResponse> GetEdition(GetEditionRequest request, ServerCallContext context) =>
        Answer(handler.GetEdition, request);

    public override Task<ListPublicationsResponse> ListPublications(ListPublicationsRequest request, ServerCallContext context) =>
        Answer(handler.ListPublications, request);

    public override Task<GetPublicationResponse> GetPublication(GetPublicationRequest request, ServerCallContext context) =>
        Answer(handler.GetPublication, request);

    public override Task<ListDiagnosticsResponse> ListDiagnostics(ListDiagnosticsRequest request, ServerCallContext context) =>
        Answer(handler.ListDiagnostics, request);

    public override Task<LookupCodeResponse> LookupCode(LookupCodeRequest request, ServerCallContext context) =>
        Answer(handler.LookupCode, request);

    public override Task<SearchCodesResponse> SearchCodes(SearchCodesRequest request, ServerCallContext context) =>
        Answer(handler.SearchCodes, request);

    public override Task<SelectCodeResponse> SelectCode(SelectCodeRequest request, ServerCallContext context) =>
        Answer(handler.SelectCode, request);

    public override Task<ValidateModifiersResponse> ValidateModifiers(ValidateModifiersRequest request, ServerCallContext context) =>
        Answer(handler.ValidateModifiers, request);

    public override Task<BatchLookupCodesResponse> BatchLookupCodes(BatchLookupCodesRequest request, ServerCallContext context) =>
        Answer(handler.BatchLookupCodes, request);

    public override Task<BatchValidateModifiersResponse> BatchValidateModifiers(BatchValidateModifiersRequest request, ServerCallContext context) =>
        Answer(handler.BatchValidateModifiers, request);

    private static Task<TResponse> Answer<TRequest, TResponse>(Func<TRequest, TResponse> answer, TRequest request)
    {
        try
        {
            return Task.FromResult(answer(request));
        }
        catch (CodeReferenceException error)
        {
            throw Errors.Of(error);
        }
    }
}
