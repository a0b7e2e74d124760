using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clinic.Transcription.Drafting.Models;

/// <summary>The strict schema of a model's answer: every property required, nothing else allowed, four levels deep.</summary>
public static class DraftSchema
{
    /// <summary>Its name towards providers.</summary>
    public const string Name = "clinical_report";

    /// <summary>As JSON text.</summary>
    public static string Json { get; } = Made().ToJsonString();

    /// <summary>As a parsed element.</summary>
    public static JsonElement Element { get; } = JsonDocument.Parse(Json).RootElement.Clone();

    private static JsonObject Made() => Object(
        ("statements", Array(Object(
            ("section", Words(DraftWords.All<ReportSection>())),
            ("text", Type("string")),
            ("polarity", Words(DraftWords.All<Polarity>())),
            ("evidence", Array(Object(("segment", Type("integer")), ("quote", Type("string")))))))),
        ("entities", Array(Object(
            ("kind", Words(DraftWords.All<EntityKind>())),
            ("text", Type("string")),
            ("term", Optional()),
            ("value", Optional()),
            ("second_value", Optional()),
            ("unit", Optional()),
            ("frequency", Optional()),
            ("period", Optional()),
            ("route", Optional()),
            ("polarity", Words(DraftWords.All<Polarity>())),
            ("segment", Type("integer")),
            ("quote", Type("string"))))));

    private static JsonObject Object(params ReadOnlySpan<(string Name, JsonObject Schema)> properties)
    {
        var (all, required) = (new JsonObject(), new JsonArray());
        foreach (var (name, schema) in properties)
        {
            all.Add(name, schema);
            required.Add(name);
        }

        return new() { ["type"] = "object", ["additionalProperties"] = false, ["required"] = required, ["properties"] = all };
    }

    private static JsonObject Array(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Type(string name) => new() { ["type"] = name };

    private static JsonObject Optional() => new() { ["type"] = new JsonArray("string", "null") };

    private static JsonObject Words(IReadOnlyList<string> words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) };
}
