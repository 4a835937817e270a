using System.Diagnostics.CodeAnalysis;

namespace CodeReference.Client;

/// <summary>What became of one question among many: one that fails spoils no other.</summary>
/// <typeparam name="TAnswer">The answer to such a question.</typeparam>
/// <remarks>Immutable. <c>default</c> holds neither: <see cref="GetAnswer"/> throws an <see cref="InvalidOperationException"/>.</remarks>
public readonly struct AnswerOrError<TAnswer>
    where TAnswer : class
{
    /// <summary>The answer to a question.</summary>
    public AnswerOrError(TAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Answer = answer;
    }

    /// <summary>The error of a question.</summary>
    public AnswerOrError(CodeReferenceException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>The answer; null when there is an error.</summary>
    public TAnswer? Answer { get; }

    /// <summary>What the question alone would have thrown; null when there is an answer.</summary>
    public CodeReferenceException? Error { get; }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    public bool IsAnswered => Answer is not null;

    /// <summary>The answer.</summary>
    /// <exception cref="CodeReferenceException">There is an error.</exception>
    public TAnswer GetAnswer() => Answer ?? throw (Error as Exception ?? new InvalidOperationException("There is neither an answer nor an error."));
}
