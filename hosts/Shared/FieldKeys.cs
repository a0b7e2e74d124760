using Clinic.Abstractions;

namespace Clinic.Hosts;

/// <summary>The keys under which sensitive columns are encrypted; without one they are stored clear.</summary>
public static class FieldKeys
{
    internal static readonly KeySettings Settings = new(
        "field", "FieldKey", "field-key.txt", FieldKeyRing.KeyBytes,
        "and keep it apart from the database and as long as its backups: without it patients cannot be read.");

    /// <summary>The ring of all configured keys, or null where none is configured.</summary>
    /// <exception cref="SetupException">A key cannot be read; the message never shows one.</exception>
    public static FieldKeyRing? Ring(ClinicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!AreConfigured(settings) || Settings.Read(settings) is not var (active, keys)) return null;
        try
        {
            return new(active, keys);
        }
        catch (ArgumentException e)
        {
            throw new SetupException(e.Message, e);
        }
    }

    /// <summary>Whether anything is encrypted by column.</summary>
    public static bool AreConfigured(ClinicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Section("FieldKeys").GetChildren().Any();
    }
}
