using Clinic.Abstractions;

namespace Clinic.Hosts;

/// <summary>The keys of payload hashes and look-ups of badges.</summary>
public static class PayloadKeys
{
    internal static readonly KeySettings Settings = new(
        "payload", "PayloadKey", "payload-key.txt", int.MaxValue,
        "and keep it as long as the database: repeated commands are known and badges are found by it.");

    /// <summary>The ring of all configured keys.</summary>
    /// <exception cref="SetupException">A key is missing or cannot be read; the message never shows one.</exception>
    public static PayloadKeyRing Ring(ClinicSettings settings) =>
        Settings.Read(settings) is var (active, keys) ? new(active, keys) : PayloadKeyRing.Random();
}
