using System.Globalization;
using Clinic.Storage.Turso;

namespace Clinic.Hosts;

/// <summary>Backups and moves of the database as the commands need them; each says in lines what it did.</summary>
public static class DatabaseCare
{
    /// <summary>Writes a backup, and the keys into another folder where one is named.</summary>
    public static async Task<IReadOnlyList<string>> BackUpAsync(this IServiceProvider services, string? folder, string? keys, IProgress<TableProgress> progress)
    {
        var settings = Settings(services);
        var backups = folder is null ? BackupSettings.Folder(settings) : Path.GetFullPath(folder);
        var saved = keys is null ? null : ClinicKeys.Save(settings, keys, backups, TimeProvider.System.GetUtcNow());
        var report = await Operations(services).BackUpAsync(backups, progress);
        return [$"backup {report.File}", .. Lines(report), .. saved is null ? Array.Empty<string>() : [$"keys {saved}"]];
    }

    /// <summary>Proves a backup, or the database itself where none is named.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(this IServiceProvider services, string? file, IProgress<TableProgress> progress)
    {
        _ = Settings(services);
        if (file is not null) return [$"good {file}", .. Lines(await Operations(services).VerifyAsync(file, progress))];
        var problems = await Operations(services).CheckAsync();
        if (problems.Count > 0) throw new SetupException(string.Join(Environment.NewLine, problems));
        return ["sound", .. Filled(await Operations(services).FiguresAsync(progress))];
    }

    /// <summary>Puts a backup in the place of the database.</summary>
    public static async Task<IReadOnlyList<string>> RestoreAsync(this IServiceProvider services, string file, bool replace, IProgress<TableProgress> progress)
    {
        var settings = Settings(services);
        if (settings.Mode == StorageMode.Local) PrivateFolder.Make(Path.GetDirectoryName(settings.DataSource)!);
        var aside = await Operations(services).RestoreAsync(file, replace, progress);
        return aside is null ? [$"restored {settings.DataSource}"] : [$"restored {settings.DataSource}", $"the former one is {aside}"];
    }

    /// <summary>Moves everything into another database.</summary>
    public static async Task<IReadOnlyList<string>> CopyAsync(
        this IServiceProvider services, string to, string? space, IProgress<TableProgress> progress)
    {
        _ = Settings(services);
        // A token is never an argument, which other people can see.
        var token = services.GetRequiredService<IConfiguration>()["TURSO_TARGET_AUTH_TOKEN"];
        var target = new TursoOptions { DataSource = to, Namespace = space, AuthToken = token is { Length: > 0 } ? token : null };
        var figures = await Operations(services).CopyToAsync(target, progress);
        return [$"copied {figures.Count} tables, {figures.Sum(f => f.Rows).ToString(CultureInfo.InvariantCulture)} rows to {to}", .. Filled(figures)];
    }

    private static IEnumerable<string> Lines(BackupReport report) =>
        [string.Create(CultureInfo.InvariantCulture, $"{report.Bytes} bytes, sha256 {report.Sha256}, {report.Migrations.Count} migrations"), .. Filled(report.Tables)];

    private static IEnumerable<string> Filled(IEnumerable<TableFigures> tables) => tables.Where(t => t.Rows > 0).Select(Line);

    private static string Line(TableFigures f) => string.Create(CultureInfo.InvariantCulture, $"  {f.Table,-32}{f.Rows,12}  {f.Sha256[..16]}");

    private static TursoOperations Operations(IServiceProvider services) => services.GetRequiredService<TursoOperations>();

    private static ClinicSettings Settings(IServiceProvider services)
    {
        var settings = services.GetRequiredService<ClinicSettings>();
        return settings.Mode == StorageMode.Memory
            ? throw new SetupException("Clinic:Storage is 'memory': there is nothing to back up, restore or copy.")
            : settings;
    }
}
