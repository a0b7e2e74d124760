using System.Security.Cryptography;
using Clinic.Abstractions;

namespace Clinic.Hosts;

/// <summary>The keys of payload hashes: from the configuration, or in Development made once and kept beside the database.</summary>
public static class PayloadKeys
{
    private const string FileName = "payload-key.txt";
    private const string DevelopmentId = "development";

    /// <summary>The ring of all configured keys.</summary>
    /// <exception cref="SetupException">A key is missing or cannot be read; the message never shows one.</exception>
    public static PayloadKeyRing Ring(ClinicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var keys = settings.Section("PayloadKeys").GetChildren().ToDictionary(k => k.Key, k => Decode(k.Key, k.Value), StringComparer.Ordinal);
        if (keys.Count == 0) return settings.IsDevelopment ? Development(settings) : throw Missing();
        var active = settings.Section("ActivePayloadKey").Value ?? (keys.Count == 1 ? keys.Keys.Single() : null);
        if (active is null) throw new SetupException("There are several Clinic:PayloadKeys; say in Clinic:ActivePayloadKey which one makes new hashes.");
        if (!keys.ContainsKey(active)) throw new SetupException($"Clinic:ActivePayloadKey is '{active}', which is not among Clinic:PayloadKeys.");
        return new(active, keys);
    }

    private static SetupException Missing() => new(
        "No payload key is configured. Set Clinic__PayloadKeys__k1 to 32 random bytes in base64, such as the output of 'openssl rand -base64 32', " +
        "and keep it as long as the database: repeated commands are known by it.");

    private static PayloadKeyRing Development(ClinicSettings settings)
    {
        if (settings.Mode == StorageMode.Memory) return PayloadKeyRing.Random();
        var path = Path.Combine(settings.DataFolder, FileName);
        if (!File.Exists(path)) PrivateFolder.WriteOnce(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(PayloadKeyRing.ShortestKey)));
        return new(DevelopmentId, new Dictionary<string, byte[]> { [DevelopmentId] = Decode(FileName, File.ReadAllText(path).Trim()) });
    }

    private static byte[] Decode(string id, string? text)
    {
        var key = new byte[text?.Length ?? 0];
        if (!Convert.TryFromBase64String(text ?? "", key, out var length) || length < PayloadKeyRing.ShortestKey)
            throw new SetupException($"The payload key '{id}' is not base64 of {PayloadKeyRing.ShortestKey} bytes or more.");
        return key[..length];
    }
}
