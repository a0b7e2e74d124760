using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Api.Problems;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Stock;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace Clinic.Api.OpenApi;

/// <summary>Says in the document how values with a text form of their own are written.</summary>
internal sealed class ClinicSchemas : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<Type, (JsonSchemaType Type, string? Format, string? Pattern, string Example)> Forms = new()
    {
        [typeof(Instant)] = (JsonSchemaType.String, "date-time", null, "2026-01-31T15:04:05Z"),
        [typeof(LocalDateTime)] = (JsonSchemaType.String, null, null, "2026-11-30T08:15:00"),
        [typeof(Offset)] = (JsonSchemaType.String, null, null, "-05"),
        [typeof(LocalTime)] = (JsonSchemaType.String, null, null, "22:00:00"),
        [typeof(LocalDate)] = (JsonSchemaType.String, "date", null, "2026-11-30"),
        [typeof(Duration)] = (JsonSchemaType.String, null, @"^-?\d+:\d{2}:\d{2}(\.\d+)?$", "24:00:00"),
        [typeof(UnitCode)] = (JsonSchemaType.String, null, null, "{tbl}"),
        [typeof(Currency)] = (JsonSchemaType.String, null, "^[A-Z]{3}$", "USD"),
        [typeof(StockQuantity)] = (JsonSchemaType.Number, null, null, "30"),
        [typeof(ExpirationDate)] = (JsonSchemaType.String, null, @"^\d{4}-\d{2}(-\d{2})?$", "2026-11-30"),
        [typeof(LotNumber)] = (JsonSchemaType.String, null, null, "L-2041"),
        [typeof(PriceSegment)] = (JsonSchemaType.String, null, "^(patient|staff|insurer:.+|department:.+)$", "patient"),
        [typeof(Gtin)] = (JsonSchemaType.String, null, @"^\d{8}(\d{4,6})?$", "07861234567897"),
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var declared = context.JsonTypeInfo.Type;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var nullable = type == declared ? default : JsonSchemaType.Null;
        if (Forms.TryGetValue(type, out var form)) Write(schema, form.Type | nullable, form.Format, form.Pattern, form.Example);
        else if (IsId(type)) Write(schema, JsonSchemaType.String | nullable, "uuid", null, "0190f0c0-0000-7000-8000-000000000001");
        else if (type.IsEnum) WriteEnum(schema, type, nullable);
        else if (type == typeof(decimal)) Write(schema, JsonSchemaType.Number | nullable, null, null, "12.5");
        // One of several kinds of an object is an object too, though the generator leaves that out.
        else if (schema is { Type: null, Properties.Count: > 0 }) schema.Type = JsonSchemaType.Object | nullable;
        return Task.CompletedTask;
    }

    public static bool IsId(Type type) =>
        type.IsValueType && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IClinicId<>));

    public static void WriteEnum(OpenApiSchema schema, Type type, JsonSchemaType nullable)
    {
        schema.Type = JsonSchemaType.String | nullable;
        schema.Enum = [.. Words.Of(type).Select(w => (JsonNode)JsonValue.Create(w))];
    }

    private static void Write(OpenApiSchema schema, JsonSchemaType type, string? format, string? pattern, string example)
    {
        schema.Type = type;
        schema.Format = format;
        schema.Pattern = pattern;
        schema.Properties = null;
        schema.Required = null;
        schema.Examples = [type.HasFlag(JsonSchemaType.Number) ? JsonNode.Parse(example)! : JsonValue.Create(example)];
    }
}
