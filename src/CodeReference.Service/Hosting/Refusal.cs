using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;

namespace CodeReference.Service.Hosting;

/// <summary>Answers a request that reaches no method with an error of the contract, on the wire that it came on.</summary>
internal static class Refusal
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

    /// <summary>Writes an error. Nothing of the answer may have been written before.</summary>
    /// <param name="httpStatus">The status over JSON; null for the one that belongs to the code.</param>
    public static Task WriteAsync(HttpContext context, RpcException error, HttpStatusCode? httpStatus = null) =>
        IsGrpc(context.Request) ? WriteGrpcAsync(context, error) : WriteJsonAsync(context, error, httpStatus ?? StatusOf(error.StatusCode));

    private static Task WriteGrpcAsync(HttpContext context, RpcException error)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = IsGrpcWebText(context.Request) ? GrpcWebText : IsGrpcWeb(context.Request) ? GrpcWeb : Grpc;
        response.Headers["grpc-status"] = ((int)error.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = PercentEncoded(error.Status.Detail);
        foreach (var entry in error.Trailers.Where(entry => entry.IsBinary))
        {
            response.Headers[entry.Key] = Convert.ToBase64String(entry.ValueBytes).TrimEnd('=');
        }

        return response.CompleteAsync();
    }

    private static Task WriteJsonAsync(HttpContext context, RpcException error, HttpStatusCode httpStatus)
    {
        var response = context.Response;
        response.StatusCode = (int)httpStatus;
        response.ContentType = "application/json";
        var body = JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(Json.Format(error.GetRpcStatus())));
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
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
