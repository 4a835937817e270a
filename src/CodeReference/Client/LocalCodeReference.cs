using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CodeReference.Client;

/// <summary>Asks a book in this process. Each task is complete when its method returns. For answers in nanoseconds and without allocation, ask the <see cref="ReferenceBook"/> itself.</summary>
/// <param name="book">The book.</param>
/// <remarks>Immutable and safe to use from any thread.</remarks>
public sealed class LocalCodeReference(ReferenceBook book) : ICodeReference
{
    private readonly ReferenceBook _book = book ?? throw new ArgumentNullException(nameof(book));

    /// <inheritdoc/>
    public Task<EditionAnswer> GetEditionAsync(CancellationToken cancellationToken = default) =>
        Answer(() => GetEdition(), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<PublicationSummary> ListPublicationsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var publication in _book.Publications)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return PublicationSummary.Of(publication);
        }
    }

    /// <inheritdoc/>
    public Task<PublicationAnswer> GetPublicationAsync(string procedureCode, View view = View.Basic, CancellationToken cancellationToken = default) =>
        Answer(() => GetPublication(procedureCode, view), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Advisory> ListDiagnosticsAsync(View view = View.Basic, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var full = RequestValidation.IsFull(view);
        foreach (var diagnostic in _book.Diagnostics)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Advisory.Of(diagnostic, full);
        }
    }

    /// <inheritdoc/>
    public Task<CodeAnswer> LookupCodeAsync(CodeQuery query, View view = View.Basic, CancellationToken cancellationToken = default) =>
        Answer(() => LookupCode(query, view), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AnswerOrError<CodeAnswer>>> LookupCodesAsync(IReadOnlyCollection<CodeQuery> queries, View view = View.Basic, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        return Answer<IReadOnlyList<AnswerOrError<CodeAnswer>>>(() => [.. queries.Select(query => AnswerOrError(() => LookupCode(query, view)))], cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SearchAnswer> SearchCodesAsync(string text, IReadOnlyCollection<CodeSystem>? systems = null, int maxResults = 0, CancellationToken cancellationToken = default) =>
        Answer(() => SearchCodes(text, systems ?? [], maxResults), cancellationToken);

    /// <inheritdoc/>
    public Task<SelectionAnswer> SelectCodeAsync(SelectionQuery query, View view = View.Basic, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Answer(() => SelectCode(query, view), cancellationToken);
    }

    /// <inheritdoc/>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    public Task<ValidationAnswer> ValidateModifiersAsync(ValidationQuery line, View view = View.Basic, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Answer(() => ValidateModifiers(line, view), cancellationToken);
    }

    /// <inheritdoc/>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    public Task<IReadOnlyList<AnswerOrError<ValidationAnswer>>> ValidateModifiersAsync(IReadOnlyCollection<ValidationQuery> lines, View view = View.Basic, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Answer<IReadOnlyList<AnswerOrError<ValidationAnswer>>>(() => [.. lines.Select(line => AnswerOrError(() => ValidateModifiers(line, view)))], cancellationToken);
    }

    /// <inheritdoc/>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    public async IAsyncEnumerable<AnswerOrError<ValidationAnswer>> ValidateModifiersAsync(
        IAsyncEnumerable<ValidationQuery> lines, View view = View.Basic, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        await foreach (var line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return AnswerOrError(() => ValidateModifiers(line, view));
        }
    }

    // What follows answers at once, for the service too, whose requests may be bound to an edition.
    internal EditionAnswer GetEdition() => EditionAnswer.Of(_book);

    internal PublicationAnswer GetPublication(string procedureCode, View view, string edition = "")
    {
        var procedure = RequestValidation.Procedure(procedureCode);
        var full = RequestValidation.IsFull(view);
        RequestValidation.Edition(_book.Edition, edition);
        return PublicationAnswer.Of(_book, RequestValidation.Publication(_book, procedure), full);
    }

    internal CodeAnswer LookupCode(CodeQuery query, View view, string edition = "")
    {
        var systems = RequestValidation.SystemsOf(query);
        var full = RequestValidation.IsFull(view);
        RequestValidation.Edition(_book.Edition, edition);
        return CodeAnswer.Of(_book, RequestValidation.Entry(_book, query.Code, systems), full);
    }

    internal SearchAnswer SearchCodes(string text, IReadOnlyCollection<CodeSystem> systems, int maxResults, string edition = "")
    {
        var (asked, most) = RequestValidation.SearchCodes(text, systems, maxResults);
        RequestValidation.Edition(_book.Edition, edition);
        return new() { Results = [.. _book.SearchCodes(text, asked, most).Select(SearchResult.Of)], Edition = _book.Edition.Id };
    }

    internal SelectionAnswer SelectCode(SelectionQuery query, View view, string edition = "")
    {
        RequestValidation.Selection(query);
        var full = RequestValidation.IsFull(view);
        RequestValidation.Edition(_book.Edition, edition);
        return SelectionAnswer.Of(_book, _book.SelectCode(query), full);
    }

    internal ValidationAnswer ValidateModifiers(ValidationQuery query, View view, string edition = "")
    {
        RequestValidation.Line(query);
        var full = RequestValidation.IsFull(view);
        RequestValidation.Edition(_book.Edition, edition);
        Span<ModifierCode> modifiers = stackalloc ModifierCode[query.Modifiers.Count];
        Span<DiagnosisCode> diagnoses = stackalloc DiagnosisCode[query.DiagnosisCodes.Count];
        var validation = _book.ValidateModifiers(RequestValidation.Read(_book, query, modifiers, diagnoses));
        return ValidationAnswer.Of(_book, validation, query.Modifiers, full);
    }

    private static AnswerOrError<TAnswer> AnswerOrError<TAnswer>(Func<TAnswer> ask)
        where TAnswer : class
    {
        try
        {
            return new(ask());
        }
        catch (CodeReferenceException error)
        {
            return new(error);
        }
    }

    private static Task<TAnswer> Answer<TAnswer>(Func<TAnswer> ask, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TAnswer>(cancellationToken);
        }

        try
        {
            return Task.FromResult(ask());
        }
        catch (CodeReferenceException error)
        {
            return Task.FromException<TAnswer>(error);
        }
    }
}
