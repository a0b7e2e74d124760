using System.Text.Json.Nodes;
using Clinic.Abstractions;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Bridges.Fhir;

/// <summary>The datatypes of FHIR as JSON. What is empty is left out: FHIR forbids empty texts, lists and objects.</summary>
internal static class FhirJson
{
    private static readonly OffsetDateTimePattern DateTime = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFo<Z+HH:mm>");

    public static JsonObject Object(params (string Name, JsonNode? Value)[] members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (!IsEmpty(value)) json.Add(name, value);
        }

        return json;
    }

    public static JsonArray List(params JsonNode?[] items) => new([.. items.Where(i => !IsEmpty(i))]);

    public static JsonArray List(IEnumerable<JsonNode?> items) => List([.. items]);

    /// <summary>A text as FHIR wants it: without control characters or outer spaces, null when nothing is left.</summary>
    public static JsonNode? Text(string? text)
    {
        if (text is null) return null;
        var clean = new string([.. text.Where(c => !char.IsControl(c))]).Trim();
        return clean.Length == 0 ? null : JsonValue.Create(clean);
    }

    public static JsonNode At(Instant instant, DateTimeZone zone) => JsonValue.Create(DateTime.Format(instant.InZone(zone).ToOffsetDateTime()));

    public static JsonObject Reference(string type, string id) => Object(("reference", $"{type}/{id}"));

    public static JsonObject Reference(string type, Guid id) => Reference(type, ClinicId.Text(id));

    public static JsonObject Coding(string system, string code, string? display = null) => Object(("system", system), ("code", code), ("display", Text(display)));

    public static JsonObject Concept(JsonNode? coding, string? text = null) => Object(("coding", coding is null ? null : List(coding)), ("text", Text(text)));

    /// <summary>A quantity; braced words are valid UCUM annotations, other words that are none get no code.</summary>
    public static JsonObject Quantity(decimal value, UnitCode unit) => Ucum.IsCode(unit.Code)
        ? Object(("value", value), ("unit", unit.Code), ("system", "http://unitsofmeasure.org"), ("code", unit.Code))
        : Object(("value", value), ("unit", unit.Code));

    /// <summary>An amount with the digits of its currency, negative ones included.</summary>
    public static JsonObject Money(decimal amount, Currency currency) => Object(
        ("value", amount + new decimal(0, 0, 0, false, (byte)currency.Digits)), ("currency", currency.Code));

    public static JsonObject Quantity(Quantity quantity) => Quantity(quantity.Value, quantity.Unit);

    private static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };
}
