using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>Detail that no statement asks for: the shared JSON without what is null or computed.</summary>
internal static class DetailJson
{
    private static readonly JsonSerializerOptions Options = new(ClinicJson.Options)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Of<T>(T detail)
        where T : class => JsonSerializer.Serialize(detail, Options);

    public static string? OfNullable<T>(T? detail)
        where T : class => detail is null ? null : Of(detail);

    public static T Read<T>(string json)
        where T : class => JsonSerializer.Deserialize<T>(json, Options)!;

    /// <summary>A figure that was kept as text, with all its decimals.</summary>
    public static decimal Decimal(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>A value inside a row of <see cref="JsonRows"/>, or null.</summary>
    public static T? Detail<T>(this JsonElement row, int column)
        where T : class => row[column].ValueKind == JsonValueKind.Null ? null : row[column].Deserialize<T>(Options);
}
