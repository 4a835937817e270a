using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace CodeReference.Hosting.Tests;

public sealed class OpenApiTests(RunningService service)
{
    public static TheoryData<string> Methods => [.. Wire.CodeReferenceService.Descriptor.Methods.Where(method => method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not null).Select(method => method.Name)];

    [JsonFact]
    public async Task Document_Read_IsOpenApi31WithoutErrors()
    {
        var json = await service.Caller.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        Assert.StartsWith("3.1", JsonNode.Parse(json)!["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(OpenApiDocument.Parse(json, "json").Diagnostic!.Errors);
    }

    [JsonTheory]
    [MemberData(nameof(Methods))]
    public async Task Document_OfEveryMethod_HasItsPathParametersBodyAndComment(string name)
    {
        var method = Wire.CodeReferenceService.Descriptor.FindMethodByName(name);
        var http = method.GetOptions().GetExtension(AnnotationsExtensions.Http);
        var isGet = http.PatternCase == HttpRule.PatternOneofCase.Get;
        var path = Regex.Replace(isGet ? http.Get : http.Post, @"\{(\w+)\}", match => $"{{{method.InputType.FindFieldByName(match.Groups[1].Value).JsonName}}}");
        var operation = (await DocumentAsync())["paths"]![path]![isGet ? "get" : "post"]!;
        Assert.Equal(name, operation["operationId"]!.GetValue<string>());
        Assert.NotEmpty(operation["description"]!.GetValue<string>());
        Assert.Equal($"#/components/schemas/{method.OutputType.Name}", operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>());
        if (isGet)
        {
            var parameters = operation["parameters"]?.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>()) ?? [];
            Assert.Equal(method.InputType.Fields.InFieldNumberOrder().Select(field => field.JsonName), parameters);
        }
        else
        {
            Assert.Equal($"#/components/schemas/{method.InputType.Name}", operation["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>());
        }
    }

    [JsonFact]
    public async Task Document_EveryReference_IsToASchemaOfIt()
    {
        var json = await service.Caller.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.AsObject();
        var references = Regex.Matches(json, "#/components/schemas/(\\w+)").Select(match => match.Groups[1].Value).Distinct().ToArray();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(schemas.ContainsKey(reference), reference));
    }

    /// <summary>Every schema of a message of ours has the fields of the message, each with its comment.</summary>
    [JsonFact]
    public async Task Document_EverySchema_HasTheFieldsOfItsMessageAndTheirComments()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.AsObject();
        var messages = Wire.CodeReferenceService.Descriptor.Methods.SelectMany(method => new[] { method.InputType, method.OutputType }).Where(message => schemas.ContainsKey(message.Name)).ToArray();
        Assert.NotEmpty(messages);
        foreach (var message in messages)
        {
            var properties = schemas[message.Name]!["properties"]?.AsObject() ?? [];
            Assert.Equal(message.Fields.InFieldNumberOrder().Select(field => field.JsonName), properties.Select(property => property.Key));
            Assert.All(properties, property => Assert.NotNull(property.Value!["description"]));
        }
    }

    [JsonFact]
    public async Task Document_Enum_HasNamesAndTheirComments()
    {
        var view = (await DocumentAsync())["components"]!["schemas"]!["View"]!;
        Assert.Equal(Wire.LookupCodeRequest.Descriptor.FindFieldByName("view").EnumType.Values.Select(value => value.Name), view["enum"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.DoesNotMatch(@"- \w+: (\n|$)", view["description"]!.GetValue<string>());
    }

    /// <summary>The pages take nothing from elsewhere: what they name is here.</summary>
    [JsonFact]
    public async Task Pages_AllTheyName_IsServedHere()
    {
        var page = await service.Caller.Http.GetStringAsync("/docs/index.html", TestContext.Current.CancellationToken);
        var named = Regex.Matches(page, "(?:src|href)=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(named);
        foreach (var name in named)
        {
            Assert.DoesNotContain("//", name, StringComparison.Ordinal);
            using var answer = await service.Caller.Http.GetAsync(new Uri(new(service.Server.Json, "/docs/"), name), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await service.Caller.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
}
