using System.Globalization;
using Clinic.Abstractions;
using Clinic.Hosts;
using Clinic.Storage.Turso;
using NodaTime;

namespace Clinic.Api.Commands.Doctoring;

/// <summary>Looks at everything that an installation needs; one bad thing does not keep it from looking at the next.</summary>
internal sealed class Doctor(IServiceProvider services, ClinicSettings settings)
{
    private static readonly Duration ClockSlack = Duration.FromSeconds(5);
    private static readonly Duration BackupAge = Duration.FromHours(26);

    private TursoOperations Operations => services.GetRequiredService<TursoOperations>();

    private Instant Now => services.GetRequiredService<IClock>().GetCurrentInstant();

    public async Task<IReadOnlyList<Finding>> LookAsync()
    {
        var found = new List<Finding>();
        await AddAsync(found, "settings", () => Task.FromResult<IEnumerable<Finding>>(Settings()));
        await AddAsync(found, "keys", () => Task.FromResult<IEnumerable<Finding>>(Keys()));
        await AddAsync(found, "disk", () => Task.FromResult<IEnumerable<Finding>>(Disk()));
        await AddAsync(found, "schema", SchemaAsync);
        if (found.Exists(f => f is { About: "schema", Health: FindingHealth.Bad })) return found;
        await AddAsync(found, "engine", EngineAsync);
        await AddAsync(found, "jobs", JobsAsync);
        await AddAsync(found, "backups", BackupsAsync);
        return found;
    }

    private static async Task AddAsync(List<Finding> found, string about, Func<Task<IEnumerable<Finding>>> look)
    {
        try
        {
            found.AddRange(await look());
        }
        catch (Exception e) when (e is SetupException or TursoException or IOException or UnauthorizedAccessException)
        {
            found.Add(Finding.Bad(about, e.Message));
        }
    }

    private IEnumerable<Finding> Settings()
    {
        yield return settings.IsDevelopment
            ? Finding.Warning("settings", $"Development: demo people and generated keys; for patients set DOTNET_ENVIRONMENT=Production. Database {settings.DataSource}.")
            : Finding.Good("settings", $"Production, {settings.Mode.ToString().ToLowerInvariant()}, database {settings.DataSource}, clinic {settings.Tenant}.");
    }

    private IEnumerable<Finding> Keys() => ClinicKeys.All(settings).Select(k => Finding.Good("keys", $"{k}; active {k.Active}."));

    private IEnumerable<Finding> Disk()
    {
        var folders = new List<(string What, string Folder)> { ("backups", BackupSettings.Folder(settings)) };
        if (settings.Mode == StorageMode.Local) folders.Insert(0, ("database", Path.GetDirectoryName(settings.DataSource)!));
        foreach (var (what, folder) in folders)
        {
            var there = new DirectoryInfo(folder);
            while (there is { Exists: false, Parent: { } parent }) there = parent;
            var free = new DriveInfo(there.FullName).AvailableFreeSpace;
            var needed = Math.Max(256L << 20, 3 * Length(settings.DataSource));
            var text = string.Create(CultureInfo.InvariantCulture, $"{free >> 20} MiB free for the {what} in {folder}; {needed >> 20} MiB or more are wanted.");
            yield return free >= needed ? Finding.Good("disk", text) : Finding.Bad("disk", text);
        }
    }

    private async Task<IEnumerable<Finding>> SchemaAsync()
    {
        var status = await services.GetRequiredService<TursoMigrator>().StatusAsync();
        var behind = status.Where(m => m.State != MigrationState.Applied).ToList();
        if (behind.Count > 0) return [Finding.Bad("schema", $"does not fit this version: {string.Join("; ", behind)}. Back up, then run 'db up'.")];
        return [Finding.Good("schema", string.Join(", ", status.GroupBy(m => m.Set).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Max(m => m.Version):0000}"))))];
    }

    private async Task<IEnumerable<Finding>> EngineAsync()
    {
        var facts = await Operations.LookAsync();
        var now = Now;
        var apart = Duration.FromNanoseconds(Math.Abs((double)(facts.EngineTime - now).ToInt64Nanoseconds())) - Duration.FromSeconds(1);
        var found = new List<Finding>
        {
            Finding.Good("engine", string.Create(CultureInfo.InvariantCulture, $"SQLite {facts.EngineVersion}, {facts.Bytes >> 10} KiB.")),
            apart > ClockSlack
                ? Finding.Bad("clock", string.Create(CultureInfo.InvariantCulture, $"{apart.TotalSeconds:0} s away from the clock of the database; set both by NTP."))
                : Finding.Good("clock", "agrees with the database's."),
        };
        if (facts.NewestEntry > now + ClockSlack)
            found.Add(Finding.Bad("clock", $"behind the newest entry of the audit ({facts.NewestEntry}); it went back, or another host's clock is ahead."));
        var known = ClinicKeys.All(settings).FirstOrDefault(k => k.Name == "AttachmentKey")?.Keys.Keys.ToHashSet(StringComparer.Ordinal) ?? [];
        var lost = facts.AttachmentKeys.Where(k => !known.Contains(k)).ToList();
        if (lost.Count > 0) found.Add(Finding.Bad("keys", $"Attachments are sealed under {string.Join(", ", lost)}, which is not among Clinic:AttachmentKeys."));
        return found;
    }

    private async Task<IEnumerable<Finding>> JobsAsync()
    {
        var states = (await services.GetRequiredService<IJobStore>().ListAsync(settings.Tenant, CancellationToken.None)).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var jobs = services.GetServices<IClinicJob>().DistinctBy(j => j.Name).OrderBy(j => j.Name, StringComparer.Ordinal);
        var patience = Duration.FromMinutes(10);
        var never = jobs.Where(j => !states.ContainsKey(j.Name)).Select(j => j.Name).ToList();
        var missing = Finding.Warning("jobs", $"never ran: {string.Join(", ", never)}; start the worker, or set Clinic:RunJobs for the API.");
        return jobs.Where(j => states.ContainsKey(j.Name)).Select(j => states[j.Name] switch
        {
            { Failures: > 0 } s => Finding.Bad("jobs", string.Create(CultureInfo.InvariantCulture, $"{s.Name} failed {s.Failures} times in a row; {s.LastReport?.Error ?? "see the log"}.")),
            var s when Now > s.NextDue + patience => Finding.Warning("jobs", $"nobody runs {s.Name}; due since {s.NextDue}."),
            var s => Finding.Good("jobs", $"{s.Name} last ran {s.LastStarted} by {s.Owner ?? "a former version"}."),
        }).Concat(never.Count > 0 ? [missing] : []).ToList();
    }

    private async Task<IEnumerable<Finding>> BackupsAsync()
    {
        if (await Operations.ListAsync(BackupSettings.Folder(settings)) is not [var newest, ..])
            return [Finding.Warning("backups", $"none in {BackupSettings.Folder(settings)}; run 'db backup'.")];
        return newest.MadeAt < Now - BackupAge
            ? [Finding.Warning("backups", $"the newest is of {newest.MadeAt}; the daily job does not run, or fails.")]
            : [Finding.Good("backups", $"the newest is of {newest.MadeAt}, {newest.File}.")];
    }

    private static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}
