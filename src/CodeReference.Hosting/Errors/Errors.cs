using System.Globalization;
using CodeReference.Client;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace CodeReference.Hosting;

/// <summary>Every error that the service answers with: a google.rpc.Status whose ErrorInfo says why.</summary>
internal static class Errors
{
    private const string Domain = "codereference";

    /// <summary>What the library finds wrong with a request.</summary>
    public static RpcException Of(CodeReferenceException error) => StatusOf(error).ToRpcException();

    /// <summary>What an exception says in an answer; null when it is a fault of ours.</summary>
    public static Status? StatusOf(Exception exception) => exception switch
    {
        CodeReferenceException error => StatusOf(error),
        RpcException error => error.GetRpcStatus(),
        _ => null,
    };

    /// <summary>The service did not issue the page token.</summary>
    public static RpcException PageTokenInvalid() =>
        Of(Code.InvalidArgument, ErrorReasons.PageTokenInvalid, "page_token: not a token that this service has issued.", [], Violations([new("page_token", "Expected the next_page_token of an answer.")]));

    /// <summary>The request is not a message.</summary>
    public static RpcException MessageInvalid() =>
        Of(Code.InvalidArgument, ErrorReasons.MessageInvalid, "The request is not a well-formed message of its type.", []);

    /// <summary>The bytes of a request are more than one may have.</summary>
    public static RpcException MessageTooLarge(long limit) =>
        Of(Code.ResourceExhausted, ErrorReasons.MessageTooLarge, $"The request is over the limit of {Text(limit)} bytes.", [("limit", Text(limit))]);

    /// <summary>The body of a request comes too slowly, or not at all.</summary>
    public static RpcException RequestTooSlow() =>
        Of(Code.DeadlineExceeded, ErrorReasons.RequestTooSlow, "The request did not arrive in time.", []);

    /// <summary>No route of the contract matches.</summary>
    public static RpcException RouteUnknown() =>
        Of(Code.NotFound, ErrorReasons.RouteUnknown, "No route matches this method and path.", []);

    /// <summary>The caller is not known: it has no credentials, or none that are good now.</summary>
    public static RpcException CredentialsInvalid() =>
        Of(Code.Unauthenticated, ErrorReasons.CredentialsInvalid, "Expected a valid API key, bearer token or client certificate.", []);

    /// <summary>There is more to do than can be done in time.</summary>
    /// <param name="retryAfter">When to ask again.</param>
    public static RpcException Overloaded(TimeSpan retryAfter) =>
        Of(Code.ResourceExhausted, ErrorReasons.Overloaded, "More is asked than can be answered in time: ask again later.", [], new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryAfter) });

    private static RpcException Of(Code code, string reason, string message, (string Key, string Value)[] metadata, IMessage? detail = null) =>
        StatusOf(code, reason, message, metadata, detail).ToRpcException();

    private static Status StatusOf(CodeReferenceException error) => StatusOf(
        error switch
        {
            CodeNotFoundException => Code.NotFound,
            EditionMismatchException => Code.FailedPrecondition,
            _ => Code.InvalidArgument,
        },
        error.Reason,
        error.Message,
        error.Metadata.Select(entry => (entry.Key, entry.Value)),
        error.Violations.Count == 0 ? null : Violations(error.Violations));

    private static Status StatusOf(Code code, string reason, string message, IEnumerable<(string Key, string Value)> metadata, IMessage? detail)
    {
        var info = new ErrorInfo { Domain = Domain, Reason = reason };
        foreach (var (key, value) in metadata)
        {
            info.Metadata.Add(key, value);
        }

        var status = new Status { Code = (int)code, Message = message, Details = { Any.Pack(info) } };
        if (detail is not null)
        {
            status.Details.Add(Any.Pack(detail));
        }

        return status;
    }

    private static BadRequest Violations(IEnumerable<FieldViolation> violations) =>
        new() { FieldViolations = { violations.Select(violation => new BadRequest.Types.FieldViolation { Field = violation.Field, Description = violation.Description }) } };

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
