using System.Text.Json;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Whole states that are read and written at once, in the shared JSON.</summary>
internal static class SnapshotJson
{
    public static string Of<T>(T snapshot)
        where T : class => JsonSerializer.Serialize(snapshot, ClinicJson.Options);

    public static T Read<T>(string json)
        where T : class => JsonSerializer.Deserialize<T>(json, ClinicJson.Options)!;
}
