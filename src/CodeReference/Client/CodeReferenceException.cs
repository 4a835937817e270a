using System.Globalization;

namespace CodeReference.Client;

/// <summary>A question that has no answer, and why. Each reason that a program may act on has a type of its own.</summary>
public class CodeReferenceException : Exception
{
    private static readonly Dictionary<string, string> None = [];

    private protected CodeReferenceException(ErrorDetails details)
        : base(details.Message, details.Inner)
    {
        Reason = details.Reason;
        Violations = details.Violations ?? [];
        Metadata = details.Metadata ?? None;
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

/// <summary>All that is known of an error.</summary>
/// <param name="Reason">Why, as the contract names it.</param>
/// <param name="Message">A sentence for a person.</param>
/// <param name="Violations">The fields that are wrong; null for none.</param>
/// <param name="Metadata">What else the contract says; null for nothing.</param>
/// <param name="RetryAfter">When to ask again; null when nobody says.</param>
/// <param name="Inner">What it was caught as; null when it was not.</param>
public sealed record ErrorDetails(
    string Reason,
    string Message,
    IReadOnlyList<FieldViolation>? Violations = null,
    IReadOnlyDictionary<string, string>? Metadata = null,
    TimeSpan? RetryAfter = null,
    Exception? Inner = null);

/// <summary>What is wrong with a field of a question.</summary>
/// <param name="Field">Its path in the messages of the contract: "diagnosis_codes[1]".</param>
/// <param name="Description">What was expected: a sentence for a person.</param>
public sealed record FieldViolation(string Field, string Description);
