using System.Runtime.CompilerServices;

namespace CodeReference.Answers;

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
                var procedure = LocalQueries.Procedure(procedureCode);
                return _book.TryGetPublication(procedure, out var publication)
                    ? LocalAnswers.Publication(_book, publication, LocalQueries.IsFull(view))
                    : throw LocalQueries.CodeNotFound(procedure.ToString(), "the book has no publication of this procedure", _book.NearestPublications(procedure));
            },
            cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Advisory> ListDiagnosticsAsync(View view = View.Basic, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var full = LocalQueries.IsFull(view);
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
                var (asked, most) = LocalQueries.Search(text, systems ?? [], maxResults);
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
                LocalQueries.Selection(query);
                return LocalAnswers.Selection(_book, _book.SelectCode(query), LocalQueries.IsFull(view));
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
        var systems = LocalQueries.SystemsOf(query);
        var full = LocalQueries.IsFull(view);
        foreach (var system in systems)
        {
            if (_book.CodesOf(system).TryGet(query.Code, out var entry))
            {
                return LocalAnswers.Code(_book, entry, full);
            }
        }

        var nearest = systems.SelectMany(system => _book.CodesOf(system).Nearest(query.Code)).Take(3);
        throw LocalQueries.CodeNotFound(query.Code.Trim().ToUpperInvariant(), "the book does not know this code", nearest);
    }

    private ValidationAnswer Validate(ValidationQuery query, View view)
    {
        var procedure = LocalQueries.Procedure(query.ProcedureCode);
        LocalQueries.Limit("modifiers", ModifierRules.MaxModifiers, query.Modifiers.Count);
        LocalQueries.Limit("diagnosis_codes", ValidationQuery.MaxDiagnoses, query.DiagnosisCodes.Count);
        var full = LocalQueries.IsFull(view);
        Span<ModifierCode> modifiers = stackalloc ModifierCode[query.Modifiers.Count];
        for (var i = 0; i < modifiers.Length; i++)
        {
            modifiers[i] = ModifierCode.TryParse(query.Modifiers[i], out var modifier) ? modifier : default;
        }

        Span<DiagnosisCode> diagnoses = stackalloc DiagnosisCode[query.DiagnosisCodes.Count];
        LocalQueries.Diagnoses(query.DiagnosisCodes, diagnoses);
        var validation = _book.ValidateModifiers(new ClaimLine
        {
            Procedure = procedure,
            Modifiers = modifiers,
            Payer = _book.FindPayer(query.Payer),
            ClaimType = LocalQueries.ClaimType(query.ClaimType),
            PlaceOfService = LocalQueries.PlaceOfService(query.PlaceOfService),
            Taxonomy = LocalQueries.Taxonomy(query.TaxonomyCode),
            Diagnoses = diagnoses,
            ServiceDate = query.ServiceDate,
            Units = LocalQueries.Units(query.Units),
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
