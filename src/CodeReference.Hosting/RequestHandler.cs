using CodeReference.Client;
using Grpc.Core;

namespace CodeReference.Hosting;

/// <summary>
/// Answers the messages of requests from a book, as <see cref="LocalCodeReference"/> answers the records. Each method stands
/// here once: what generated code calls, for JSON and for gRPC, and beside it what answers. That is internal, because
/// transcoding finds methods by their names among those that are public.
/// </summary>
internal sealed class RequestHandler(ReferenceBook book, Metrics? metrics = null) : Wire.CodeReferenceService.CodeReferenceServiceBase
{
    private const string Publications = "publications";
    private const string Diagnostics = "diagnostics";

    private readonly Edition _edition = book.Edition;
    private readonly LocalCodeReference _local = new(book);

    public override Task<Wire.GetEditionResponse> GetEdition(Wire.GetEditionRequest request, ServerCallContext context) =>
        Answer(GetEdition, request);

    internal Wire.GetEditionResponse GetEdition(Wire.GetEditionRequest request)
    {
        _ = request;
        return EditionWire.ToMessage(_local.GetEdition());
    }

    public override Task<Wire.ListPublicationsResponse> ListPublications(Wire.ListPublicationsRequest request, ServerCallContext context) =>
        Answer(ListPublications, request);

    internal Wire.ListPublicationsResponse ListPublications(Wire.ListPublicationsRequest request)
    {
        var publications = book.Publications;
        var size = Paging.Size(request.PageSize);
        var start = Paging.Start(_edition, Publications, request.PageToken, publications.Count);
        var end = Math.Min(start + size, publications.Count);
        var response = new Wire.ListPublicationsResponse
        {
            NextPageToken = end < publications.Count ? Paging.Token(_edition, Publications, end) : "",
            Edition = _edition.Id,
        };
        for (var i = start; i < end; i++)
        {
            response.Publications.Add(PublicationWire.ToMessage(PublicationSummary.Of(publications[i])));
        }

        return response;
    }

    public override Task<Wire.GetPublicationResponse> GetPublication(Wire.GetPublicationRequest request, ServerCallContext context) =>
        Answer(GetPublication, request);

    internal Wire.GetPublicationResponse GetPublication(Wire.GetPublicationRequest request) =>
        PublicationWire.ToMessage(_local.GetPublication(request.ProcedureCode, WireValues.FromMessage(request.View), request.Edition));

    public override Task<Wire.ListDiagnosticsResponse> ListDiagnostics(Wire.ListDiagnosticsRequest request, ServerCallContext context) =>
        Answer(ListDiagnostics, request);

    internal Wire.ListDiagnosticsResponse ListDiagnostics(Wire.ListDiagnosticsRequest request)
    {
        var diagnostics = book.Diagnostics;
        var size = Paging.Size(request.PageSize);
        var full = RequestValidation.IsFull(WireValues.FromMessage(request.View));
        var start = Paging.Start(_edition, Diagnostics, request.PageToken, diagnostics.Count);
        var end = Math.Min(start + size, diagnostics.Count);
        var response = new Wire.ListDiagnosticsResponse
        {
            NextPageToken = end < diagnostics.Count ? Paging.Token(_edition, Diagnostics, end) : "",
            Edition = _edition.Id,
        };
        for (var i = start; i < end; i++)
        {
            response.Diagnostics.Add(FindingWire.ToMessage(Client.Advisory.Of(diagnostics[i], full)));
        }

        return response;
    }

    public override Task<Wire.LookupCodeResponse> LookupCode(Wire.LookupCodeRequest request, ServerCallContext context) =>
        Answer(LookupCode, request);

    internal Wire.LookupCodeResponse LookupCode(Wire.LookupCodeRequest request) =>
        CodeWire.ToMessage(_local.LookupCode(CodeWire.FromMessage(request), WireValues.FromMessage(request.View), request.Edition));

    public override Task<Wire.SearchCodesResponse> SearchCodes(Wire.SearchCodesRequest request, ServerCallContext context) =>
        Answer(SearchCodes, request);

    internal Wire.SearchCodesResponse SearchCodes(Wire.SearchCodesRequest request) =>
        SearchWire.ToMessage(_local.SearchCodes(request.Query, SearchWire.SystemsOf(request), request.MaxResults, request.Edition));

    public override Task<Wire.SelectCodeResponse> SelectCode(Wire.SelectCodeRequest request, ServerCallContext context) =>
        Answer(SelectCode, request);

    internal Wire.SelectCodeResponse SelectCode(Wire.SelectCodeRequest request) =>
        SelectionWire.ToMessage(_local.SelectCode(SelectionWire.FromMessage(request), WireValues.FromMessage(request.View), request.Edition));

    public override Task<Wire.BatchLookupCodesResponse> BatchLookupCodes(
        Wire.BatchLookupCodesRequest request, ServerCallContext context) =>
        Answer(BatchLookupCodes, request);

    internal Wire.BatchLookupCodesResponse BatchLookupCodes(Wire.BatchLookupCodesRequest request)
    {
        RequestValidation.Limit("lookups", ServerLimits.MaxBatch, request.Lookups.Count);
        RequestValidation.Edition(_edition, request.Edition);
        var response = new Wire.BatchLookupCodesResponse { Edition = _edition.Id };
        response.Results.Add(request.Lookups.Select(LookupResult));
        return response;
    }

    /// <summary>Answers a lookup of a batch; whatever is wrong with it is its own answer.</summary>
    internal Wire.BatchLookupCodesResult LookupResult(Wire.LookupCodeRequest lookup) =>
        TryAnswer(LookupCode, lookup, out var answer, out var error) ? new() { Response = answer } : new() { Error = error };

    public override Task<Wire.ValidateModifiersResponse> ValidateModifiers(
        Wire.ValidateModifiersRequest request, ServerCallContext context) =>
        Answer(ValidateModifiers, request);

    internal Wire.ValidateModifiersResponse ValidateModifiers(Wire.ValidateModifiersRequest request)
    {
        if (request.ServiceDate is { } date && !WireValues.IsDay(date.Year, date.Month, date.Day))
        {
            throw RequestValidation.FieldInvalid("service_date", $"{date.Year}-{date.Month}-{date.Day} is not a date; expected year, month and day of the calendar.");
        }

        var answer = _local.ValidateModifiers(ValidationWire.FromMessage(request), WireValues.FromMessage(request.View), request.Edition);
        metrics?.Validated(ValidationTally.Of(answer));
        return ValidationWire.ToMessage(answer);
    }

    public override Task<Wire.BatchValidateModifiersResponse> BatchValidateModifiers(
        Wire.BatchValidateModifiersRequest request, ServerCallContext context) =>
        Answer(BatchValidateModifiers, request);

    internal Wire.BatchValidateModifiersResponse BatchValidateModifiers(Wire.BatchValidateModifiersRequest request)
    {
        RequestValidation.Limit("lines", ServerLimits.MaxBatch, request.Lines.Count);
        RequestValidation.Edition(_edition, request.Edition);
        var response = new Wire.BatchValidateModifiersResponse { Edition = _edition.Id };
        response.Results.Add(request.Lines.Select(ValidationResult));
        return response;
    }

    /// <summary>Answers a line of a batch; whatever is wrong with it is its own answer.</summary>
    internal Wire.BatchValidateModifiersResult ValidationResult(Wire.ValidateModifiersRequest line) =>
        TryAnswer(ValidateModifiers, line, out var answer, out var error) ? new() { Response = answer } : new() { Error = error };

    /// <summary>Answers a line of a stream; whatever is wrong with it is its own answer.</summary>
    /// <param name="request">The line; null when its bytes are no message.</param>
    internal Wire.StreamValidateModifiersResponse StreamValidateModifiers(Wire.StreamValidateModifiersRequest? request)
    {
        var id = request?.LineId ?? "";
        return TryAnswer(read => ValidateModifiers(LineOf(read)), request, out var answer, out var error)
            ? new() { LineId = id, Response = answer }
            : new() { LineId = id, Error = error };
    }

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

    private static Wire.ValidateModifiersRequest LineOf(Wire.StreamValidateModifiersRequest? request) =>
        request is null ? throw Errors.MessageInvalid() : request.Line ?? throw RequestValidation.FieldInvalid("line", "Required.");

    // In a batch or a stream what is wrong with one request is its own answer.
    private static bool TryAnswer<TRequest, TResponse>(
        Func<TRequest, TResponse> ask, TRequest request, out TResponse? answer, out Google.Rpc.Status? error)
        where TResponse : class
    {
        try
        {
            (answer, error) = (ask(request), null);
            return true;
        }
        catch (Exception exception) when (Errors.StatusOf(exception) is { } status)
        {
            (answer, error) = (null, status);
            return false;
        }
    }
}
