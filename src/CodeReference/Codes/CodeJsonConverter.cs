using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodeReference;

/// <summary>Writes a code to JSON as its text, "LT", and no code as null. Reads it from any form that the code's type reads.</summary>
internal sealed class CodeJsonConverter<TCode> : JsonConverter<TCode>
    where TCode : struct, ICode<TCode>
{
    private const int MaxLength = 16;

    public override bool HandleNull => true;

    public override TCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : ReadText(ref reader);

    public override TCode ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(ref reader);

    public override void Write(Utf8JsonWriter writer, TCode value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        if (Format(value, text) is { IsEmpty: false } code)
        {
            writer.WriteStringValue(code);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TCode value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        writer.WritePropertyName(Format(value, text));
    }

    private static TCode ReadText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            throw new JsonException($"The value is a {reader.TokenType}; expected {CodeFormat.Of(TCode.System)}, as a string.");
        }

        var text = reader.GetString()!;
        return ICode<TCode>.TryRead(text, out var code) || text.Length == 0
            ? code
            : throw new JsonException($"\"{text}\" is malformed; expected {CodeFormat.Of(TCode.System)}.");
    }

    private static ReadOnlySpan<byte> Format(TCode code, Span<byte> text) =>
        code.TryFormat(text, out var length, default, null) ? text[..length] : throw new JsonException($"{code} is longer than {MaxLength} bytes.");
}
