using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Grpc.Core;
using Microsoft.Net.Http.Headers;

namespace CodeReference.Hosting;

/// <summary>
/// Reads the body of a JSON request to its end and refuses what is no single JSON text in UTF-8, and what has a name
/// twice in an object: readers differ in which of the two they take. What is left to the reader of messages is whether
/// names and values are those of the message.
/// </summary>
internal static class JsonBodyValidator
{
    /// <summary>Waits for the whole body, which stays where it was for the next reader.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    /// <exception cref="BadHttpRequestException">The body is too long, arrives too slowly or breaks the rules of HTTP.</exception>
    public static async ValueTask<RpcException?> CheckAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return Errors.MessageInvalid();
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                var isSound = IsSound(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
                request.BodyReader.AdvanceTo(read.Buffer.Start);
                return isSound ? null : Errors.MessageInvalid();
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Whether bytes are one JSON text without a name given twice.</summary>
    internal static bool IsSound(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return false;
        }

        var names = new Stack<HashSet<string>>();
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    names.Push(new(StringComparer.OrdinalIgnoreCase));
                }
                else if (reader.TokenType == JsonTokenType.EndObject)
                {
                    names.Pop();
                }
                else if (reader.TokenType == JsonTokenType.PropertyName && !names.Peek().Add(NameOf(ref reader)))
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a name escapes half of a surrogate pair.
            return false;
        }
    }

    /// <summary>A field has two names, procedureCode and procedure_code: they are one.</summary>
    private static string NameOf(ref Utf8JsonReader reader) => reader.GetString()!.Replace("_", "", StringComparison.Ordinal);
}
