using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeReference.Conformance;

/// <summary>An implementation of the contract that is asked over JSON, by its address.</summary>
public sealed class HttpTarget(Uri address) : IDisposable
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["BatchLookupCodes"] = "/v1/codes:batchLookup",
        ["SelectCode"] = "/v1/codes:select",
        ["ValidateModifiers"] = "/v1/modifiers:validate",
        ["BatchValidateModifiers"] = "/v1/modifiers:batchValidate",
    }.ToFrozenDictionary();

    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Asks a question.</summary>
    /// <returns>The answer, or the status of the error.</returns>
    /// <exception cref="HttpRequestException">Nobody answers, or not in JSON.</exception>
    public async Task<JsonNode?> AskAsync(Question question)
    {
        if (!Paths.TryGetValue(question.Rpc, out var path))
        {
            throw new InvalidDataException($"{question} asks {question.Rpc}; expected one of {string.Join(", ", Paths.Keys.Order(StringComparer.Ordinal))}.");
        }

        using var body = new StringContent(question.Request.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), body);
        try
        {
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        }
        catch (JsonException exception)
        {
            throw new HttpRequestException($"{path} has answered {(int)answer.StatusCode} without JSON.", exception, answer.StatusCode);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
