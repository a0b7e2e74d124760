using System.Globalization;
using System.Text.Json;

namespace Clinic.Hosts;

/// <summary>All keys of the installation, for whoever keeps them in escrow.</summary>
public static class ClinicKeys
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Every ring that the settings hold.</summary>
    /// <exception cref="SetupException">A key is missing or cannot be read; the message never shows one.</exception>
    public static IReadOnlyList<KeyRecord> All(ClinicSettings settings)
    {
        List<KeySettings> all = [PayloadKeys.Settings, AttachmentKeys.Settings, AuditKeys.Settings];
        if (FieldKeys.AreConfigured(settings)) all.Add(FieldKeys.Settings);
        if (TranscriptionKeys.AreConfigured(settings)) all.AddRange([TranscriptionKeys.Settings, SignatureKeys.Settings]);
        return [.. all.Select(k => k.Record(settings)).OfType<KeyRecord>()];
    }

    /// <summary>Writes all keys into a folder that is not the one of the backups: who finds one must not find the other.</summary>
    /// <returns>The file, which reads like the section <c>Clinic</c> of the configuration.</returns>
    /// <exception cref="SetupException">The folder holds backups, or a file cannot be written.</exception>
    public static string Save(ClinicSettings settings, string folder, string backups, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (IsWithin(folder, backups)) throw new SetupException($"Keys do not belong into the folder of the backups {backups}; name another one, best on another medium.");
        var content = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var ring in All(settings))
        {
            content[$"Active{ring.Name}"] = ring.Active;
            content[$"{ring.Name}s"] = ring.Keys.ToDictionary(k => k.Key, k => Convert.ToBase64String(k.Value), StringComparer.Ordinal);
        }

        var path = Path.Combine(Path.GetFullPath(folder), string.Create(CultureInfo.InvariantCulture, $"clinic-keys-{now:yyyyMMdd'T'HHmmss'Z'}.json"));
        try
        {
            PrivateFolder.WriteOnce(path, JsonSerializer.Serialize(new Dictionary<string, object> { ["Clinic"] = content }, Json));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The keys cannot be written to {path}. {e.Message}", e);
        }

        return path;
    }

    private static bool IsWithin(string folder, string other)
    {
        static string Closed(string path) => Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return Closed(folder).StartsWith(Closed(other), StringComparison.Ordinal);
    }
}
