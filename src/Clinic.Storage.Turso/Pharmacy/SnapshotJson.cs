using System.Text.Json;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Whole states that are read and written at once: the shared JSON without what is computed.</summary>
internal static class SnapshotJson
{
    private static readonly JsonSerializerOptions Options = new(ClinicJson.Options) { IgnoreReadOnlyProperties = true };

    public static string Of<T>(T snapshot)
        where T : class => JsonSerializer.Serialize(snapshot, Options);

    public static T Read<T>(string json)
        where T : class => JsonSerializer.Deserialize<T>(json, Options)!;
}
