using System.Text;
using System.Text.RegularExpressions;
using CodeReference.V1;
using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace CodeReference.Hosting.Documentation;

/// <summary>The contract over JSON as an OpenAPI 3.1 document, from the descriptors, annotations and comments of the protos.</summary>
internal static partial class OpenApi
{
    private const string Json = "application/json";

    /// <summary>Writes the document.</summary>
    /// <returns>JSON in UTF-8.</returns>
    public static async Task<byte[]> WriteAsync()
    {
        var comments = ContractComments.Read();
        var document = new OpenApiDocument
        {
            Info = new() { Title = "CodeReference", Version = "v1", Description = "Answers questions about medical codes from one compiled edition of a reference book. The protos are the reference; this is what they say over JSON." },
            Paths = [],
            Components = new() { Schemas = new Dictionary<string, IOpenApiSchema>(), SecuritySchemes = Security() },
        };
        var schemas = new OpenApiSchemas(document, comments);
        var error = schemas.Of(Google.Rpc.Status.Descriptor);
        foreach (var method in CodeReferenceService.Descriptor.Methods)
        {
            if (method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is { } http && (http.Get.Length > 0 || http.Post.Length > 0))
            {
                Add(document, schemas, comments, error, method, http);
            }
        }

        return Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
    }

    private static void Add(OpenApiDocument document, OpenApiSchemas schemas, ContractComments comments, IOpenApiSchema error, MethodDescriptor method, HttpRule http)
    {
        var isGet = http.Get.Length > 0;
        var template = isGet ? http.Get : http.Post;
        var inPath = Variable().Matches(template).Select(match => match.Groups[1].Value).ToHashSet();
        var description = comments.Of(method);
        var operation = new OpenApiOperation
        {
            OperationId = method.Name,
            Summary = description.Split('\n')[0].TrimEnd('.'),
            Description = description,
            Parameters = [],
            Responses = new()
            {
                ["200"] = Response("The answer.", schemas.Of(method.OutputType)),
                ["default"] = Response("An error: its ErrorInfo says which.", error),
            },
        };
        foreach (var field in method.InputType.Fields.InFieldNumberOrder().Where(field => isGet || inPath.Contains(field.Name)))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = field.JsonName,
                In = inPath.Contains(field.Name) ? ParameterLocation.Path : ParameterLocation.Query,
                Required = inPath.Contains(field.Name),
                Description = comments.Of(field),
                Schema = schemas.Of(field),
            });
        }

        if (http.Body == "*")
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(schemas.Of(method.InputType)) };
        }

        var path = Variable().Replace(template, match => $"{{{method.InputType.FindFieldByName(match.Groups[1].Value).JsonName}}}");
        document.Paths.Add(path, new OpenApiPathItem { Operations = new() { [isGet ? HttpMethod.Get : HttpMethod.Post] = operation } });
    }

    private static OpenApiResponse Response(string description, IOpenApiSchema schema) => new() { Description = description, Content = Content(schema) };

    private static Dictionary<string, IOpenApiMediaType> Content(IOpenApiSchema schema) => new() { [Json] = new OpenApiMediaType { Schema = schema } };

    private static Dictionary<string, IOpenApiSecurityScheme> Security() => new()
    {
        ["apiKey"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "x-api-key" },
        ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Variable();
}
