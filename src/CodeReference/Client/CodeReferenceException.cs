using System.Globalization;

namespace CodeReference.Client;

/// <summary>A question that has no answer, and why. Each reason that a program may act on has a type of its own.</summary>
public class CodeReferenceException : Exception
{
    private protected CodeReferenceException(ErrorDetails details)
        : base(details.Message, details.Inner)
    {
        Reason = details.Reason;
        Violations = details.Violations;
        Metadata = details.Metadata;
    }

    /// <summary>Why: one of <see cref="ErrorReasons"/>; for what went wrong on the way to a service one of <see cref="TransportErrorReasons"/>, or the name of another gRPC status.</summary>
    public string Reason { get; }

    /// <summary>The fields of the question that are wrong, by their paths; empty when the error is about none.</summary>
    public IReadOnlyList<FieldViolation> Violations { get; }

    /// <summary>What else the contract says of such an error: of CODE_NOT_FOUND "nearest".</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Makes the exception of a reason.</summary>
    public static CodeReferenceException Of(ErrorDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return details.Reason switch
        {
            ErrorReasons.CodeNotFound => new CodeNotFoundException(details),
            ErrorReasons.FieldInvalid => new FieldInvalidException(details),
            ErrorReasons.LimitExceeded or ErrorReasons.MessageTooLarge => new LimitExceededException(details),
            ErrorReasons.EditionMismatch => new EditionMismatchException(details),
            ErrorReasons.CredentialsInvalid => new CredentialsInvalidException(details),
            ErrorReasons.Overloaded => new OverloadedException(details),
            TransportErrorReasons.Unavailable => new ServiceUnavailableException(details),
            TransportErrorReasons.DeadlineExceeded => new DeadlineExceededException(details),
            _ => new CodeReferenceException(details),
        };
    }

    /// <summary>A text of the metadata; empty when it has none of that name.</summary>
    private protected string Text(string name) => Metadata.GetValueOrDefault(name, "");

    /// <summary>A number of the metadata; 0 when it has none of that name.</summary>
    private protected double Number(string name) => double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>What a <see cref="CodeReferenceException"/> is made of.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ErrorDetails
{
    /// <summary>The reason, as the contract names it.</summary>
    public required string Reason { get; init; }

    /// <summary>A sentence for a person.</summary>
    public required string Message { get; init; }

    /// <summary>The fields that are wrong.</summary>
    public IReadOnlyList<FieldViolation> Violations { get; init; } = [];

    /// <summary>The values that the contract names for this reason.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>How long to wait before the next attempt; null when it is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The exception that caused the error; null when there was none.</summary>
    public Exception? Inner { get; init; }
}

/// <summary>What is wrong with a field of a request.</summary>
/// <remarks>Immutable.</remarks>
public sealed record FieldViolation
{
    /// <summary>The field's path in the messages of the contract: "diagnosis_codes[1]".</summary>
    public required string Field { get; init; }

    /// <summary>What was expected: a sentence for a person.</summary>
    public required string Description { get; init; }
}
