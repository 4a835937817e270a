using System.Diagnostics.CodeAnalysis;

namespace CodeReference.Client;

/// <summary>
/// The questions that a book of reference answers, wherever it is: <see cref="LocalCodeReference"/> asks a book in this
/// process, the client package one behind a service. The same question has the same answer, and the same error.
/// </summary>
/// <remarks>
/// Safe to use from any thread. Codes are texts in any case, with or without space around them; answers have them in their
/// canonical form. All methods throw <see cref="CodeReferenceException"/> as the question's answer, and
/// <see cref="OperationCanceledException"/> when it is cancelled.
/// </remarks>
public interface ICodeReference
{
    /// <summary>Describes the edition that answers.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task<EditionAnswer> GetEditionAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the publications, in ascending order of procedure code.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="EditionMismatchException">Another edition answers than the one that began the list: begin again.</exception>
    IAsyncEnumerable<PublicationSummary> ListPublicationsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the publication of a procedure.</summary>
    /// <param name="procedureCode">Five characters, such as "14020".</param>
    /// <param name="view">How much of it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="FieldInvalidException">The code is misshapen.</exception>
    /// <exception cref="CodeNotFoundException">The procedure has no publication, which says nothing against it.</exception>
    Task<PublicationAnswer> GetPublicationAsync(string procedureCode, View view = View.Basic, CancellationToken cancellationToken = default);

    /// <summary>Lists what is wrong with the texts of the book, by file and place.</summary>
    /// <param name="view">How much of each.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="EditionMismatchException">Another edition answers than the one that began the list: begin again.</exception>
    IAsyncEnumerable<Advisory> ListDiagnosticsAsync(View view = View.Basic, CancellationToken cancellationToken = default);

    /// <summary>Looks up a code.</summary>
    /// <param name="query">The code, and its system when several systems share its format. A string converts to a query.</param>
    /// <param name="view">How much to say.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="FieldInvalidException">The code does not match the format of the system, or of any system.</exception>
    /// <exception cref="CodeNotFoundException">The book does not know the code.</exception>
    Task<CodeAnswer> LookupCodeAsync(CodeQuery query, View view = View.Basic, CancellationToken cancellationToken = default);

    /// <summary>Looks up many codes.</summary>
    /// <param name="queries">The codes, of any number.</param>
    /// <param name="view">How much to say.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>For each query its answer or its error, in the same order.</returns>
    Task<IReadOnlyList<AnswerOrError<CodeAnswer>>> LookupCodesAsync(IReadOnlyCollection<CodeQuery> queries, View view = View.Basic, CancellationToken cancellationToken = default);

    /// <summary>Finds codes by how they begin, and by words, the best first.</summary>
    /// <param name="text">The beginning of a code, or beginnings of words: "1402", "lac should". At most 256 characters.</param>
    /// <param name="systems">The systems to search; empty for all.</param>
    /// <param name="maxResults">The most results, from 1 to 100; 0 for 20.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="FieldInvalidException">The text is empty, or there is no such system.</exception>
    /// <exception cref="LimitExceededException">The text is too long, or too many results are wanted.</exception>
    Task<SearchAnswer> SearchCodesAsync(string text, IReadOnlyCollection<CodeSystem>? systems = null, int maxResults = 0, CancellationToken cancellationToken = default);

    /// <summary>Selects the procedures that fit what is known of one.</summary>
    /// <param name="query">What is known. A term that the book does not know is part of the answer.</param>
    /// <param name="view">How much to say.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="FieldInvalidException">Nothing is given, or a size is no positive number with a unit.</exception>
    /// <exception cref="LimitExceededException">There are too many wounds or candidates, or a size or the narrative is too long.</exception>
    Task<SelectionAnswer> SelectCodeAsync(SelectionQuery query, View view = View.Basic, CancellationToken cancellationToken = default);

    /// <summary>Validates the modifiers of a claim line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="view">How much to say.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="FieldInvalidException">A part of the line is misshapen. A modifier never is: that is its verdict.</exception>
    /// <exception cref="LimitExceededException">There are more than 20 modifiers or 24 diagnoses.</exception>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    Task<ValidationAnswer> ValidateModifiersAsync(ValidationQuery line, View view = View.Basic, CancellationToken cancellationToken = default);

    /// <summary>Validates the modifiers of many claim lines.</summary>
    /// <param name="lines">The lines, of any number.</param>
    /// <param name="view">How much to say.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>For each line its answer or its error, in the same order.</returns>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    Task<IReadOnlyList<AnswerOrError<ValidationAnswer>>> ValidateModifiersAsync(IReadOnlyCollection<ValidationQuery> lines, View view = View.Basic, CancellationToken cancellationToken = default);

    /// <summary>Validates the modifiers of claim lines as they come.</summary>
    /// <param name="lines">The lines. No more of them are read than can be held while answers are not.</param>
    /// <param name="view">How much to say.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>For each line its answer or its error, in the same order.</returns>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    IAsyncEnumerable<AnswerOrError<ValidationAnswer>> ValidateModifiersAsync(IAsyncEnumerable<ValidationQuery> lines, View view = View.Basic, CancellationToken cancellationToken = default);
}
