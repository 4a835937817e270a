using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Stub = CodeReference.V1.CodeReferenceService.CodeReferenceServiceClient;

namespace CodeReference.Client;

/// <summary>Asks a CodeReference service over gRPC.</summary>
/// <remarks>Safe to use from any thread. Make one and keep it: it holds the connections.</remarks>
public sealed class CodeReferenceClient : ICodeReference, IDisposable
{
    private readonly CodeReferenceClientOptions _options;
    private readonly Validations _validations;
    private readonly Coalescer _coalescer;
    private readonly AnswerCache? _cache;
    private readonly GrpcChannel? _channel;

    /// <summary>A client of the service at an address, or at several that take turns.</summary>
    /// <param name="addresses">"http://localhost:5081".</param>
    /// <exception cref="ArgumentException">An address is not a valid service address.</exception>
    public CodeReferenceClient(params string[] addresses)
        : this(new CodeReferenceClientOptions { Addresses = [.. addresses.Select(address => new Uri(address, UriKind.RelativeOrAbsolute))] })
    {
    }

    /// <summary>A client with options.</summary>
    /// <exception cref="ArgumentException">An option has an invalid value.</exception>
    public CodeReferenceClient(CodeReferenceClientOptions options)
        : this(options, OpenChannel(options))
    {
    }

    /// <summary>A client over the application's channel or client factory.</summary>
    /// <param name="calls">What makes the calls. Deadline and credentials of the options are added here; connections and retries are its own.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option has an invalid value.</exception>
    public CodeReferenceClient(CallInvoker calls, CodeReferenceClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.ThrowIfInvalid(options);
        _options = options;
        var completed = calls.Intercept(new CallDefaults(options));
        if (options.CacheSize > 0)
        {
            _cache = new(options.CacheSize, options.CacheAge, TimeProvider.System);
            completed = completed.Intercept(new EditionWatch(_cache));
        }

        Stub = new(completed);
        _validations = new(completed);
        _coalescer = new(_validations, options);
    }

    private CodeReferenceClient(CodeReferenceClientOptions options, GrpcChannel channel)
        : this(channel.CreateCallInvoker(), options) => _channel = channel;

    /// <summary>The generated client, for all that the contract has and this class has not. Its calls have the deadline and the credentials of this client, too.</summary>
    public Stub Stub { get; }

    /// <inheritdoc/>
    public async Task<EditionAnswer> GetEditionAsync(CancellationToken cancellationToken = default)
    {
        var response = await AnswerAsync(Stub.GetEditionAsync(new(), new CallOptions(cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return EditionWire.FromMessage(response);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PublicationSummary> ListPublicationsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new Wire.ListPublicationsRequest();
        do
        {
            var page = await AnswerAsync(Stub.ListPublicationsAsync(request, new CallOptions(cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
            foreach (var publication in page.Publications)
            {
                yield return PublicationWire.FromMessage(publication);
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    /// <inheritdoc/>
    public async Task<PublicationAnswer> GetPublicationAsync(string procedureCode, View view = View.Basic, CancellationToken cancellationToken = default)
    {
        var request = new Wire.GetPublicationRequest { ProcedureCode = procedureCode ?? "", View = WireValues.ToMessage(view), Edition = _options.Edition };
        return await AnswerAsync(
            KeptOrAskedAsync(new(typeof(PublicationAnswer), request.ProcedureCode, CodeSystem.None, view), AskAsync, static answer => answer.Edition, cancellationToken),
            cancellationToken).ConfigureAwait(false);

        async Task<PublicationAnswer> AskAsync(CancellationToken end)
        {
            using var call = Stub.GetPublicationAsync(request, new CallOptions(cancellationToken: end));
            return PublicationWire.FromMessage(await call.ResponseAsync.ConfigureAwait(false));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Advisory> ListDiagnosticsAsync(View view = View.Basic, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new Wire.ListDiagnosticsRequest { View = WireValues.ToMessage(view) };
        do
        {
            var page = await AnswerAsync(Stub.ListDiagnosticsAsync(request, new CallOptions(cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
            foreach (var diagnostic in page.Diagnostics)
            {
                yield return FindingWire.FromMessage(diagnostic);
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    /// <inheritdoc/>
    public async Task<CodeAnswer> LookupCodeAsync(CodeQuery query, View view = View.Basic, CancellationToken cancellationToken = default)
    {
        var request = CodeWire.ToMessage(query, view, _options.Edition);
        return await AnswerAsync(
            KeptOrAskedAsync(new(typeof(CodeAnswer), request.Code, query.System, view), AskAsync, static answer => answer.Edition, cancellationToken),
            cancellationToken).ConfigureAwait(false);

        async Task<CodeAnswer> AskAsync(CancellationToken end)
        {
            using var call = Stub.LookupCodeAsync(request, new CallOptions(cancellationToken: end));
            return CodeWire.FromMessage(await call.ResponseAsync.ConfigureAwait(false));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AnswerOrError<CodeAnswer>>> LookupCodesAsync(IReadOnlyCollection<CodeQuery> queries, View view = View.Basic, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var answers = new List<AnswerOrError<CodeAnswer>>(queries.Count);
        foreach (var batch in queries.Chunk(_options.MaxBatch))
        {
            var request = new Wire.BatchLookupCodesRequest { Lookups = { batch.Select(query => CodeWire.ToMessage(query, view, _options.Edition)) } };
            var response = await AnswerAsync(Stub.BatchLookupCodesAsync(request, new CallOptions(cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
            answers.AddRange(response.Results.Select(Answer));
        }

        return answers;
    }

    /// <inheritdoc/>
    public async Task<SearchAnswer> SearchCodesAsync(string text, IReadOnlyCollection<CodeSystem>? systems = null, int maxResults = 0, CancellationToken cancellationToken = default)
    {
        var request = SearchWire.ToMessage(text, systems, maxResults, _options.Edition);
        return SearchWire.FromMessage(await AnswerAsync(Stub.SearchCodesAsync(request, new CallOptions(cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<SelectionAnswer> SelectCodeAsync(SelectionQuery query, View view = View.Basic, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var request = SelectionWire.ToMessage(query, view, _options.Edition);
        return SelectionWire.FromMessage(await AnswerAsync(Stub.SelectCodeAsync(request, new CallOptions(cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    public Task<ValidationAnswer> ValidateModifiersAsync(ValidationQuery line, View view = View.Basic, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        var request = ValidationWire.ToMessage(line, view, _options.Edition);
        return _options.Coalesce ? _coalescer.Validate(request, cancellationToken).Task : AnswerAsync(_validations.AskAsync(request, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    public async Task<IReadOnlyList<AnswerOrError<ValidationAnswer>>> ValidateModifiersAsync(
        IReadOnlyCollection<ValidationQuery> lines, View view = View.Basic, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var answers = new List<AnswerOrError<ValidationAnswer>>(lines.Count);
        foreach (var batch in lines.Chunk(_options.MaxBatch))
        {
            var request = new Wire.BatchValidateModifiersRequest { Lines = { batch.Select(line => ValidationWire.ToMessage(line, view, _options.Edition)) } };
            answers.AddRange(await AnswerAsync(_validations.AskAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false));
        }

        return answers;
    }

    /// <inheritdoc/>
    /// <remarks>Lines travel in batches, which are repeated when a connection fails: a server that restarts loses none.</remarks>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    public async IAsyncEnumerable<AnswerOrError<ValidationAnswer>> ValidateModifiersAsync(
        IAsyncEnumerable<ValidationQuery> lines, View view = View.Basic, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // The line that waits for a place and the one that is waited for are under way, too.
        var underWay = Channel.CreateBounded<Coalescer.Line>(new BoundedChannelOptions(Math.Max(1, _options.MaxInFlight - 2)) { SingleReader = true, SingleWriter = true });
        var reading = ReadAsync();
        try
        {
            await foreach (var line in underWay.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return await line.AnswerOrErrorAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }

        async Task ReadAsync()
        {
            try
            {
                await foreach (var line in lines.WithCancellation(end.Token).ConfigureAwait(false))
                {
                    await underWay.Writer.WriteAsync(_coalescer.Validate(ValidationWire.ToMessage(line, view, _options.Edition), end.Token), end.Token).ConfigureAwait(false);
                }

                underWay.Writer.Complete();
            }
            catch (Exception exception)
            {
                // Of the caller's own lines: it comes out where the answers do.
                underWay.Writer.Complete(exception);
            }
        }
    }

    /// <summary>Closes the connections that this client has opened. Calls under way are cancelled.</summary>
    public void Dispose()
    {
        _coalescer.Dispose();
        _channel?.Dispose();
    }

    private static GrpcChannel OpenChannel(CodeReferenceClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.ThrowIfInvalid(options);
        return Connection.Open(options);
    }

    // A call that others wait for, too, ends at its deadline and not with the patience of one of them.
    private Task<TAnswer> KeptOrAskedAsync<TAnswer>(
        AnswerCache.Question question, Func<CancellationToken, Task<TAnswer>> ask, Func<TAnswer, string> edition, CancellationToken cancellationToken)
        where TAnswer : class =>
        _cache is null ? ask(cancellationToken) : _cache.AskAsync(question, () => ask(CancellationToken.None), edition, cancellationToken);

    private static AnswerOrError<CodeAnswer> Answer(Wire.BatchLookupCodesResult result) =>
        result.Response is { } response ? new(CodeWire.FromMessage(response)) : new(Failures.Of(result.Error ?? new()));

    private static async Task<TResponse> AnswerAsync<TResponse>(AsyncUnaryCall<TResponse> call, CancellationToken cancellationToken)
    {
        using (call)
        {
            return await AnswerAsync(call.ResponseAsync, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<TAnswer> AnswerAsync<TAnswer>(Task<TAnswer> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            throw Failures.Of(exception, cancellationToken);
        }
    }
}
