using Clinic.Abstractions;

namespace Clinic.Hosts;

/// <summary>The keys under which ranges of the audit are sealed.</summary>
public static class AuditKeys
{
    internal static readonly KeySettings Settings = new(
        "audit", "AuditKey", "audit-key.txt", int.MaxValue,
        "and keep it apart from the database and longer than it: the audit is proved by it.");

    /// <summary>The ring of all configured keys.</summary>
    /// <exception cref="SetupException">A key is missing or cannot be read; the message never shows one.</exception>
    public static AuditSealKeyRing Ring(ClinicSettings settings) =>
        Settings.Read(settings) is var (active, keys) ? new(active, keys) : AuditSealKeyRing.Random();
}
