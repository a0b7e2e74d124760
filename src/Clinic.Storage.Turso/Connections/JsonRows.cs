using System.Text.Json;
using Clinic.Abstractions;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Storage.Turso;

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

    public static long? LongOrNull(this JsonElement row, int column) => row[column].ValueKind == JsonValueKind.Null ? null : row.Long(column);

    public static int Int(this JsonElement row, int column) => row[column].GetInt32();

    public static bool Bool(this JsonElement row, int column) => row.Long(column) != 0;

    public static Guid Uuid(this JsonElement row, int column) => row[column].GetGuid();

    public static TId Id<TId>(this JsonElement row, int column)
        where TId : struct, IClinicId<TId> => TId.From(row.Uuid(column));

    public static TId? IdOrNull<TId>(this JsonElement row, int column)
        where TId : struct, IClinicId<TId> => row[column].ValueKind == JsonValueKind.Null ? null : row.Id<TId>(column);

    public static Instant Instant(this JsonElement row, int column) => InstantExtensions.FromUnixTimeMicroseconds(row.Long(column));

    public static Instant? InstantOrNull(this JsonElement row, int column) => row[column].ValueKind == JsonValueKind.Null ? null : row.Instant(column);

    public static LocalDate? DateOrNull(this JsonElement row, int column) => row.TextOrNull(column) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;

    public static TEnum Enum<TEnum>(this JsonElement row, int column)
        where TEnum : struct, Enum => EnumText<TEnum>.Read(row.Text(column));
}
