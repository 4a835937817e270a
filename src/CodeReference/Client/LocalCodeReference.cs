using System.Runtime.CompilerServices;

namespace CodeReference.Client;

/// <summary>Asks a book in this process. Answers are there when the method returns; whoever needs them in nanoseconds and without memory asks the <see cref="ReferenceBook"/> itself.</summary>
/// <param name="book">The book.</param>
/// <remarks>Immutable and safe to use from any thread.</remarks>
public sealed class LocalCodeReference(ReferenceBook book) : ICodeReference
{
    private readonly ReferenceBook _book = book ?? throw new ArgumentNullException(nameof(book));

    /// <inheritdoc/>
    public Task<EditionAnswer> GetEditionAsync(CancellationToken cancellation = default) =>
        Answer(() => LocalAnswers.Edition(_book), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<PublicationSummary> ListPublicationsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var publication in _book.Publications)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new(publication.Procedure, publication.Title.ToString(), LocalAnswers.Citation(publication.Citation, full: false));
        }
    }

    /// <inheritdoc/>
    public Task<PublicationAnswer> GetPublicationAsync(string procedureCode, View view = View.Basic, CancellationToken cancellation = default) =>
        Answer(
            () =>
            {
                var procedure = Queries.Procedure(procedureCode);
                var full = Queries.IsFull(view);
                return LocalAnswers.Publication(_book, Queries.Publication(_book, procedure), full);
            },
            cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Advisory> ListDiagnosticsAsync(View view = View.Basic, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var full = Queries.IsFull(view);
        foreach (var diagnostic in _book.Diagnostics)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return LocalAnswers.Advisory(diagnostic, full);
        }
    }

    /// <inheritdoc/>
    public Task<CodeAnswer> LookupCodeAsync(CodeQuery query, View view = View.Basic, CancellationToken cancellation = default) =>
        Answer(() => Lookup(query, view), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AnswerOrError<CodeAnswer>>> LookupCodesAsync(IReadOnlyCollection<CodeQuery> queries, View view = View.Basic, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        return Answer<IReadOnlyList<AnswerOrError<CodeAnswer>>>(() => [.. queries.Select(query => AnswerOrError(() => Lookup(query, view)))], cancellation);
    }

    /// <inheritdoc/>
    public Task<SearchAnswer> SearchCodesAsync(string text, IReadOnlyCollection<CodeSystem>? systems = null, int maxResults = 0, CancellationToken cancellation = default) =>
        Answer(
            () =>
            {
                var (asked, most) = Queries.Search(text, systems ?? [], maxResults);
                return new SearchAnswer([.. _book.SearchCodes(text, asked, most).Select(LocalAnswers.Found)], _book.Edition.Id);
            },
            cancellation);

    /// <inheritdoc/>
    public Task<SelectionAnswer> SelectCodeAsync(SelectionQuery query, View view = View.Basic, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Answer(
            () =>
            {
                Queries.Selection(query);
                return LocalAnswers.Selection(_book, _book.SelectCode(query), Queries.IsFull(view));
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<ValidationAnswer> ValidateModifiersAsync(ValidationQuery line, View view = View.Basic, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Answer(() => Validate(line, view), cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AnswerOrError<ValidationAnswer>>> ValidateModifiersAsync(IReadOnlyCollection<ValidationQuery> lines, View view = View.Basic, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Answer<IReadOnlyList<AnswerOrError<ValidationAnswer>>>(() => [.. lines.Select(line => AnswerOrError(() => Validate(line, view)))], cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerOrError<ValidationAnswer>> ValidateModifiersAsync(
        IAsyncEnumerable<ValidationQuery> lines, View view = View.Basic, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        await foreach (var line in lines.WithCancellation(cancellation).ConfigureAwait(false))
        {
            yield return AnswerOrError(() => Validate(line, view));
        }
    }

    private CodeAnswer Lookup(CodeQuery query, View view)
    {
        var systems = Queries.SystemsOf(query);
        var full = Queries.IsFull(view);
        return LocalAnswers.Code(_book, Queries.Entry(_book, query.Code, systems), full);
    }

    private ValidationAnswer Validate(ValidationQuery query, View view)
    {
        var procedure = Queries.Procedure(query.ProcedureCode);
        Queries.Counts(query.Modifiers.Count, query.DiagnosisCodes.Count);
        var full = Queries.IsFull(view);
        Span<ModifierCode> modifiers = stackalloc ModifierCode[query.Modifiers.Count];
        Queries.Modifiers(query.Modifiers, modifiers);
        Span<DiagnosisCode> diagnoses = stackalloc DiagnosisCode[query.DiagnosisCodes.Count];
        Queries.Diagnoses(query.DiagnosisCodes, diagnoses);
        var validation = _book.ValidateModifiers(new ClaimLine
        {
            Procedure = procedure,
            Modifiers = modifiers,
            Payer = _book.FindPayer(query.Payer),
            ClaimType = Queries.ClaimType(query.ClaimType),
            PlaceOfService = Queries.PlaceOfService(query.PlaceOfService),
            Taxonomy = Queries.Taxonomy(query.TaxonomyCode),
            Diagnoses = diagnoses,
            ServiceDate = query.ServiceDate,
            Units = Queries.Units(query.Units),
        });
        return LocalAnswers.Validation(_book, validation, query.Modifiers, full);
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

    private static Task<TAnswer> Answer<TAnswer>(Func<TAnswer> ask, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<TAnswer>(cancellation);
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
