using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeReference.Conformance;

/// <summary>A question and what is expected of its answer, in the JSON of the contract.</summary>
/// <param name="File">The file that holds it, relative to the folder of cases, with forward slashes.</param>
/// <param name="Name">What it is about, unique in its file.</param>
/// <param name="Rpc">The method: "ValidateModifiers".</param>
/// <param name="Request">The request.</param>
/// <param name="Response">What the answer holds; members that it does not name may have any value.</param>
public sealed record Question(string File, string Name, string Rpc, JsonObject Request, JsonObject Response)
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads all cases of a folder, by file and in their order.</summary>
    /// <exception cref="InvalidDataException">A file holds something else than cases.</exception>
    public static IReadOnlyList<Question> ReadAll(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Read(folder, file)),
    ];

    /// <summary>Writes the cases of one file, a line each.</summary>
    public static void Write(string folder, string file, IEnumerable<Question> cases) => System.IO.File.WriteAllText(
        Path.Combine(folder, file),
        "[\n" + string.Join(",\n", cases.Select(each => "  " + each.ToJson().ToJsonString(Format))) + "\n]\n");

    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Name}";

    private static IEnumerable<Question> Read(string folder, string file)
    {
        JsonNode? cases;
        try
        {
            cases = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(folder, file)));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file} is no JSON: {exception.Message}", exception);
        }

        var place = 0;
        foreach (var each in cases as JsonArray ?? throw new InvalidDataException($"{file} holds no array of cases."))
        {
            place++;
            yield return each is JsonObject
                && each["name"] is JsonValue name && each["rpc"] is JsonValue rpc && each["request"] is JsonObject request && each["response"] is JsonObject response
                ? new(file, name.GetValue<string>(), rpc.GetValue<string>(), request, response)
                : throw new InvalidDataException($"Case {place} of {file} lacks one of name, rpc, request and response.");
        }
    }

    private JsonObject ToJson() => new() { ["name"] = Name, ["rpc"] = Rpc, ["request"] = Request.DeepClone(), ["response"] = Response.DeepClone() };
}
