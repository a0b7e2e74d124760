namespace Clinic.Storage.Turso;

/// <summary>Where a migration stands in a database.</summary>
public enum MigrationState
{
    /// <summary>Applied, and the script is still the same.</summary>
    Applied,

    /// <summary>Known to this program and not applied yet.</summary>
    Pending,

    /// <summary>Applied, but the script has been changed since; refused.</summary>
    Changed,

    /// <summary>Applied by a newer program; this one refuses to work on it.</summary>
    Unknown,
}
