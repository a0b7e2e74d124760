using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clinic.Abstractions;

/// <summary>Ids as UUID text.</summary>
internal sealed class IdConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType
        && Array.Exists(typeToConvert.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IClinicId<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)typeof(IdConverterFactory).GetMethod(nameof(Make), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(typeToConvert).Invoke(null, null)!;

    private static TextConverter<TId> Make<TId>()
        where TId : struct, IClinicId<TId> => new(id => ClinicId.Text(id.Value), ClinicId.Parse<TId>);
}
