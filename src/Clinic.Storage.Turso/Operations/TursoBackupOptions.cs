using System.ComponentModel.DataAnnotations;

namespace Clinic.Storage.Turso;

/// <summary>Where backups go, and how long they stay.</summary>
public sealed class TursoBackupOptions
{
    /// <summary>The folder of the backups; better on another disk than the database.</summary>
    /// <value>Required.</value>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The days that a backup stays.</summary>
    /// <value>Default 35; 1 to 36,500.</value>
    [Range(1, 36_500)]
    public int KeepDays { get; set; } = 35;

    /// <summary>The newest backups that stay, however old they are.</summary>
    /// <value>Default 7; 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int KeepAtLeast { get; set; } = 7;
}
