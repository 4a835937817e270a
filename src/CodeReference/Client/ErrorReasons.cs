namespace CodeReference.Client;

/// <summary>The reasons that the contract gives errors: values of <see cref="CodeReferenceException.Reason"/>.</summary>
/// <remarks>The comment of the service in the protos says when each is given.</remarks>
public static class ErrorReasons
{
    /// <summary>A required field is empty, or a value has another format or range than expected.</summary>
    public const string FieldInvalid = "FIELD_INVALID";

    /// <summary>A documented limit is passed.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The bytes of a request are not a message of its type.</summary>
    public const string MessageInvalid = "MESSAGE_INVALID";

    /// <summary>A request has more bytes than the service accepts.</summary>
    public const string MessageTooLarge = "MESSAGE_TOO_LARGE";

    /// <summary>The body of an HTTP request does not arrive in time.</summary>
    public const string RequestTooSlow = "REQUEST_TOO_SLOW";

    /// <summary>The service requires credentials, and they are missing or not valid now.</summary>
    public const string CredentialsInvalid = "CREDENTIALS_INVALID";

    /// <summary>The service has more to do than it can do in time.</summary>
    public const string Overloaded = "OVERLOADED";

    /// <summary>No route matches a method and a path.</summary>
    public const string RouteUnknown = "ROUTE_UNKNOWN";

    /// <summary>The service did not issue the page token for this list.</summary>
    public const string PageTokenInvalid = "PAGE_TOKEN_INVALID";

    /// <summary>The request is bound to another edition than the one that answers.</summary>
    public const string EditionMismatch = "EDITION_MISMATCH";

    /// <summary>The book does not hold a well-formed code.</summary>
    public const string CodeNotFound = "CODE_NOT_FOUND";
}

/// <summary>The reasons of errors that happen on the way to a service; all but the last are names of gRPC statuses.</summary>
public static class TransportErrorReasons
{
    /// <summary>The service cannot be reached.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>The service did not answer before the deadline.</summary>
    public const string DeadlineExceeded = "DEADLINE_EXCEEDED";

    /// <summary>Something between client and service has too much to do, or an answer is larger than the client accepts.</summary>
    public const string ResourceExhausted = "RESOURCE_EXHAUSTED";

    /// <summary>The caller is known and may not ask.</summary>
    public const string PermissionDenied = "PERMISSION_DENIED";

    /// <summary>The answer of the service is not a message of its type.</summary>
    public const string AnswerInvalid = "ANSWER_INVALID";
}
