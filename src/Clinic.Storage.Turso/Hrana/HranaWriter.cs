using System.Globalization;
using System.Text.Json;

namespace Clinic.Storage.Turso;

/// <summary>Writes statements and values as servers want them.</summary>
internal static class HranaWriter
{
    public static void Statement(Utf8JsonWriter json, in HranaStatement statement, long? index = null)
    {
        json.WriteStartObject();
        json.WriteString("sql", Utf16.Checked(statement.Sql));
        if (statement.Values is { Length: > 0 } values)
        {
            json.WriteStartArray("args");
            foreach (ref readonly var value in values.AsSpan()) Value(json, value);
            json.WriteEndArray();
        }

        if (statement.Named is { Count: > 0 } named) Named(json, named);
        Index(json, index);
        json.WriteEndObject();
    }

    public static void Batch(Utf8JsonWriter json, IReadOnlyList<HranaStep> steps, long? index = null)
    {
        json.WriteStartObject();
        json.WriteStartArray("steps");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            if (step.Condition is { } condition)
            {
                json.WritePropertyName("condition");
                condition.Write(json);
            }

            json.WritePropertyName("stmt");
            Statement(json, step.Statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Index(json, index);
        json.WriteEndObject();
    }

    private static void Index(Utf8JsonWriter json, long? index)
    {
        if (index is not { } known) return;
        json.WritePropertyName("replication_index");
        Digits(json, known);
    }

    private static void Named(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, SqlValue>> named)
    {
        json.WriteStartArray("named_args");
        foreach (var (name, value) in named)
        {
            json.WriteStartObject();
            json.WriteString("name", Utf16.Checked(name));
            json.WritePropertyName("value");
            Value(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, in SqlValue value)
    {
        json.WriteStartObject();
        switch (value.Kind)
        {
            case SqlValueKind.Integer:
                json.WriteString("type", "integer");
                Integer(json, value.Number);
                break;
            case SqlValueKind.Real:
                json.WriteString("type", "float");
                json.WriteNumber("value", value.Real);
                break;
            case SqlValueKind.Text:
                json.WriteString("type", "text");
                json.WriteString("value", value.Text);
                break;
            case SqlValueKind.Uuid:
                json.WriteString("type", "text");
                json.WriteString("value", value.Uuid);
                break;
            case SqlValueKind.Blob:
                // Written raw: servers refuse base64 with an escaped plus.
                json.WriteString("type", "blob");
                json.WriteBase64String("base64", value.Blob);
                break;
            default:
                json.WriteString("type", "null");
                break;
        }

        json.WriteEndObject();
    }

    // A JSON number would lose digits beyond 2^53.
    private static void Integer(Utf8JsonWriter json, long number)
    {
        json.WritePropertyName("value");
        Digits(json, number);
    }

    private static void Digits(Utf8JsonWriter json, long number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        json.WriteStringValue(digits[..length]);
    }
}
