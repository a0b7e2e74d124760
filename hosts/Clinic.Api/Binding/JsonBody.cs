using System.Text.Json;
using System.Text.RegularExpressions;
using Clinic.Abstractions;
using Clinic.Api.Problems;

namespace Clinic.Api.Binding;

/// <summary>Reads JSON into a request record; every fault is coded and names its field.</summary>
public static partial class JsonBody
{
    // A scanner sends FNC1 as this character; only fields that take scans may hold it.
    private const char GroupSeparator = '\u001d';

    private static readonly HashSet<string> ScanFields = new(StringComparer.Ordinal) { "scan", "text" };

    /// <summary>The request that the bytes say.</summary>
    /// <exception cref="ApiException">The bytes are no JSON object, or fields are missing, unknown or unreadable.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, JsonSerializerOptions options)
        where T : class
    {
        using var document = Parse(bytes);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new ApiException(400, ApiRules.BodyMissing, ("allowed", "a JSON object"));
        var failures = new List<RuleFailure>();
        Walk(document.RootElement, "", "", typeof(T).IsAssignableTo(typeof(ICarriesLines)), failures);
        if (failures.Count > 0) throw new ApiException(400, failures);
        try
        {
            return document.Deserialize<T>(options) ?? throw new ApiException(400, ApiRules.BodyMissing, ("allowed", "a JSON object"));
        }
        catch (JsonException e)
        {
            throw new ApiException(400, [.. Failures(e)]);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e) when (e.Message.Contains("Duplicate", StringComparison.Ordinal))
        {
            throw new ApiException(400, ApiRules.FieldUnknown, ("field", Quoted().Match(e.Message).Groups[1].Value));
        }
        catch (JsonException e)
        {
            throw new ApiException(400, ApiRules.BodyUnreadable, ("line", (e.LineNumber ?? 0) + 1), ("position", (e.BytePositionInLine ?? 0) + 1));
        }
    }

    // Missing elements and control characters are found here, so that no domain has to think of them.
    private static void Walk(JsonElement element, string path, string name, bool lines, List<RuleFailure> failures)
    {
        if (failures.Count >= 20) return;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    CheckText(property.Name, path + ".", "", false, failures);
                    Walk(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Name, lines, failures);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    var at = $"{path}[{index++}]";
                    if (item.ValueKind == JsonValueKind.Null) failures.Add(new(ApiRules.FieldMissing, ("field", at)));
                    else Walk(item, at, name, lines, failures);
                }

                break;
            case JsonValueKind.String:
                CheckText(Text(element), path, name, lines, failures);
                break;
        }
    }

    private static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return null;
        }
    }

    private static void CheckText(string? text, string path, string name, bool lines, List<RuleFailure> failures)
    {
        if (text is null)
        {
            failures.Add(new(ApiRules.TextForbidden, ("field", path), ("found", "broken Unicode")));
            return;
        }

        foreach (var c in text)
        {
            if (!char.IsControl(c) || (lines && c is '\n' or '\t') || (c == GroupSeparator && ScanFields.Contains(name))) continue;
            failures.Add(new(ApiRules.TextForbidden, ("field", path), ("found", $"U+{(int)c:X4}")));
            return;
        }
    }

    private static IEnumerable<RuleFailure> Failures(JsonException e)
    {
        var field = Field(e.Path);
        if (Missing().Match(e.Message) is { Success: true } missing)
            return Quoted().Matches(missing.Groups[1].Value).Select(m => new RuleFailure(ApiRules.FieldMissing, ("field", Join(field, m.Groups[1].Value))));
        if (Unmapped().Match(e.Message) is { Success: true } unmapped)
            return [new(ApiRules.FieldUnknown, ("field", Join(Parent(field, unmapped.Groups[1].Value), unmapped.Groups[1].Value)))];
        var type = Converted().Match(e.Message) is { Success: true } converted ? converted.Groups[1].Value
            : Custom().Match(e.Message) is { Success: true } custom ? custom.Groups[1].Value : "";
        return [new(ApiRules.FieldInvalid, ("field", field), ("allowed", Words.ForType(type)))];
    }

    private static string Field(string? path) => path is null ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');

    private static string Join(string parent, string name) => parent.Length == 0 ? name : $"{parent}.{name}";

    // A name that is no identifier stands in brackets in a path.
    private static string Parent(string field, string name) =>
        field == name ? ""
        : field.EndsWith($".{name}", StringComparison.Ordinal) ? field[..^(name.Length + 1)]
        : field.EndsWith($"['{name}']", StringComparison.Ordinal) ? field[..^(name.Length + 4)]
        : field;

    [GeneratedRegex("'([^']*)'", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Quoted();

    // Messages hold names out of the request, so they are known by how they begin and not by what occurs in them.
    [GeneratedRegex("^JSON deserialization for type '[^']*' was missing required properties including: (.*)", RegexOptions.Singleline, matchTimeoutMilliseconds: 200)]
    private static partial Regex Missing();

    [GeneratedRegex("^The JSON property '(.*)' could not be mapped", RegexOptions.Singleline, matchTimeoutMilliseconds: 200)]
    private static partial Regex Unmapped();

    [GeneratedRegex(@"could not be converted to (\S+?)\.? ?(?:Path|$)", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Converted();

    [GeneratedRegex(@"^(?:The text is no )?(\w+)(?: must be a text)?\.", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Custom();
}
