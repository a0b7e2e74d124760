using System.Text.Json;
using System.Text.Json.Nodes;
using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Compares the prices of two versions value by value, so that an auditor sees what changed.</summary>
internal static class TermsComparison
{
    public static IReadOnlyList<TermsDifference> Of(TariffTerms? before, TariffTerms after)
    {
        var (old, now) = (Leaves(before), Leaves(after));
        return
        [
            .. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
                .Select(path => new TermsDifference(path, old.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Where(d => d.Before != d.After),
        ];
    }

    private static Dictionary<string, string?> Leaves(TariffTerms? terms)
    {
        var leaves = new Dictionary<string, string?>(StringComparer.Ordinal);
        Gather(JsonSerializer.SerializeToNode(terms, ClinicJson.Options), "", leaves);
        return leaves;
    }

    private static void Gather(JsonNode? node, string path, Dictionary<string, string?> leaves)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields) Gather(value, path.Length == 0 ? name : $"{path}.{name}", leaves);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++) Gather(items[i], $"{path}[{NameOf(items[i]) ?? (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}]", leaves);
                break;
            default:
                leaves[path] = node is JsonValue leaf && leaf.TryGetValue(out decimal number) ? number.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture) : node?.ToString();
                break;
        }
    }

    // What has a code keeps its name when others move before it.
    private static string? NameOf(JsonNode? item) => item is JsonObject fields && fields.TryGetPropertyValue("code", out var code) ? code?.ToString() : null;
}
