
namespace Clinic.Hosts;

/// <summary>What the section <c>Clinic:Backup</c> says.</summary>
public static class BackupSettings
{
    /// <summary>The folder of the backups.</summary>
    public static string Folder(ClinicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Section("Backup")["Folder"] is { Length: > 0 } folder
            ? Path.GetFullPath(folder, settings.ContentRoot)
            : Path.Combine(settings.DataFolder, "backups");
    }

    /// <summary>Adds the daily backup, unless it is switched off.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services, ClinicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Mode == StorageMode.Memory || !settings.Flag("Backup:Daily", true)) return services;
        return services.AddTursoBackups(o =>
        {
            o.Folder = Folder(settings);
            o.KeepDays = settings.Number("Backup:KeepDays", o.KeepDays, 1, 36_500);
            o.KeepAtLeast = settings.Number("Backup:KeepAtLeast", o.KeepAtLeast, 1, 10_000);
        });
    }
}
