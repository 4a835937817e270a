using System.Globalization;
using CodeReference.Client;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace CodeReference.Hosting;

/// <summary>Every error of the service: a google.rpc.Status whose ErrorInfo holds the reason.</summary>
internal static class Errors
{
    private const string Domain = "codereference";

    /// <summary>An error that the library found in a request.</summary>
    public static RpcException Of(CodeReferenceException error) => StatusOf(error).ToRpcException();

    /// <summary>The status of an exception; null when the exception is a bug of the service.</summary>
    public static Status? StatusOf(Exception exception) => exception switch
    {
        CodeReferenceException error => StatusOf(error),
        RpcException error => error.GetRpcStatus(),
        _ => null,
    };

    /// <summary>The service did not issue the page token.</summary>
    public static RpcException PageTokenInvalid() =>
        Of(Code.InvalidArgument, ErrorReasons.PageTokenInvalid, "page_token: this service did not issue this token for this list.", [],
            Violations([new() { Field = "page_token", Description = "Expected the next_page_token of the previous response, or nothing for the first page." }]));

    /// <summary>The bytes of the request are not a message of its type.</summary>
    public static RpcException MessageInvalid() =>
        Of(Code.InvalidArgument, ErrorReasons.MessageInvalid, "The bytes of the request are not a valid message of its type.", []);

    /// <summary>The request has more bytes than the service accepts.</summary>
    public static RpcException MessageTooLarge(long limit) =>
        Of(Code.ResourceExhausted, ErrorReasons.MessageTooLarge, $"The request is over the limit of {Text(limit)} bytes.", [("limit", Text(limit))]);

    /// <summary>The body of the request arrives too slowly, or not at all.</summary>
    public static RpcException RequestTooSlow() =>
        Of(Code.DeadlineExceeded, ErrorReasons.RequestTooSlow, "The request did not arrive in time.", []);

    /// <summary>No route of the contract matches.</summary>
    public static RpcException RouteUnknown() =>
        Of(Code.NotFound, ErrorReasons.RouteUnknown, "No route matches this method and path.", []);

    /// <summary>The request has no credentials, or they are not valid now.</summary>
    public static RpcException CredentialsInvalid() =>
        Of(Code.Unauthenticated, ErrorReasons.CredentialsInvalid, "The request has no valid credentials; expected an API key, a bearer token or a client certificate.", []);

    /// <summary>The service has more to do than it can do in time.</summary>
    /// <param name="retryAfter">How long the caller should wait.</param>
    public static RpcException Overloaded(TimeSpan retryAfter) =>
        Of(Code.ResourceExhausted, ErrorReasons.Overloaded, "The service is overloaded; send the request again later.", [], new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryAfter) });

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
