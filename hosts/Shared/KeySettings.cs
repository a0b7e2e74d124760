using System.Security.Cryptography;

namespace Clinic.Hosts;

/// <summary>Named keys of one purpose: from the configuration, or in Development made once and kept beside the database.</summary>
/// <param name="Word">The purpose in messages, such as <c>payload</c>.</param>
/// <param name="Name">The setting of one key, such as <c>PayloadKey</c>; its section is the plural.</param>
/// <param name="FileName">The file of a generated key.</param>
/// <param name="Longest">The most bytes of a key; the fewest are 32.</param>
/// <param name="Why">What is lost without the key.</param>
internal sealed record KeySettings(string Word, string Name, string FileName, int Longest, string Why)
{
    private const int Shortest = 32;
    private const string DevelopmentId = "development";

    /// <summary>Makes a key in Development.</summary>
    public Func<byte[]> Make { get; init; } = () => RandomNumberGenerator.GetBytes(Shortest);

    /// <summary>The id of the active key, and all keys; null in Development in memory, where random ones do.</summary>
    /// <exception cref="SetupException">A key is missing or cannot be read; the message never shows one.</exception>
    public (string Active, IReadOnlyDictionary<string, byte[]> Keys)? Read(ClinicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var keys = settings.Section($"{Name}s").GetChildren().ToDictionary(k => k.Key, k => Decode(k.Key, k.Value), StringComparer.Ordinal);
        if (keys.Count == 0) return settings.IsDevelopment ? Development(settings) : throw Missing();
        var active = settings.Section($"Active{Name}").Value ?? (keys.Count == 1 ? keys.Keys.Single() : null);
        if (active is null) throw new SetupException($"There are several Clinic:{Name}s; say in Clinic:Active{Name} which one is used for what is new.");
        if (!keys.ContainsKey(active)) throw new SetupException($"Clinic:Active{Name} is '{active}', which is not among Clinic:{Name}s.");
        return (active, keys);
    }

    /// <summary>The same with its name, for whoever keeps keys; null where they are random.</summary>
    public KeyRecord? Record(ClinicSettings settings) => Read(settings) is var (active, keys) ? new(Name, active, keys) : null;

    private SetupException Missing() => new(
        $"No {Word} key is configured. Set Clinic__{Name}s__k1 to 32 random bytes in base64, such as the output of 'openssl rand -base64 32', {Why}");

    private (string Active, IReadOnlyDictionary<string, byte[]> Keys)? Development(ClinicSettings settings)
    {
        if (settings.Mode == StorageMode.Memory) return null;
        var path = Path.Combine(settings.DataFolder, FileName);
        if (!File.Exists(path)) PrivateFolder.WriteOnce(path, Convert.ToBase64String(Make()));
        return (DevelopmentId, new Dictionary<string, byte[]> { [DevelopmentId] = Decode(FileName, File.ReadAllText(path).Trim()) });
    }

    private byte[] Decode(string id, string? text)
    {
        var key = new byte[text?.Length ?? 0];
        if (!Convert.TryFromBase64String(text ?? "", key, out var length) || length < Shortest || length > Longest)
            throw new SetupException($"The {Word} key '{id}' is not base64 of {Shortest} bytes{(Longest > Shortest ? " or more" : "")}.");
        return key[..length];
    }
}
