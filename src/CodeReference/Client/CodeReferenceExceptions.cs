namespace CodeReference.Client;

/// <summary>The code has the right shape, and the book does not hold it (CODE_NOT_FOUND).</summary>
public sealed class CodeNotFoundException : CodeReferenceException
{
    internal CodeNotFoundException(ErrorDetails details)
        : base(details)
    {
    }

    /// <summary>The codes of the book that are most like it, the nearest first; empty when none is.</summary>
    public IReadOnlyList<string> Nearest => Text("nearest").Split(',', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A field is empty and required, or not of the shape or range that is expected (FIELD_INVALID). <see cref="CodeReferenceException.Violations"/> says which.</summary>
public sealed class FieldInvalidException : CodeReferenceException
{
    internal FieldInvalidException(ErrorDetails details)
        : base(details)
    {
    }
}

/// <summary>A documented limit is passed (LIMIT_EXCEEDED, MESSAGE_TOO_LARGE). Nothing was cut short.</summary>
public sealed class LimitExceededException : CodeReferenceException
{
    internal LimitExceededException(ErrorDetails details)
        : base(details)
    {
    }

    /// <summary>The limit; 0 when it is not said.</summary>
    public double Limit => Number("limit");

    /// <summary>What was asked for; 0 when it is not said.</summary>
    public double Actual => Number("actual");
}

/// <summary>The question is bound to another edition than the one that answers (EDITION_MISMATCH).</summary>
public sealed class EditionMismatchException : CodeReferenceException
{
    internal EditionMismatchException(ErrorDetails details)
        : base(details)
    {
    }

    /// <summary>The id of the edition that answers.</summary>
    public string Have => Text("have");

    /// <summary>The id that the question is bound to.</summary>
    public string Want => Text("want");
}

/// <summary>The service asks who calls, and the key, token or certificate is missing or not good now (CREDENTIALS_INVALID).</summary>
public sealed class CredentialsInvalidException : CodeReferenceException
{
    internal CredentialsInvalidException(ErrorDetails details)
        : base(details)
    {
    }
}

/// <summary>More is asked of the service than it can answer in time, and nothing was done (OVERLOADED).</summary>
public sealed class OverloadedException : CodeReferenceException
{
    internal OverloadedException(ErrorDetails details)
        : base(details) => RetryAfter = details.RetryAfter;

    /// <summary>When to ask again; null when the service does not say.</summary>
    public TimeSpan? RetryAfter { get; }
}

/// <summary>The service cannot be reached, shows or wants another certificate, or is about to stop, and went on being so for as many attempts as were made (UNAVAILABLE).</summary>
public sealed class ServiceUnavailableException : CodeReferenceException
{
    internal ServiceUnavailableException(ErrorDetails details)
        : base(details)
    {
    }
}

/// <summary>There was no answer in the time that the client allows (DEADLINE_EXCEEDED).</summary>
public sealed class DeadlineExceededException : CodeReferenceException
{
    internal DeadlineExceededException(ErrorDetails details)
        : base(details)
    {
    }
}
