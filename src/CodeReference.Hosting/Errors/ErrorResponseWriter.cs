using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CodeReference.Hosting;

/// <summary>Writes an error of the contract for a request that reaches no method, as gRPC, gRPC-Web or JSON.</summary>
internal sealed class ErrorResponseWriter
{
    /// <summary>The types that the details of an error may have.</summary>
    public static readonly TypeRegistry Details = TypeRegistry.FromFiles(Google.Rpc.ErrorDetailsReflection.Descriptor);

    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(false).WithTypeRegistry(Details));

    private const string Grpc = "application/grpc";
    private const string GrpcWeb = "application/grpc-web";
    private const string GrpcWebText = "application/grpc-web-text";

    /// <summary>Whether a request is one of gRPC or gRPC-Web.</summary>
    public static bool IsGrpc(HttpRequest request) =>
        IsOf(request, Grpc);

    /// <summary>Whether a request is one of gRPC-Web, in bytes or in base64.</summary>
    public static bool IsGrpcWeb(HttpRequest request) => IsOf(request, GrpcWeb);

    /// <summary>Whether a request is one of gRPC-Web in base64.</summary>
    public static bool IsGrpcWebText(HttpRequest request) => IsOf(request, GrpcWebText);

    private readonly ErrorStatus _error;
    private readonly string _status;
    private readonly string _message;
    private readonly (string Name, string Value)[] _details;
    private readonly byte[] _json;
    private readonly HttpStatusCode _httpStatus;

    /// <summary>Prepares the answer, so that it can be given many times.</summary>
    /// <param name="httpStatus">The status over JSON; null for the one that belongs to the code.</param>
    public ErrorResponseWriter(RpcException error, HttpStatusCode? httpStatus = null)
    {
        _error = new(error.StatusCode);
        _status = ((int)error.StatusCode).ToString(CultureInfo.InvariantCulture);
        _message = PercentEncoded(error.Status.Detail);
        _details = [.. error.Trailers.Where(entry => entry.IsBinary).Select(entry => (entry.Key, Convert.ToBase64String(entry.ValueBytes).TrimEnd('=')))];
        _json = Encoding.UTF8.GetBytes(JsonNode.Parse(Json.Format(error.GetRpcStatus()))!.ToJsonString());
        _httpStatus = httpStatus ?? StatusOf(error.StatusCode);
    }

    /// <summary>Answers with an error.</summary>
    public static Task WriteAsync(HttpContext context, RpcException error, HttpStatusCode? httpStatus = null) => new ErrorResponseWriter(error, httpStatus).WriteAsync(context);

    /// <summary>Answers with the error. Nothing of an answer may have been written before.</summary>
    public Task WriteAsync(HttpContext context) => IsGrpc(context.Request) ? WriteGrpcAsync(context) : WriteJsonAsync(context);

    private Task WriteGrpcAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = IsGrpcWebText(context.Request) ? GrpcWebText : IsGrpcWeb(context.Request) ? GrpcWeb : Grpc;
        response.Headers["grpc-status"] = _status;
        response.Headers["grpc-message"] = _message;
        foreach (var (name, value) in _details)
        {
            response.Headers[name] = value;
        }

        return response.CompleteAsync();
    }

    private Task WriteJsonAsync(HttpContext context)
    {
        context.Features.Set(_error);
        var response = context.Response;
        response.StatusCode = (int)_httpStatus;
        response.ContentType = "application/json";
        response.ContentLength = _json.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(_json).AsTask();
    }

    private static bool IsOf(HttpRequest request, string type) => request.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) is true;

    private static HttpStatusCode StatusOf(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition => HttpStatusCode.BadRequest,
        StatusCode.Unauthenticated => HttpStatusCode.Unauthorized,
        StatusCode.PermissionDenied => HttpStatusCode.Forbidden,
        StatusCode.NotFound => HttpStatusCode.NotFound,
        StatusCode.ResourceExhausted => HttpStatusCode.TooManyRequests,
        StatusCode.Unavailable => HttpStatusCode.ServiceUnavailable,
        StatusCode.DeadlineExceeded => HttpStatusCode.GatewayTimeout,
        _ => HttpStatusCode.InternalServerError,
    };

    /// <summary>The form that gRPC gives a message in a header: printable ASCII but "%" as it is, all else by the bytes of UTF-8.</summary>
    private static string PercentEncoded(string text) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(octet => octet is >= 0x20 and <= 0x7e and not (byte)'%' ? $"{(char)octet}" : $"%{octet:X2}"));
}

/// <summary>The status of gRPC that an error over JSON has, for what observes the call: HTTP has fewer.</summary>
internal sealed record ErrorStatus(StatusCode Code);
