using System.Text.Json.Nodes;
using CsCheck;
using Google.Protobuf.Reflection;

namespace CodeReference.Hosting.Tests;

/// <summary>Makes requests of any method, likely and unlikely ones, by its descriptor.</summary>
internal static class RequestGen
{
    private static readonly Gen<string> Known = Gen.OneOf(
        "14020", "14021", "99213", "00100", "0213T", "LT", "59", "50", "26", "XS", "s41.011a", "t148", "333600000X", "24", "Medicare", "forearm", "adjacent tissue transfer", "repair", "latest", "s41", "lac should", "flap");

    private static readonly Gen<string> Unknown = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 12],
        Gen.String[Gen.Char[' ', '~'], 0, 40],
        Gen.String[Gen.OneOf(Gen.Char['\0', '\uD7FF'], Gen.Char['\uE000', '\uFFFF']), 0, 60],
        Gen.String[Gen.Char.AlphaNumeric, 1000, 2000],
        Gen.OneOf("", " ", "\0", ".", "..", "/", "%2F", "%", "\u202E", "🦵", "e\u0301", "\r\n"));

    /// <summary>A text without lone surrogates.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf(Known, Unknown);

    /// <summary>The name of a method, and a request for it as JSON.</summary>
    public static Gen<(string Rpc, string Request)> Request { get; } =
        Gen.OneOf<(string, string)>([.. Wire.CodeReferenceService.Descriptor.Methods.Where(method => !method.IsClientStreaming).Select(method => Message(method.InputType).Select(request => (method.Name, request.ToJsonString())))]);

    private static Gen<JsonObject> Message(MessageDescriptor type) =>
        type.Fields.InFieldNumberOrder().Aggregate(
            Gen.Int.Select(_ => new JsonObject()),
            (message, field) => Gen.Select(message, Field(field), (all, value) =>
            {
                var copy = (JsonObject)all.DeepClone();
                copy[field.JsonName] = value;
                return copy;
            }));

    private static Gen<JsonNode?> Field(FieldDescriptor field) =>
        field.IsRepeated ? Values(field).Select(values => (JsonNode?)new JsonArray(values)) : Value(field);

    // Of many random enums one is always undefined: some lists have none such.
    private static Gen<JsonNode?[]> Values(FieldDescriptor field) => field.FieldType == FieldType.Enum
        ? Gen.OneOf(Value(field).Array[0, 24], Gen.Int[1, field.EnumType.Values.Count - 1].Select(number => (JsonNode?)number).Array[0, 4])
        : Value(field).Array[0, 24];

    private static Gen<JsonNode?> Value(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => Text.Select(text => (JsonNode?)text),
        FieldType.Enum => Gen.OneOf(Gen.Int[-1, 6], Gen.Int).Select(number => (JsonNode?)number),
        FieldType.Int32 => Gen.OneOf(Gen.Int[-1, 60], Gen.Int).Select(number => (JsonNode?)number),
        FieldType.Double => Gen.OneOf(Gen.Double[0, 50], Gen.Double, Gen.OneOf(double.NaN, double.PositiveInfinity, double.Epsilon, double.MaxValue, -0.0))
            .Select(number => double.IsFinite(number) ? (JsonNode?)number : number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        FieldType.Message => Message(field.MessageType).Select(message => (JsonNode?)message),
        _ => throw new NotSupportedException($"No values of {field.FieldType} yet."),
    };
}
