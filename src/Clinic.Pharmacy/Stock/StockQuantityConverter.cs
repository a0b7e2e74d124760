using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Stock;

/// <summary>A stock quantity as a number whose decimals are its scale, so that it reads back exactly.</summary>
internal sealed class StockQuantityConverter : JsonConverter<StockQuantity>
{
    public override StockQuantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = reader.GetDecimal();
        return value.Scale <= 6 && StockQuantity.TryOf(value, value.Scale, out var quantity)
            ? quantity
            : throw new JsonException("A stock quantity has at most six decimals.");
    }

    public override void Write(Utf8JsonWriter writer, StockQuantity value, JsonSerializerOptions options)
    {
        // 1.0m/10 would drop zeros that tell the scale; this decimal keeps exactly that many.
        var steps = value.Steps;
        var magnitude = (ulong)Math.Abs(steps);
        writer.WriteNumberValue(new decimal((int)magnitude, (int)(magnitude >> 32), 0, steps < 0, (byte)value.Scale));
    }
}
