using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeReference.Conformance;

/// <summary>Compares an answer with what is expected of it.</summary>
public static class Comparison
{
    /// <summary>
    /// Says where an answer is not as expected. An object may hold more than is expected of it, a list may not. What the
    /// JSON of the contract leaves out is empty: an absent list has no items, an absent text is "", an absent number 0.
    /// </summary>
    /// <returns>A line for each difference, with its path: "findings[0].rule: expected "LAT-01", found "LAT-02"".</returns>
    public static IReadOnlyList<string> Differences(JsonNode? expected, JsonNode? actual)
    {
        var differences = new List<string>();
        Compare("", expected, actual, differences);
        return differences;
    }

    private static void Compare(string path, JsonNode? expected, JsonNode? actual, List<string> differences)
    {
        switch (expected)
        {
            case JsonObject members when actual is null or JsonObject:
                foreach (var (name, value) in members)
                {
                    Compare(path.Length == 0 ? name : $"{path}.{name}", value, (actual as JsonObject)?[name], differences);
                }

                break;

            case JsonArray items when actual is null or JsonArray && items.Count == ((actual as JsonArray)?.Count ?? 0):
                for (var i = 0; i < items.Count; i++)
                {
                    Compare($"{path}[{i}]", items[i], actual![i], differences);
                }

                break;

            default:
                if (!JsonNode.DeepEquals(expected, actual) && !(actual is null && IsEmpty(expected)))
                {
                    differences.Add($"{path}: expected {Text(expected)}, found {Text(actual)}");
                }

                break;
        }
    }

    private static bool IsEmpty(JsonNode? expected) => expected is null || expected.GetValueKind() switch
    {
        JsonValueKind.String => expected.GetValue<string>().Length == 0,
        JsonValueKind.Number => expected.GetValue<double>() == 0,
        JsonValueKind.False => true,
        _ => false,
    };

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";
}
