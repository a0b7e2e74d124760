using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>Values that nobody expects, put into every place of a body.</summary>
internal static class NastyValues
{
    private static readonly string[] All =
    [
        "null", "true", "-1", "0", "1e308", "99999999999999999999", "79228162514264337593543950335", "-79228162514264337593543950335", "0.0000000000000000000000000001",
        "1e-400", "[]", "{}", "[[]]", "\"\"", "\" \"", "\"\\u0000\"", "\"\\u202e\"", "\"\\ud83d\\ude00\"", "\"00000000-0000-0000-0000-000000000000\"",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"-9998-01-01T00:00:00Z\"", "\"9999-12-31\"", "\"0001-01\"", "\"2596523:23:59:59\"", "\"'; DROP TABLE lots; --\"",
        "\"<script>alert(1)</script>\"", "\"{0}\"", "\"{facts}\"", "\"İ\"",
    ];

    /// <summary>Each of them as raw JSON.</summary>
    public static IReadOnlyList<string> Values => All;

    /// <summary>One body per leaf and nasty value, and one without the leaf.</summary>
    public static IEnumerable<string> In(object like)
    {
        var body = JsonNode.Parse(JsonSerializer.Serialize(like))!;
        foreach (var path in Leaves(body, []))
        {
            yield return Changed(body, path, null);
            foreach (var value in All) yield return Changed(body, path, value);
        }
    }

    private static IEnumerable<object[]> Leaves(JsonNode? node, object[] path) => node switch
    {
        JsonObject o => o.SelectMany(p => Leaves(p.Value, [.. path, p.Key])).Concat(path.Length == 0 ? [] : [path]),
        JsonArray a => a.SelectMany((item, i) => Leaves(item, [.. path, i])).Append(path),
        _ => [path],
    };

    private static string Changed(JsonNode body, object[] path, string? raw)
    {
        var text = new StringBuilder();
        Write(text, body, path, 0, raw);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, object[] path, int depth, string? raw)
    {
        if (depth == path.Length)
        {
            text.Append(raw);
            return;
        }

        var isObject = node is JsonObject;
        text.Append(isObject ? '{' : '[');
        var children = isObject ? node!.AsObject().Select(p => ((object)p.Key, p.Value)) : node!.AsArray().Select((v, i) => ((object)i, v));
        var first = true;
        foreach (var (key, value) in children)
        {
            var isTarget = key.Equals(path[depth]);
            if (isTarget && depth == path.Length - 1 && raw is null) continue;
            if (!first) text.Append(',');
            first = false;
            if (isObject) text.Append(JsonSerializer.Serialize(key)).Append(':');
            if (isTarget) Write(text, value, path, depth + 1, raw);
            else text.Append(value?.ToJsonString() ?? "null");
        }

        text.Append(isObject ? '}' : ']');
    }
}
