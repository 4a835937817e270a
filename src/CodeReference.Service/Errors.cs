using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CodeReference.Service;

/// <summary>Every error that the service answers with: a google.rpc.Status whose ErrorInfo says why.</summary>
internal static class Errors
{
    private const string Domain = "codereference";

    /// <summary>A field is empty, misshapen or out of range.</summary>
    public static RpcException FieldInvalid(string field, string message) =>
        Of(Code.InvalidArgument, "FIELD_INVALID", $"{field}: {message}", [], Violation(field, message));

    /// <summary>A documented limit is passed.</summary>
    public static RpcException LimitExceeded(string field, double limit, double actual) =>
        Of(
            Code.InvalidArgument,
            "LIMIT_EXCEEDED",
            $"{field}: {Text(actual)} is over the limit of {Text(limit)}.",
            [("limit", Text(limit)), ("actual", Text(actual))],
            Violation(field, $"At most {Text(limit)}."));

    /// <summary>A page token is none of ours.</summary>
    public static RpcException PageTokenInvalid() =>
        Of(Code.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token: not a token that this service has issued.", [], Violation("page_token", "Expected the next_page_token of an answer."));

    /// <summary>The request is not a message.</summary>
    public static RpcException MessageInvalid() =>
        Of(Code.InvalidArgument, "MESSAGE_INVALID", "The request is not a well-formed message of its type.", []);

    /// <summary>The request is bound to another edition than the one served.</summary>
    public static RpcException EditionMismatch(string have, string want) =>
        Of(Code.FailedPrecondition, "EDITION_MISMATCH", $"Edition {have} is served; the request is bound to another.", [("have", have), ("want", want)]);

    /// <summary>The book does not hold a code.</summary>
    public static RpcException CodeNotFound(string code, string what, IEnumerable<string> nearest)
    {
        var codes = string.Join(",", nearest);
        return Of(Code.NotFound, "CODE_NOT_FOUND", $"{code}: {what}.", codes.Length == 0 ? [] : [("nearest", codes)]);
    }

    /// <summary>The bytes of a request are more than one may have.</summary>
    public static RpcException MessageTooLarge(long limit) =>
        Of(Code.ResourceExhausted, "MESSAGE_TOO_LARGE", $"The request is over the limit of {Text(limit)} bytes.", [("limit", Text(limit))]);

    /// <summary>The body of a request comes too slowly, or not at all.</summary>
    public static RpcException RequestTooSlow() =>
        Of(Code.DeadlineExceeded, "REQUEST_TOO_SLOW", "The request did not arrive in time.", []);

    /// <summary>The address is no question of the contract.</summary>
    public static RpcException RouteUnknown() =>
        Of(Code.NotFound, "ROUTE_UNKNOWN", "No question has this method and path.", []);

    /// <summary>The caller is not known: it has no credentials, or none that are good now.</summary>
    public static RpcException CredentialsInvalid() =>
        Of(Code.Unauthenticated, "CREDENTIALS_INVALID", "Expected a valid API key, bearer token or client certificate.", []);

    /// <summary>There is more to do than can be done in time.</summary>
    /// <param name="retryAfter">When to ask again.</param>
    public static RpcException Overloaded(TimeSpan retryAfter) =>
        Of(Code.ResourceExhausted, "OVERLOADED", "More is asked than can be answered in time: ask again later.", [], new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryAfter) });

    private static RpcException Of(Code code, string reason, string message, (string Key, string Value)[] metadata, IMessage? detail = null)
    {
        var info = new ErrorInfo { Domain = Domain, Reason = reason };
        foreach (var (key, value) in metadata)
        {
            info.Metadata.Add(key, value);
        }

        var status = new Google.Rpc.Status { Code = (int)code, Message = message, Details = { Any.Pack(info) } };
        if (detail is not null)
        {
            status.Details.Add(Any.Pack(detail));
        }

        return status.ToRpcException();
    }

    private static BadRequest Violation(string field, string description) =>
        new() { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = description } } };

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
