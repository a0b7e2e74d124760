using System.Text.Json;
using System.Text.Json.Serialization;
using Clinic.Abstractions;

namespace Clinic.Pharmacy.Json;

/// <summary>A value of the pharmacy written as one text.</summary>
internal abstract class TextJsonConverter<T> : JsonConverter<T>
    where T : struct
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException($"{typeof(T).Name} must be a text.");
        try
        {
            return TryRead(reader.GetString()!) ?? throw new JsonException($"The text is no {typeof(T).Name}.");
        }
        catch (Exception e) when (e is IRuleViolation or InvalidOperationException)
        {
            throw new JsonException($"The text is no {typeof(T).Name}.", e);
        }
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));

    protected abstract T? TryRead(string text);

    protected abstract string Text(T value);
}
