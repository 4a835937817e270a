using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Microsoft.OpenApi;

namespace CodeReference.Hosting.Documentation;

/// <summary>Schemas of messages and enums as the JSON mapping of proto3 writes them, each once, named as in the protos.</summary>
internal sealed class OpenApiSchemas(OpenApiDocument document, ContractComments comments)
{
    private readonly HashSet<string> _begun = [];

    /// <summary>What a field holds.</summary>
    public IOpenApiSchema Of(FieldDescriptor field)
    {
        var description = comments.Of(field);
        if (field.IsMap)
        {
            return new OpenApiSchema { Type = JsonSchemaType.Object, Description = description, AdditionalProperties = Item(field.MessageType.FindFieldByNumber(2), "") };
        }

        return field.IsRepeated
            ? new OpenApiSchema { Type = JsonSchemaType.Array, Description = description, Items = Item(field, "") }
            : Item(field, description);
    }

    /// <summary>A message, by reference.</summary>
    public IOpenApiSchema Of(MessageDescriptor message)
    {
        if (message.FullName == Any.Descriptor.FullName)
        {
            return new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema> { ["@type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The type of the message: \"type.googleapis.com/google.rpc.ErrorInfo\"." } },
            };
        }

        if (message.FullName == Duration.Descriptor.FullName || message.FullName == Timestamp.Descriptor.FullName)
        {
            return new OpenApiSchema { Type = JsonSchemaType.String };
        }

        if (_begun.Add(message.FullName))
        {
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = comments.Of(message), Properties = new Dictionary<string, IOpenApiSchema>() };
            document.Components!.Schemas![message.Name] = schema;
            foreach (var field in message.Fields.InFieldNumberOrder())
            {
                schema.Properties[field.JsonName] = Of(field);
            }
        }

        return new OpenApiSchemaReference(message.Name, document);
    }

    private OpenApiSchemaReference Of(EnumDescriptor values)
    {
        if (_begun.Add(values.FullName))
        {
            document.Components!.Schemas![values.Name] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = string.Join('\n', values.Values.Select(value => $"- {value.Name}: {comments.Of(value)}").Prepend(comments.Of(values) + "\n")),
                Enum = [.. values.Values.Select(value => (JsonNode)value.Name)],
            };
        }

        return new OpenApiSchemaReference(values.Name, document);
    }

    private IOpenApiSchema Item(FieldDescriptor field, string description) => field.FieldType switch
    {
        FieldType.Message => Described(Of(field.MessageType), description),
        FieldType.Enum => Described(Of(field.EnumType), description),
        FieldType.String => Plain(JsonSchemaType.String, null, description),
        FieldType.Bool => Plain(JsonSchemaType.Boolean, null, description),
        FieldType.Bytes => Plain(JsonSchemaType.String, "byte", description),
        FieldType.Double or FieldType.Float => Plain(JsonSchemaType.Number, "double", description),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => Plain(JsonSchemaType.Integer, "int32", description),
        FieldType.UInt32 or FieldType.Fixed32 => Plain(JsonSchemaType.Integer, "int64", description),
        // 64 bits are more than a number of JSON is sure to hold.
        _ => Plain(JsonSchemaType.String, "int64", description),
    };

    private static OpenApiSchema Plain(JsonSchemaType type, string? format, string description) => new() { Type = type, Format = format, Description = description.Length > 0 ? description : null };

    private static IOpenApiSchema Described(IOpenApiSchema schema, string description)
    {
        if (description.Length > 0 && schema is OpenApiSchemaReference reference)
        {
            reference.Description = description;
        }

        return schema;
    }
}
