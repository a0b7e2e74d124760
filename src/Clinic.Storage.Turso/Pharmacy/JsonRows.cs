using System.Text.Json;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Rows of a child table that came with their parent as one JSON array of arrays, so that both are one snapshot.</summary>
/// <remarks>The first element of each row is its position, because JSON aggregates promise no order.</remarks>
internal static class JsonRows
{
    public static IReadOnlyList<T> Read<T>(string json, Func<JsonElement, T> map)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().OrderBy(r => r[0].GetInt32()).Select(map)];
    }

    public static string Text(this JsonElement row, int column) => row[column].GetString()!;

    public static string? TextOrNull(this JsonElement row, int column) => row[column].GetString();

    public static long Long(this JsonElement row, int column) => row[column].GetInt64();
}
