using CodeReference.Client;
using Wire = CodeReference.V1;

namespace CodeReference.Hosting;

/// <summary>Answers requests from the book, whatever wire they come on.</summary>
internal sealed class RequestHandler(ReferenceBook book, Metrics? metrics = null)
{
    private const string Publications = "publications";
    private const string Diagnostics = "diagnostics";

    private readonly Edition _edition = book.Edition;

    public Wire.GetEditionResponse GetEdition(Wire.GetEditionRequest request)
    {
        _ = request;
        return new() { Edition = Messages.Edition(book) };
    }

    public Wire.ListPublicationsResponse ListPublications(Wire.ListPublicationsRequest request)
    {
        var publications = book.Publications;
        var size = Requests.PageSize(request.PageSize);
        var start = Requests.PageStart(_edition, Publications, request.PageToken, publications.Count);
        var end = Math.Min(start + size, publications.Count);
        var response = new Wire.ListPublicationsResponse
        {
            NextPageToken = end < publications.Count ? Requests.PageToken(_edition, Publications, end) : "",
            Edition = _edition.Id,
        };
        for (var i = start; i < end; i++)
        {
            response.Publications.Add(Messages.Summary(publications[i]));
        }

        return response;
    }

    public Wire.GetPublicationResponse GetPublication(Wire.GetPublicationRequest request)
    {
        var procedure = Queries.Procedure(request.ProcedureCode);
        var full = Requests.IsFull(request.View);
        Requests.Edition(_edition, request.Edition);
        return Messages.PublicationFound(Queries.Publication(book, procedure), full, _edition);
    }

    public Wire.ListDiagnosticsResponse ListDiagnostics(Wire.ListDiagnosticsRequest request)
    {
        var diagnostics = book.Diagnostics;
        var size = Requests.PageSize(request.PageSize);
        var full = Requests.IsFull(request.View);
        var start = Requests.PageStart(_edition, Diagnostics, request.PageToken, diagnostics.Count);
        var end = Math.Min(start + size, diagnostics.Count);
        var response = new Wire.ListDiagnosticsResponse
        {
            NextPageToken = end < diagnostics.Count ? Requests.PageToken(_edition, Diagnostics, end) : "",
            Edition = _edition.Id,
        };
        for (var i = start; i < end; i++)
        {
            response.Diagnostics.Add(Messages.Advisory(diagnostics[i], full));
        }

        return response;
    }

    public Wire.LookupCodeResponse LookupCode(Wire.LookupCodeRequest request)
    {
        var systems = Queries.SystemsOf(new(request.Code, (CodeSystem)request.System));
        var full = Requests.IsFull(request.View);
        Requests.Edition(_edition, request.Edition);
        return Messages.CodeFound(Queries.Entry(book, request.Code, systems), full, _edition);
    }

    public Wire.SearchCodesResponse SearchCodes(Wire.SearchCodesRequest request)
    {
        var (systems, maxResults) = Queries.Search(request.Query, [.. request.Systems.Select(system => (CodeSystem)system)], request.MaxResults);
        Requests.Edition(_edition, request.Edition);
        return new()
        {
            Results = { book.SearchCodes(request.Query, systems, maxResults).Select(Messages.SearchResult) },
            Edition = _edition.Id,
        };
    }

    public Wire.SelectCodeResponse SelectCode(Wire.SelectCodeRequest request)
    {
        var query = Requests.Selection(request);
        var full = Requests.IsFull(request.View);
        Requests.Edition(_edition, request.Edition);
        var response = Messages.Selection(book.SelectCode(query), full);
        response.Edition = _edition.Id;
        return response;
    }

    public Wire.BatchLookupCodesResponse BatchLookupCodes(Wire.BatchLookupCodesRequest request)
    {
        Requests.Batch("lookups", request.Lookups.Count);
        Requests.Edition(_edition, request.Edition);
        var response = new Wire.BatchLookupCodesResponse { Edition = _edition.Id };
        response.Results.Add(request.Lookups.Select(LookupResult));
        return response;
    }

    /// <summary>Answers a lookup of a batch; whatever is wrong with it is its own answer.</summary>
    public Wire.BatchLookupCodesResult LookupResult(Wire.LookupCodeRequest lookup) =>
        TryAnswer(LookupCode, lookup, out var answer, out var error) ? new() { Response = answer } : new() { Error = error };

    public Wire.ValidateModifiersResponse ValidateModifiers(Wire.ValidateModifiersRequest request)
    {
        var procedure = Queries.Procedure(request.ProcedureCode);
        Queries.Counts(request.Modifiers.Count, request.DiagnosisCodes.Count);
        var full = Requests.IsFull(request.View);
        Requests.Edition(_edition, request.Edition);
        Span<ModifierCode> modifiers = stackalloc ModifierCode[request.Modifiers.Count];
        Queries.Modifiers(request.Modifiers, modifiers);
        Span<DiagnosisCode> diagnoses = stackalloc DiagnosisCode[request.DiagnosisCodes.Count];
        Queries.Diagnoses(request.DiagnosisCodes, diagnoses);
        var validation = book.ValidateModifiers(new ClaimLine
        {
            Procedure = procedure,
            Modifiers = modifiers,
            Payer = book.FindPayer(request.Payer),
            ClaimType = Queries.ClaimType((ClaimType)request.ClaimType),
            PlaceOfService = Queries.PlaceOfService(request.PlaceOfService),
            Taxonomy = Queries.Taxonomy(request.TaxonomyCode),
            Diagnoses = diagnoses,
            ServiceDate = Requests.ServiceDate(request.ServiceDate),
            Units = Queries.Units(request.Units),
        });
        metrics?.Validated(ValidationTally.Of(validation));
        var response = Messages.Validation(validation, request.Modifiers, full);
        response.Edition = _edition.Id;
        return response;
    }

    public Wire.BatchValidateModifiersResponse BatchValidateModifiers(Wire.BatchValidateModifiersRequest request)
    {
        Requests.Batch("lines", request.Lines.Count);
        Requests.Edition(_edition, request.Edition);
        var response = new Wire.BatchValidateModifiersResponse { Edition = _edition.Id };
        response.Results.Add(request.Lines.Select(ValidationResult));
        return response;
    }

    /// <summary>Answers a line of a batch; whatever is wrong with it is its own answer.</summary>
    public Wire.BatchValidateModifiersResult ValidationResult(Wire.ValidateModifiersRequest line) =>
        TryAnswer(ValidateModifiers, line, out var answer, out var error) ? new() { Response = answer } : new() { Error = error };

    /// <summary>Answers a line of a stream; whatever is wrong with it is its own answer.</summary>
    /// <param name="request">The line; null when its bytes are no message.</param>
    public Wire.StreamValidateModifiersResponse StreamValidateModifiers(Wire.StreamValidateModifiersRequest? request)
    {
        var id = request?.LineId ?? "";
        return TryAnswer(read => ValidateModifiers(Requests.Line(read)), request, out var answer, out var error)
            ? new() { LineId = id, Response = answer }
            : new() { LineId = id, Error = error };
    }

    // In a batch or a stream what is wrong with one request is its own answer.
    private static bool TryAnswer<TRequest, TResponse>(Func<TRequest, TResponse> ask, TRequest request, out TResponse? answer, out Google.Rpc.Status? error)
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
