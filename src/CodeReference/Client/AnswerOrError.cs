using System.Diagnostics.CodeAnalysis;

namespace CodeReference.Client;

/// <summary>The result of one request of a batch. A request that fails does not affect the others.</summary>
/// <typeparam name="TAnswer">The answer to such a question.</typeparam>
/// <remarks>Immutable. <c>default</c> holds an error that says so.</remarks>
public readonly struct AnswerOrError<TAnswer>
    where TAnswer : class
{
    private readonly CodeReferenceException? _error;

    /// <summary>Holds an answer.</summary>
    public AnswerOrError(TAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Answer = answer;
    }

    /// <summary>Holds an error.</summary>
    public AnswerOrError(CodeReferenceException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        _error = error;
    }

    /// <summary>The answer; null when there is an error.</summary>
    public TAnswer? Answer { get; }

    /// <summary>The exception that the request alone would have thrown; null when there is an answer.</summary>
    public CodeReferenceException? Error => IsAnswered ? null : _error ?? CodeReferenceException.Of(new()
    {
        Reason = TransportErrorReasons.AnswerInvalid,
        Message = "There is no answer: this value was never set.",
    });

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsAnswered => Answer is not null;

    /// <summary>The answer.</summary>
    /// <exception cref="CodeReferenceException">There is an error.</exception>
    public TAnswer GetAnswer() => IsAnswered ? Answer : throw Error;
}
